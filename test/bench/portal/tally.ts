import { type Figure, count } from "../table.ts";
import { ms, quantile } from "../large/measure.ts";

/** How long each kind of request took, and what went wrong. */
export type Tally = ReturnType<typeof createTally>;

/** p95 in milliseconds that no kind of request may reach. */
const AIM = 100;

export function createTally() {
  const times = new Map<string, number[]>();
  const errors = new Map<string, number>();

  function add(kind: string, spent: number): void {
    const known = times.get(kind);
    if (known === undefined) times.set(kind, [spent]);
    else known.push(spent);
  }

  return {
    add,
    fault: (what: string): void => void errors.set(what, (errors.get(what) ?? 0) + 1),
    /** A row for each kind, beside the reference, which has none of its own. */
    figures(where: string, reference: string): Figure[] {
      const beside = quantile(times.get(reference) ?? [], 0.95);
      const rows = [...times].filter(([kind]) => kind !== reference).toSorted();
      return [
        ...rows.map(([kind, spent]) => ({
          what: `${where}: ${kind} (${count(spent.length)})`,
          measured: [0.5, 0.95, 0.99]
            .map((share) => `p${share * 100} ${ms(quantile(spent, share))}`)
            .join(", "),
          reference: `p95 ${ms(beside)} ${reference}`,
          aim: `p95 under ${AIM} ms`,
        })),
        {
          what: `${where}: errors`,
          measured: [...errors].map(([what, often]) => `${often} ${what}`).join("; ") || "none",
          reference: `${count([...times.values()].flat().length)} requests`,
          aim: "none",
        },
      ];
    },
  };
}
