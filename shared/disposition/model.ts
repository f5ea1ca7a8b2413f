import type { Disposition } from "#shared/request/model.ts";

/**
 * A disposition as events keep it. Those of before dispositions were chains lack the post that gave
 * it, the one that it continues and the recipient who leads.
 */
export type StoredDisposition = Omit<Disposition, "from" | "parent" | "leads"> &
  Partial<Pick<Disposition, "from" | "parent" | "leads">>;

/** That a recipient is done, and what came of it. */
export type ReportedDisposition = { id: string; recipient: string; text: string };

export type Report = { recipient: string; text: string; at: string; by: string };

export type DispositionState = StoredDisposition & {
  id: string;
  at: string;
  by: string;
  reports?: readonly Report[];
};

/**
 * The disposition with what older ones left out: given by the head of the office, led by its first
 * recipient.
 */
export function wholeDisposition<D extends StoredDisposition>(
  stored: D,
  head: string,
): D & Pick<Disposition, "from" | "parent" | "leads"> {
  return {
    ...stored,
    from: textOr(stored.from, head),
    parent: stored.parent ?? null,
    leads: textOr(stored.leads, stored.to[0] ?? ""),
  };
}

export const reportOf = (
  { reports }: Pick<DispositionState, "reports">,
  recipient: string,
): Report | undefined => reports?.find((one) => one.recipient === recipient);

const textOr = (text: string | undefined, other: string): string =>
  text === undefined || text === "" ? other : text;
