import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Form } from "../../components/form.tsx";
import { TextArea } from "../../components/text-field.tsx";
import { useNotices } from "../../store/hooks.ts";
import { useAction } from "../../store/use-action.ts";
import { commonText } from "../../text/common.ts";
import { conflictsText as text } from "../../text/conflicts.ts";

type RenumberDialogProps = { request: { id: string; subject: string }; onClose: () => void };

/** Gives one of two requests of the same number another one. */
export function RenumberDialog({ request, onClose }: RenumberDialogProps) {
  const notices = useNotices();
  const renumber = useAction("conflict.renumber");
  const [reason, setReason] = useState("");

  async function run(): Promise<void> {
    const result = await renumber.run({ request: request.id, reason });
    if (!result.ok) return;
    notices.tell(text.renumbered(result.value.before, result.value.number));
    onClose();
  }

  return (
    <Dialog
      title={text.renumberTitle(request.subject)}
      onClose={onClose}
      busy={renumber.pending}
      footer={
        <>
          <Button onPress={onClose}>{commonText.cancel}</Button>
          <Button tone="primary" pending={renumber.pending} onPress={() => void run()}>
            {text.renumber}
          </Button>
        </>
      }
    >
      <Form failure={renumber.failure} onSubmit={() => void run()}>
        <TextArea
          label={text.reason}
          path="reason"
          help={text.renumberHelp}
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
