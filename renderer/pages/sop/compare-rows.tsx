import { Fragment } from "react";
import { rowState } from "#shared/sop/compare.ts";
import type { RowPair, StepField } from "#shared/sop/compare-steps.ts";
import type { Step } from "#shared/sop/definition.ts";
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

type CompareRowsProps = { rows: readonly RowPair[]; before: number; after: number };

/** The rows of both versions, each beside its other. */
export function CompareRows({ rows, before, after }: CompareRowsProps) {
  return (
    <table className="plain-table card compare-table">
      <thead>
        <tr>
          <th scope="col" className="compare-state">
            {text.state}
          </th>
          <th scope="col">{text.version(before)}</th>
          <th scope="col">{text.version(after)}</th>
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
                <Cell row={row} side="before" />
              </td>
              <td>
                <Cell row={row} side="after" />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

type Side = "before" | "after";

/** A row's activity and lane; what changed stands below, field by field. */
function Cell({ row, side }: { row: RowPair; side: Side }) {
  const step = row[side];
  if (step === null) return null;
  const details = row.changed.filter((field) => field !== "gist" && field !== "lane");
  return (
    <div className="compare-cell">
      <p>
        <span className="number muted">{step.no}.</span>{" "}
        <Field row={row} side={side} field="gist" />
      </p>
      <p className="small muted">
        <Field row={row} side={side} field="lane" />
      </p>
      {details.length > 0 && (
        <dl className="compare-fields">
          {details.map((field) => (
            <Fragment key={field}>
              <dt>{text.fields[field]}</dt>
              <dd>
                <Field row={row} side={side} field={field} />
              </dd>
            </Fragment>
          ))}
        </dl>
      )}
    </div>
  );
}

function Field({ row, side, field }: { row: RowPair; side: Side; field: StepField }) {
  const own = wordsOf(row[side], field);
  if (!row.changed.includes(field)) return own;
  return (
    <ChangedWords
      before={wordsOf(row.before, field)}
      after={wordsOf(row.after, field)}
      side={side}
    />
  );
}

/** A field of a row as one line of words. */
function wordsOf(step: Step | null, field: StepField): string {
  if (step === null) return "";
  switch (field) {
    case "kind":
      return text.kinds[step.kind];
    case "next":
      return step.next.map(({ when, to }) => text.way(when, to)).join("; ");
    case "also":
    case "requirements":
    case "outputs":
      return step[field].join("; ");
    case "gist":
    case "lane":
    case "time":
    case "note":
      return step[field] ?? "";
    default:
      return field satisfies never;
  }
}
