import { useId } from "react";
import type { ResultOf } from "#shared/contract.ts";
import { monthName } from "#shared/time/format.ts";
import { numberText } from "../../text/common.ts";
import { homeText } from "../../text/home.ts";
import { monthAbbreviation } from "../../text/waiting.ts";

type Month = ResultOf<"home.get">["months"][number];

const WIDTH = 340;
const HEIGHT = 150;
const FOOT = 22;
const LEFT = 26;

/** Received and ended requests of the last months, side by side; the table says the same in words. */
export function MonthChart({ months }: { months: readonly Month[] }) {
  const title = useId();
  const most = topOf(Math.max(1, ...months.flatMap((one) => [one.received, one.ended])));
  const y = (value: number): number => HEIGHT - FOOT - (value / most) * (HEIGHT - FOOT - 12);
  const slot = (WIDTH - LEFT) / months.length;
  return (
    <figure className="chart">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        {[0, most / 2, most].map((value) => (
          <g key={value}>
            <path className="chart-line" d={`M${LEFT} ${y(value)}H${WIDTH}`} />
            <text className="chart-label" x={LEFT - 6} y={y(value) + 4} textAnchor="end">
              {numberText(value)}
            </text>
          </g>
        ))}
        {months.map((one, index) => {
          const middle = LEFT + slot * (index + 0.5);
          return (
            <g key={one.month}>
              <Bar x={middle - 17} y={y(one.received)} foot={y(0)} kind="in" />
              <Bar x={middle + 1} y={y(one.ended)} foot={y(0)} kind="out" />
              <text className="chart-label" x={middle} y={HEIGHT - 6} textAnchor="middle">
                {monthAbbreviation(one.month)}
              </text>
            </g>
          );
        })}
      </svg>
      <figcaption className="chart-legend" id={title}>
        <span className="chart-key chart-in" /> {homeText.chartIn}
        <span className="chart-key chart-out" /> {homeText.chartOut}
      </figcaption>
      <table className="visually-hidden" aria-labelledby={title}>
        <thead>
          <tr>
            <th>{homeText.month}</th>
            <th>{homeText.chartIn}</th>
            <th>{homeText.chartOut}</th>
          </tr>
        </thead>
        <tbody>
          {months.map((one) => (
            <tr key={one.month}>
              <th>{monthName(one.month)}</th>
              <td>{one.received}</td>
              <td>{one.ended}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

function Bar({ x, y, foot, kind }: { x: number; y: number; foot: number; kind: "in" | "out" }) {
  return <rect className={`chart-${kind}`} x={x} y={y} width={16} height={foot - y} rx={1.5} />;
}

/** The next even number that the scale can end on: 2, 4, 6, 8, 10, 20, 40 … */
function topOf(value: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(value)));
  return Math.ceil(value / (2 * unit)) * 2 * unit;
}
