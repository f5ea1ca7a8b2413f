import type { DraftStep } from "#shared/sop/draft.ts";
import { editorText as text } from "../../text/sop-editor.ts";

type AlsoFieldProps = {
  step: DraftStep;
  lanes: readonly string[];
  onChange: (also: string[]) => void;
};

/** Lanes also involved. */
export function AlsoField({ step, lanes, onChange }: AlsoFieldProps) {
  const others = [...new Set(lanes)].filter((lane) => lane !== step.lane && lane !== "");
  if (others.length === 0) return null;
  return (
    <details className="cell cell-also">
      <summary>
        {text.also}: {step.also.length === 0 ? text.nobody : step.also.join(", ")}
      </summary>
      {others.map((lane) => (
        <label key={lane} className="also">
          <input
            type="checkbox"
            checked={step.also.includes(lane)}
            onChange={({ target }) =>
              onChange(
                target.checked ? [...step.also, lane] : step.also.filter((one) => one !== lane),
              )
            }
          />
          {lane}
        </label>
      ))}
    </details>
  );
}
