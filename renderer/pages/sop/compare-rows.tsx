import { Fragment } from "react";
import { rowState } from "#shared/sop/compare.ts";
import type { RowPair, StepField } from "#shared/sop/compare-steps.ts";
import type { Definition, Step } from "#shared/sop/definition.ts";
import { Chip } from "../../components/chip.tsx";
import type { ChipTone } from "../../text/request.ts";
import { compareText as text } from "../../text/sop-compare.ts";
import { ChangedWords } from "./changed-words.tsx";

const TONES: Record<ReturnType<typeof rowState>, ChipTone> = {
  same: "mute",
  changed: "warn",
  moved: "run",
  added: "ok",
  removed: "late",
};

type CompareRowsProps = { rows: readonly RowPair[]; before: Definition; after: Definition };

/** The rows of both versions, each beside its other. */
export function CompareRows({ rows, before, after }: CompareRowsProps) {
  return (
    <table className="plain-table card compare-table">
      <thead>
        <tr>
          <th scope="col" className="compare-state">
            {text.state}
          </th>
          <th scope="col">{text.version(before.version)}</th>
          <th scope="col">{text.version(after.version)}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const state = rowState(row);
          const words = state === "changed" && row.moved ? text.movedToo : text.states[state];
          return (
            <tr key={`${row.before?.no} ${row.after?.no}`} className={`compare-${state}`}>
              <td>
                {state === "same" ? (
                  <span className="muted">{words}</span>
                ) : (
                  <Chip tone={TONES[state]}>{words}</Chip>
                )}
              </td>
              <td>
                <Cell row={row} side="before" before={before} after={after} />
              </td>
              <td>
                <Cell row={row} side="after" before={before} after={after} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

type Side = "before" | "after";
type CellProps = Omit<CompareRowsProps, "rows"> & { row: RowPair; side: Side };

/** Between items of a list; a word of its own, so that no item's last word counts as changed. */
const BETWEEN = " · ";

/** A row's activity and lane; what changed stands below, field by field. */
function Cell(props: CellProps) {
  const { row, side } = props;
  const step = row[side];
  if (step === null) return null;
  const details = row.changed.filter((field) => field !== "gist" && field !== "lane");
  return (
    <div className="compare-cell">
      <p>
        <span className="number muted">{step.no}.</span> <Field {...props} field="gist" />
      </p>
      <p className="small muted">
        <Field {...props} field="lane" />
      </p>
      {details.length > 0 && (
        <dl className="compare-fields">
          {details.map((field) => (
            <Fragment key={field}>
              <dt>{text.fields[field]}</dt>
              <dd>
                <Field {...props} field={field} />
              </dd>
            </Fragment>
          ))}
        </dl>
      )}
    </div>
  );
}

function Field({ row, side, field, before, after }: CellProps & { field: StepField }) {
  const old = wordsOf(row.before, field, before);
  const next = wordsOf(row.after, field, after);
  if (!row.changed.includes(field)) return side === "before" ? old : next;
  return <ChangedWords before={old} after={next} side={side} />;
}

/** A field of a row as one line of words. */
function wordsOf(step: Step | null, field: StepField, { steps }: Definition): string {
  if (step === null) return "";
  switch (field) {
    case "kind":
      return text.kinds[step.kind];
    case "next":
      return step.next
        .map(({ when, to }) =>
          text.way(when, to, typeof to === "number" ? (steps[to - 1]?.gist ?? "") : ""),
        )
        .join(BETWEEN);
    case "also":
    case "requirements":
    case "outputs":
      return step[field].join(BETWEEN);
    case "gist":
    case "lane":
    case "time":
    case "note":
      return step[field] ?? "";
    default:
      return field satisfies never;
  }
}
