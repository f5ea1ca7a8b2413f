import type { RunView, WayState } from "#shared/sheet/run.ts";
import { STYLE } from "#shared/sheet/style.ts";
import type { Arrow, EndMark, Label, Point, SheetLayout } from "#shared/sheet/types.ts";
import { SymbolShape } from "./symbol-shape.tsx";

type Drawn<T> = { one: T; state: WayState | "plain" };

/** Symbols and arrows over the table. Hidden from screen readers: the cells say what it shows. */
export function SheetDrawing({ layout, view }: { layout: SheetLayout; view: RunView | null }) {
  const arrows = layout.arrows.map((one): Drawn<Arrow> => ({
    one,
    state: view?.way(one.from, one.branch, one.to).state ?? "plain",
  }));
  const ends = layout.ends.map((one): Drawn<EndMark> => ({
    one,
    state: view?.way(one.step, one.branch, null).state ?? "plain",
  }));
  // Ways that were taken lie over the others where they share a line.
  const order: Record<WayState | "plain", number> = { dropped: 0, ahead: 1, plain: 2, taken: 3 };
  arrows.sort((a, b) => order[a.state] - order[b.state]);
  return (
    <svg
      className="sheet-drawing"
      aria-hidden="true"
      width={layout.width}
      height={layout.height}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
    >
      {arrows.map(({ one, state }) => (
        <g key={`${one.from}-${one.to}-${one.branch}`} className={`sheet-way way-${state}`}>
          <path d={lineOf(one.points, true)} />
          <path className="sheet-tip" d={tipOf(one.points.at(-1))} />
        </g>
      ))}
      {ends.map(({ one, state }) => (
        <g key={`${one.step}-${one.branch}`} className={`sheet-way way-${state}`}>
          {one.points.length > 0 && <path d={lineOf(one.points, false)} />}
          {one.capsule !== null && (
            <rect {...one.capsule} rx={one.capsule.height / 2} className="sheet-end" />
          )}
        </g>
      ))}
      {[...arrows, ...ends].map(({ one, state }) =>
        one.label === null ? null : (
          <LabelText key={`${one.label.x}-${one.label.y}`} label={one.label} state={state} />
        ),
      )}
      {layout.dots.map((dot) => (
        <circle
          key={`${dot.step}-${dot.lane}`}
          className="sheet-dot"
          cx={dot.x}
          cy={dot.y}
          r={STYLE.dot}
        />
      ))}
      {layout.symbols.map((symbol) => (
        <SymbolShape key={symbol.step} symbol={symbol} run={view?.step(symbol.step) ?? null} />
      ))}
    </svg>
  );
}

function LabelText({ label, state }: { label: Label; state: WayState | "plain" }) {
  const { size, line } = STYLE.label;
  return (
    <text className={`sheet-label way-${state}`} fontSize={size} textAnchor="middle">
      {label.lines.map(({ text, hyphen }, at) => (
        <tspan key={text} x={label.x + label.width / 2} y={label.y + at * line + size * 0.92}>
          {hyphen ? `${text}-` : text}
        </tspan>
      ))}
    </text>
  );
}

/** A line with a little roundness at its bends; a tip takes the place of its last piece's end. */
function lineOf(points: readonly Point[], tip: boolean): string {
  const parts: string[] = [];
  points.forEach((point, at) => {
    const before = points[at - 1];
    const after = points[at + 1];
    if (before === undefined) parts.push(`M${point.x} ${point.y}`);
    else if (after === undefined) parts.push(`L${point.x} ${point.y - (tip ? 4 : 0)}`);
    else {
      const start = towards(point, before);
      const end = towards(point, after);
      parts.push(`L${start.x} ${start.y}Q${point.x} ${point.y} ${end.x} ${end.y}`);
    }
  });
  return parts.join("");
}

const ROUND = 3;

function towards(from: Point, to: Point): Point {
  const far = Math.abs(to.x - from.x) + Math.abs(to.y - from.y);
  const part = far === 0 ? 0 : Math.min(ROUND, far / 2) / far;
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}

function tipOf(point: Point | undefined): string {
  if (point === undefined) return "";
  const { length, width } = STYLE.arrowHead;
  return `M${point.x} ${point.y}l${-width / 2} ${-length}h${width}z`;
}
