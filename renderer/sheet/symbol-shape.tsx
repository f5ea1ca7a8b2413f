import type { StepRun } from "#shared/sheet/run.ts";
import type { SheetSymbol } from "#shared/sheet/types.ts";
import { sheetWords } from "./words.ts";

/** One symbol; a run shows in its outline, its filling and a mark inside, never in colour alone. */
export function SymbolShape({ symbol, run }: { symbol: SheetSymbol; run: StepRun | null }) {
  const count = run !== null && run.visits > 1 ? sheetWords.visitsShort(run.visits) : null;
  const mark = run === null ? null : MARKS[run.state];
  const place = placesOf(symbol, count !== null && mark !== null);
  return (
    <g className={`sheet-symbol ${run === null ? "is-plain" : `is-${run.state}`}`}>
      <path className="sheet-outline" d={outlineOf(symbol)} />
      {mark !== null && <path className="sheet-mark" d={mark} transform={place.mark} />}
      {count !== null && (
        <text className="sheet-count" x={place.count.x} y={place.count.y} textAnchor="middle">
          {count}
        </text>
      )}
    </g>
  );
}

/** Mark and count share a symbol side by side, or one over the other in a narrow diamond. */
function placesOf({ kind, cx, cy, width }: SheetSymbol, both: boolean) {
  if (!both) return { mark: `translate(${cx} ${cy})`, count: { x: cx, y: cy + 4 } };
  if (kind === "diamond" && width < 64) {
    return { mark: `translate(${cx} ${cy - 6}) scale(0.85)`, count: { x: cx, y: cy + 10 } };
  }
  return { mark: `translate(${cx - 9} ${cy})`, count: { x: cx + 9, y: cy + 4 } };
}

const CHECK = "M-5.5 0.5l4 4 7.5-9";
/** Marks around the symbol's middle. */
const MARKS: Record<StepRun["state"], string | null> = {
  done: CHECK,
  again: CHECK,
  current: "M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0z",
  stopped: "M-4.5 -4.5l9 9M4.5 -4.5l-9 9",
  skipped: null,
  ahead: null,
};

function outlineOf({ kind, cx, cy, width, height }: SheetSymbol): string {
  const [left, right, top, bottom] = [
    cx - width / 2,
    cx + width / 2,
    cy - height / 2,
    cy + height / 2,
  ];
  switch (kind) {
    case "diamond":
      return `M${cx} ${top}L${right} ${cy}L${cx} ${bottom}L${left} ${cy}z`;
    case "capsule":
    case "box": {
      const r = kind === "capsule" ? Math.min(width, height) / 2 : 2;
      const arc = (x: number, y: number) => `a${r} ${r} 0 0 1 ${x} ${y}`;
      return [
        `M${left + r} ${top}H${right - r}${arc(r, r)}V${bottom - r}${arc(-r, r)}`,
        `H${left + r}${arc(-r, -r)}V${top + r}${arc(r, -r)}z`,
      ].join("");
    }
    default:
      return kind satisfies never;
  }
}
