import { useState } from "react";
import { TextArea } from "../../components/text-field.tsx";
import { useNotices } from "../../store/hooks.ts";
import { useAction } from "../../store/use-action.ts";
import { destructionText as text } from "../../text/retention.ts";
import { type ChosenProps, OrderDialog } from "./order-dialog.tsx";

/** Proposes a destruction; nothing is erased by it. */
export function ProposeDialog({ requests, onClose, onDone }: ChosenProps) {
  const notices = useNotices();
  const propose = useAction("destruction.propose");
  const [reason, setReason] = useState(text.reasonUsual);

  async function save(): Promise<void> {
    const proposed = await propose.run({ requests, reason });
    if (!proposed.ok) return;
    notices.tell(text.proposed);
    onDone();
  }

  return (
    <OrderDialog
      title={text.propose}
      save={text.propose}
      pending={propose.pending}
      failure={propose.failure}
      onSave={() => void save()}
      onClose={onClose}
    >
      <p>{text.proposeHelp(requests.length)}</p>
      <TextArea
        label={text.reason}
        help={text.reasonHelp}
        path="reason"
        value={reason}
        onChange={setReason}
        max={2000}
        required
      />
    </OrderDialog>
  );
}
