import { useState } from "react";
import { useNotices } from "../../store/hooks.ts";
import { useAction } from "../../store/use-action.ts";
import { classifyText as text, retentionText } from "../../text/retention.ts";
import { ClassificationField } from "../registers/classification-field.tsx";
import { type ChosenProps, OrderDialog } from "./order-dialog.tsx";

/** Sets the classification of the archives that were chosen. */
export function ClassifyDialog({ requests, onClose, onDone }: ChosenProps) {
  const notices = useNotices();
  const classify = useAction("retention.classify");
  const [code, setCode] = useState("");

  async function save(): Promise<void> {
    const done = await classify.run({ requests, classification: code.trim() });
    if (!done.ok) return;
    notices.tell(text.done(done.value.total));
    onDone();
  }

  return (
    <OrderDialog
      title={text.title}
      save={text.save}
      pending={classify.pending}
      failure={classify.failure}
      onSave={() => void save()}
      onClose={onClose}
    >
      <p>{text.help(requests.length)}</p>
      <ClassificationField
        label={retentionText.classification}
        path="classification"
        value={code}
        onChange={setCode}
        required
      />
    </OrderDialog>
  );
}
