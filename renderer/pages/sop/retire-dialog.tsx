import { useState } from "react";
import type { ResultOf } from "#shared/contract.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Form } from "../../components/form.tsx";
import { TextArea } from "../../components/text-field.tsx";
import { useNotices } from "../../store/hooks.ts";
import { useAction } from "../../store/use-action.ts";
import { commonText } from "../../text/common.ts";
import { sopText as text } from "../../text/sop.ts";

type RetireDialogProps = { sop: ResultOf<"sop.get">; onClose: () => void };

/** Takes an SOP out of use, for a reason that stays in the records. */
export function RetireDialog({ sop, onClose }: RetireDialogProps) {
  const retire = useAction("sop.retire");
  const notices = useNotices();
  const [reason, setReason] = useState("");
  const running = sop.versions.reduce((sum, version) => sum + version.running, 0);

  async function submit(): Promise<void> {
    const retired = await retire.run({ id: sop.id, reason });
    if (!retired.ok) return;
    notices.tell(text.retireDone(sop.name));
    onClose();
  }

  return (
    <Dialog
      title={text.retireTitle(sop.name)}
      onClose={onClose}
      busy={retire.pending}
      footer={
        <>
          <Button onPress={onClose}>{commonText.cancel}</Button>
          <Button tone="danger" pending={retire.pending} onPress={() => void submit()}>
            {text.retireConfirm}
          </Button>
        </>
      }
    >
      <Form failure={retire.failure} onSubmit={() => void submit()}>
        <TextArea
          label={text.reason}
          path="reason"
          help={text.retireHelp(running)}
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
