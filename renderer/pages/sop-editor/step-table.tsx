import { addStep } from "#shared/sop/edit.ts";
import { Button } from "../../components/button.tsx";
import { editorText as text } from "../../text/sop-editor.ts";
import { useDraft, useEditor, useEditorState } from "./editor-context.ts";
import { focusRow } from "./focus-row.ts";
import { StepRow } from "./step-row.tsx";

/** The rows of the sheet as fields, two lines each. */
export function StepTable() {
  const { steps, lanes } = useDraft();
  const editor = useEditor();
  const findings = useEditorState((state) => state.findings);
  const broken = new Set(findings.flatMap((one) => (one.level === "error" ? [one.step] : [])));
  return (
    <section className="steps" aria-label={text.rows}>
      <ol>
        {steps.map((step, at) => (
          <StepRow
            key={step.no}
            step={step}
            lanes={lanes}
            count={steps.length}
            broken={broken.has(step.no)}
            last={at === steps.length - 1}
          />
        ))}
      </ol>
      <Button
        small
        icon="plus"
        onPress={() => {
          editor.edit((draft) => addStep(draft, draft.steps.length));
          focusRow(steps.length + 1);
        }}
      >
        {text.addRow}
      </Button>
    </section>
  );
}
