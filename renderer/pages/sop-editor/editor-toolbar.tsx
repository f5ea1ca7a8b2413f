import { useState } from "react";
import { Button, IconButton } from "../../components/button.tsx";
import { ErrorNote } from "../../components/note.tsx";
import { useAsk, useGo } from "../../store/hooks.ts";
import { useServices } from "../../store/services.ts";
import { useQuery } from "../../store/use-query.ts";
import { editorText as text } from "../../text/sop-editor.ts";
import { useEditor, useEditorState } from "./editor-context.ts";

/** Undo, the state of saving, and publishing. */
export function EditorToolbar({ id, based }: { id: string; based: number | null }) {
  const editor = useEditor();
  const { notices, unsaved } = useServices();
  const ask = useAsk();
  const go = useGo();
  const canUndo = useEditorState((state) => state.history.past.length > 0);
  const canRedo = useEditorState((state) => state.history.future.length > 0);
  const save = useEditorState((state) => state.save);
  const failure = useEditorState((state) => state.failure);
  const version = useEditorState((state) => state.history.present.version);
  const errors = useEditorState(
    (state) => state.findings.filter((one) => one.level === "error").length,
  );
  const running = useQuery("sop.get", based === null ? null : { id });
  const [publishing, setPublishing] = useState(false);

  async function publish(): Promise<void> {
    const count = running.data?.versions.reduce((sum, one) => sum + one.running, 0) ?? 0;
    const agreed = await ask({
      title: text.publishTitle(version),
      body: text.publishBody(count),
      confirm: text.publish,
    });
    if (!agreed) return;
    setPublishing(true);
    const answer = await editor.publish();
    setPublishing(false);
    if (!answer.ok) {
      notices.fail(answer.error);
      return;
    }
    notices.tell(text.published(answer.value.version));
    if (await unsaved.mayLeave()) go(`/sop/${id}`);
  }

  return (
    <div className="editor-tools">
      {save === "failed" && failure !== null ? (
        <ErrorNote
          actions={
            <Button small onPress={() => void editor.flush()}>
              {text.saveAgain}
            </Button>
          }
        >
          {failure.message}
        </ErrorNote>
      ) : (
        <span className="muted" role="status">
          {text.save[save]}
        </span>
      )}
      <IconButton label={text.undo} icon="undo" isDisabled={!canUndo} onPress={editor.undo} />
      <IconButton label={text.redo} icon="redo" isDisabled={!canRedo} onPress={editor.redo} />
      <Button
        tone="primary"
        icon="check"
        pending={publishing}
        isDisabled={errors > 0}
        onPress={() => void publish()}
      >
        {errors > 0 ? text.publishBlocked(errors) : text.publish}
      </Button>
    </div>
  );
}
