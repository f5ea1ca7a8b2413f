import { useState } from "react";
import { useStore } from "zustand";
import type { ResultOf } from "#shared/contract.ts";
import type { Template } from "#shared/letter/template.ts";
import { Button, IconButton } from "../../components/button.tsx";
import { useAsk, useNotices, useUnsaved } from "../../store/hooks.ts";
import { useServices } from "../../store/services.ts";
import { useAction } from "../../store/use-action.ts";
import { templatesText as text } from "../../text/templates.ts";
import { useEditor, useProblems, useTemplate } from "./editor-context.ts";
import { SaveNote } from "./save-note.tsx";
import { VersionsDialog } from "./versions-dialog.tsx";

type Known = ResultOf<"template.get">;

/** Undo, versions, back to the shipped form, and saving. */
export function EditorToolbar({ known }: { known: Known }) {
  const editor = useEditor();
  const { client, queries } = useServices();
  const notices = useNotices();
  const ask = useAsk();
  const template = useTemplate();
  const changed = useStore(editor, ({ history, saved }) => history.present !== saved);
  const canUndo = useStore(editor, ({ history }) => history.past.length > 0);
  const canRedo = useStore(editor, ({ history }) => history.future.length > 0);
  const invalid = useProblems().some((one) => one.invalid);
  const save = useAction("template.save");
  const reset = useAction("template.reset");
  const [looking, setLooking] = useState(false);
  /** What was refused; the refusal stands while it is what is on the screen. */
  const [tried, setTried] = useState<Template | null>(null);
  useUnsaved(changed, text.unsaved(template.name));

  async function keep(): Promise<void> {
    setTried(template);
    const answer = await save.run({ template });
    if (!answer.ok) return;
    editor.markSaved(template, answer.value.version);
    queries.invalidate(null);
    notices.tell(text.saved(answer.value.version));
  }

  async function goBack(): Promise<void> {
    const agreed = await ask({
      title: text.resetTitle,
      body: text.resetBody(template.name, changed),
      confirm: text.reset,
    });
    if (!agreed) return;
    setTried(template);
    const answer = await reset.run({ id: template.id });
    if (!answer.ok) return;
    const now = await client.call("template.get", { id: template.id });
    if (!now.ok) {
      notices.fail(now.error);
      return;
    }
    editor.replace(now.value.template, now.value.version);
    queries.invalidate(null);
    notices.tell(text.resetDone(now.value.version));
  }

  return (
    <>
      <div className="editor-tools">
        <span className="muted" role="status">
          {changed ? text.unsavedState : text.savedState}
        </span>
        <IconButton label={text.undo} icon="undo" isDisabled={!canUndo} onPress={editor.undo} />
        <IconButton label={text.redo} icon="redo" isDisabled={!canRedo} onPress={editor.redo} />
        <Button onPress={() => setLooking(true)}>{text.versions}</Button>
        {known.shipped && (
          <Button
            pending={reset.pending}
            isDisabled={!known.changed && !changed}
            onPress={() => void goBack()}
          >
            {text.reset}
          </Button>
        )}
        <Button
          tone="primary"
          icon="check"
          pending={save.pending}
          isDisabled={!changed || invalid}
          onPress={() => void keep()}
        >
          {text.save}
        </Button>
      </div>
      <SaveNote
        known={known}
        failure={tried === template ? (save.failure ?? reset.failure) : null}
      />
      {looking && (
        <VersionsDialog
          id={template.id}
          versions={known.versions}
          onClose={() => setLooking(false)}
          onUse={(older, version) => {
            setLooking(false);
            editor.edit(() => older);
            notices.tell(text.versionUsed(version));
          }}
        />
      )}
    </>
  );
}
