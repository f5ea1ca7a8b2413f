import { useState } from "react";
import type { ConflictShown } from "#shared/conflict/contract.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Form } from "../../components/form.tsx";
import { TextArea } from "../../components/text-field.tsx";
import { useNotices } from "../../store/hooks.ts";
import { useAction } from "../../store/use-action.ts";
import { commonText } from "../../text/common.ts";
import { conflictsText as text, decisionText } from "../../text/conflicts.ts";

type SettleDialogProps = {
  conflict: ConflictShown;
  keep: "held" | "other";
  onClose: () => void;
};

/** One reason, and the decision counts. */
export function SettleDialog({ conflict, keep, onClose }: SettleDialogProps) {
  const notices = useNotices();
  const settle = useAction("conflict.settle");
  const [reason, setReason] = useState("");
  const isHeld = keep === "held";
  const [first] = conflict[keep].decisions;

  async function run(): Promise<void> {
    const { id, request } = conflict;
    const result = await settle.run({ request: request.id, conflict: id, keep, reason });
    if (!result.ok) return;
    notices.tell(text.settled(request.number));
    onClose();
  }

  return (
    <Dialog
      title={isHeld ? text.settleHeld : text.settleOther}
      onClose={onClose}
      busy={settle.pending}
      footer={
        <>
          <Button onPress={onClose}>{commonText.cancel}</Button>
          <Button tone="primary" pending={settle.pending} onPress={() => void run()}>
            {text.settle}
          </Button>
        </>
      }
    >
      <Form failure={settle.failure} onSubmit={() => void run()}>
        {first !== undefined && (
          <p>
            <strong>{decisionText(first)}</strong>
          </p>
        )}
        <TextArea
          label={text.reason}
          path="reason"
          help={isHeld ? text.settleHeldHelp : text.settleOtherHelp}
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
