import { useState } from "react";
import { useLocation } from "wouter";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Form } from "../../components/form.tsx";
import { TextArea } from "../../components/text-field.tsx";
import { useServices } from "../../store/services.ts";
import { useAction } from "../../store/use-action.ts";
import { importedText as text } from "../../text/bundle.ts";
import { commonText } from "../../text/common.ts";

/** Takes a request of another office out of the archive again, with the reason. */
export function RemoveDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { notices } = useServices();
  const [, go] = useLocation();
  const remove = useAction("bundle.remove");
  const [reason, setReason] = useState("");

  async function submit(): Promise<void> {
    const removed = await remove.run({ id, reason });
    if (!removed.ok) return;
    notices.tell(text.removed);
    go("/arsip/kantor-lain");
  }

  return (
    <Dialog
      title={text.removeTitle}
      role="alertdialog"
      onClose={onClose}
      busy={remove.pending}
      footer={
        <>
          <Button onPress={onClose}>{commonText.cancel}</Button>
          <Button tone="danger" pending={remove.pending} onPress={() => void submit()}>
            {text.removeTitle}
          </Button>
        </>
      }
    >
      <Form failure={remove.failure} onSubmit={() => void submit()} className="tab-stack">
        <p>{text.removeHelp}</p>
        <TextArea
          label={text.removeReason}
          path="reason"
          value={reason}
          onChange={setReason}
          max={1000}
          required
          autoFocus
        />
      </Form>
    </Dialog>
  );
}
