import { OUTCOMES, type Target } from "#shared/sop/definition.ts";
import type { DraftBranch, DraftStep } from "#shared/sop/draft.ts";
import { setStep } from "#shared/sop/edit.ts";
import { OUTCOME_WORDS } from "#shared/sheet/words.ts";
import { IconButton } from "../../components/button.tsx";
import { editorText as text } from "../../text/sop-editor.ts";
import { useEditor } from "./editor-context.ts";

/** Where a row leads: one way, or a decision's answers with their words. */
export function WaysField({ step, count }: { step: DraftStep; count: number }) {
  const editor = useEditor();
  const at = step.no - 1;
  const decides = step.kind === "decision";
  const ways: readonly DraftBranch[] = step.next.length === 0 ? [{ to: null }] : step.next;

  const put = (index: number, change: Partial<DraftBranch>, place: string | null) => {
    const next = ways.map((way, each) => (each === index ? { ...way, ...change } : way));
    editor.edit((draft) => setStep(draft, at, { next }), place);
  };
  const setWays = (next: DraftBranch[]) => editor.edit((draft) => setStep(draft, at, { next }));

  return (
    <fieldset className="cell cell-ways">
      <legend>{decides ? text.answers : text.next}</legend>
      {ways.map((way, index) => (
        // A way has no identity but its place.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index} className="way">
          {(decides || way.when !== undefined) && (
            <input
              className="input"
              aria-label={text.answer(step.no, index + 1)}
              placeholder={text.answerExample}
              value={way.when ?? ""}
              onChange={({ target }) =>
                put(index, { when: target.value }, `when ${step.no} ${index}`)
              }
            />
          )}
          <select
            className="input"
            aria-label={text.target(step.no, index + 1)}
            value={way.to ?? ""}
            onChange={({ target }) => put(index, { to: targetOf(target.value) }, null)}
          >
            <option value="">{text.chooseTarget}</option>
            {Array.from({ length: count }, (_, row) => (
              <option key={row + 1} value={row + 1}>
                {text.rowTarget(row + 1)}
              </option>
            ))}
            {OUTCOMES.map((outcome) => (
              <option key={outcome} value={`end:${outcome}`}>
                {text.endTarget(OUTCOME_WORDS[outcome])}
              </option>
            ))}
          </select>
          {decides && ways.length > 1 && (
            <IconButton
              label={text.answerRemove(step.no, index + 1)}
              icon="close"
              onPress={() => setWays(ways.filter((_, each) => each !== index))}
            />
          )}
        </div>
      ))}
      {decides && ways.length < MOST && (
        <button
          type="button"
          className="link-button"
          onClick={() => setWays([...ways, { when: "", to: null }])}
        >
          {text.addAnswer}
        </button>
      )}
    </fieldset>
  );
}

/** As many as a definition takes. */
const MOST = 12;

function targetOf(value: string): Target | null {
  if (value === "") return null;
  return value.startsWith("end:") ? (value as Target) : Number(value);
}
