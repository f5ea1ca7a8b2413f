import { type KeyboardEvent, memo } from "react";
import { STEP_KINDS, type StepKind } from "#shared/sop/definition.ts";
import type { DraftStep } from "#shared/sop/draft.ts";
import { addStep, moveStep, removeStep, setKind, setStep } from "#shared/sop/edit.ts";
import { IconButton } from "../../components/button.tsx";
import { editorText as text } from "../../text/sop-editor.ts";
import { useEditor } from "./editor-context.ts";
import { focusRow } from "./focus-row.ts";
import { LinesField } from "../../components/lines-field.tsx";
import { AlsoField } from "./also-field.tsx";
import { TimeField } from "./time-field.tsx";
import { WaysField } from "./ways-field.tsx";

type StepRowProps = {
  step: DraftStep;
  lanes: readonly string[];
  count: number;
  broken: boolean;
  last: boolean;
};

/** One row: activity, kind, lane, time and ways; below them requirements, outputs, note, others. */
export const StepRow = memo(function StepRow({ step, lanes, count, broken, last }: StepRowProps) {
  const editor = useEditor();
  const { no } = step;
  const at = no - 1;
  const set = (change: Partial<DraftStep>, field: string) =>
    editor.edit((draft) => setStep(draft, at, change), `${field} ${no}`);

  function move(by: number): void {
    editor.edit((draft) => moveStep(draft, at, at + by));
    focusRow(no + by);
  }

  function press(event: KeyboardEvent): void {
    if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      const by = event.key === "ArrowUp" ? -1 : 1;
      if (no + by >= 1 && no + by <= count) move(by);
    }
  }

  return (
    // The keys are those of the fields inside; the row itself takes no focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      className={broken ? "step-row step-row-broken" : "step-row"}
      data-row={no}
      onKeyDown={press}
    >
      <div className="step-no">
        <strong className="number">{no}</strong>
        <IconButton
          label={text.rowUp(no)}
          icon="up"
          isDisabled={no === 1}
          onPress={() => move(-1)}
        />
        <IconButton
          label={text.rowDown(no)}
          icon="down"
          isDisabled={last}
          onPress={() => move(1)}
        />
      </div>
      <div className="step-fields">
        <label className="cell cell-activity">
          <span>{text.activity}</span>
          <textarea
            className="input"
            rows={2}
            value={step.gist}
            onChange={({ target }) => set({ gist: target.value.replaceAll("\n", " ") }, "gist")}
            onKeyDown={(event) => {
              if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
              event.preventDefault();
              editor.edit((draft) => addStep(draft, no));
              focusRow(no + 1);
            }}
          />
        </label>
        <div className="cell cell-who">
          <label className="cell">
            <span>{text.kind}</span>
            <select
              className="input"
              value={step.kind}
              onChange={({ target }) =>
                editor.edit((draft) => setKind(draft, at, target.value as StepKind))
              }
            >
              {STEP_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {text.kinds[kind]}
                </option>
              ))}
            </select>
          </label>
          <label className="cell">
            <span>{text.laneOf}</span>
            <select
              className="input"
              value={step.lane}
              onChange={({ target }) =>
                editor.edit((draft) =>
                  setStep(draft, at, {
                    lane: target.value,
                    also: step.also.filter((lane) => lane !== target.value),
                  }),
                )
              }
            >
              {!lanes.includes(step.lane) && <option value={step.lane}>{text.choose}</option>}
              {[...new Set(lanes)].map((lane) => (
                <option key={lane}>{lane}</option>
              ))}
            </select>
          </label>
        </div>
        <WaysField step={step} count={count} />
        <LinesField
          label={text.requirements}
          items={step.requirements}
          onChange={(requirements) => set({ requirements }, "requirements")}
        />
        <TimeField time={step.time} onChange={(time) => set({ time }, "time")} />
        <LinesField
          label={text.outputs}
          items={step.outputs}
          onChange={(outputs) => set({ outputs }, "outputs")}
        />
        <label className="cell cell-note">
          <span>{text.note}</span>
          <input
            className="input"
            value={step.note ?? ""}
            onChange={({ target }) =>
              set({ note: target.value === "" ? null : target.value }, "note")
            }
          />
        </label>
        <AlsoField
          step={step}
          lanes={lanes}
          onChange={(also) => editor.edit((draft) => setStep(draft, at, { also }))}
        />
      </div>
      <div className="step-tools">
        <IconButton
          label={text.rowAdd(no)}
          icon="plus"
          onPress={() => {
            editor.edit((draft) => addStep(draft, no));
            focusRow(no + 1);
          }}
        />
        <IconButton
          label={text.rowRemove(no)}
          icon="close"
          isDisabled={count === 1}
          onPress={() => {
            editor.edit((draft) => removeStep(draft, at));
            focusRow(Math.min(no, count - 1));
          }}
        />
      </div>
    </li>
  );
});
