import { useState } from "react";
import type { Result } from "#shared/errors.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Form } from "../../components/form.tsx";
import { TextArea } from "../../components/text-field.tsx";
import type { RequestDetail } from "#shared/contract.ts";
import { useNotices } from "../../store/hooks.ts";
import { useServices } from "../../store/services.ts";
import { useAction } from "../../store/use-action.ts";
import { commonText } from "../../text/common.ts";
import { nounOf, type RequestNoun, requestPageText as text } from "../../text/request-page.ts";

/** What is asked for in words before it happens. */
export type Reasoned =
  | { what: "undo"; step: number }
  | { what: "cancel" }
  | { what: "note" }
  | { what: "withdraw"; file: string; name: string };

type ReasonDialogProps = { request: RequestDetail; asked: Reasoned; onClose: () => void };

export function ReasonDialog({ request: detail, asked, onClose }: ReasonDialogProps) {
  const request = detail.id;
  const { queries } = useServices();
  const notices = useNotices();
  const [words, setWords] = useState("");
  const undo = useAction("step.undo");
  const cancel = useAction("request.cancel");
  const note = useAction("note.add");
  const withdraw = useAction("file.withdraw");
  const { title, help, done, confirm } = wordsOf(asked, nounOf(detail));
  const action = { undo, cancel, note, withdraw }[asked.what];

  function run(): Promise<Result<RequestDetail>> {
    switch (asked.what) {
      case "undo":
        return undo.run({ request, reason: words });
      case "cancel":
        return cancel.run({ request, reason: words });
      case "note":
        return note.run({ request, text: words });
      case "withdraw":
        return withdraw.run({ request, file: asked.file, reason: words });
      default:
        return asked satisfies never;
    }
  }

  async function submit(): Promise<void> {
    const result = await run();
    if (!result.ok) return;
    queries.put("request.get", { id: request }, result.value);
    notices.tell(done);
    onClose();
  }

  return (
    <Dialog
      title={title}
      onClose={onClose}
      busy={action.pending}
      footer={
        <>
          <Button onPress={onClose}>{commonText.cancel}</Button>
          <Button
            tone={asked.what === "cancel" ? "danger" : "primary"}
            pending={action.pending}
            onPress={() => void submit()}
          >
            {confirm}
          </Button>
        </>
      }
    >
      <Form failure={action.failure} onSubmit={() => void submit()}>
        <TextArea
          label={asked.what === "note" ? text.noteText : text.reason}
          path={asked.what === "note" ? "text" : "reason"}
          help={help}
          value={words}
          onChange={setWords}
          max={asked.what === "note" ? 4000 : 1000}
          required
          autoFocus
        />
      </Form>
    </Dialog>
  );
}

function wordsOf(asked: Reasoned, noun: RequestNoun) {
  switch (asked.what) {
    case "undo":
      return {
        title: text.undoTitle(asked.step),
        help: text.undoHelp(noun),
        done: text.undoDone(asked.step),
        confirm: text.undoTitle(asked.step),
      };
    case "cancel":
      return {
        title: text.cancelTitle(noun),
        help: text.cancelHelp(noun),
        done: text.cancelDone(noun),
        confirm: text.cancelTitle(noun),
      };
    case "note":
      return { title: text.noteTitle, help: "", done: text.noteDone, confirm: commonText.save };
    case "withdraw":
      return {
        title: text.withdrawTitle(asked.name),
        help: text.withdrawHelp(noun),
        done: text.withdrawn(asked.name),
        confirm: text.withdraw,
      };
    default:
      return asked satisfies never;
  }
}
