import { useState } from "react";
import { type Decision, DECISIONS } from "#shared/retention/model.ts";
import { NumberField } from "../../components/number-field.tsx";
import { Select } from "../../components/select.tsx";
import { TextArea } from "../../components/text-field.tsx";
import { useNotices } from "../../store/hooks.ts";
import { useAction } from "../../store/use-action.ts";
import { decisionText, reviewText as text } from "../../text/retention.ts";
import { type ChosenProps, OrderDialog } from "./order-dialog.tsx";

const OPTIONS = DECISIONS.map((value) => ({ value, label: decisionText[value] }));

/** Decides on archives that the schedule says to look at again. */
export function ReviewDialog({ requests, onClose, onDone }: ChosenProps) {
  const notices = useNotices();
  const review = useAction("retention.review");
  const [decision, setDecision] = useState<Decision>("extend");
  const [years, setYears] = useState(2);
  const [reason, setReason] = useState("");

  async function save(): Promise<void> {
    const decided = await review.run({
      requests,
      decision,
      reason,
      ...(decision === "extend" && { years }),
    });
    if (!decided.ok) return;
    notices.tell(text.done(decided.value.total));
    onDone();
  }

  return (
    <OrderDialog
      title={text.title}
      save={text.save}
      pending={review.pending}
      failure={review.failure}
      onSave={() => void save()}
      onClose={onClose}
    >
      <p>{text.help(requests.length)}</p>
      <Select
        label={text.decision}
        path="decision"
        value={decision}
        onChange={setDecision}
        options={OPTIONS}
      />
      {decision === "extend" && (
        <NumberField
          label={text.years}
          path="years"
          value={years}
          onChange={setYears}
          min={1}
          max={100}
        />
      )}
      <TextArea
        label={text.reason}
        path="reason"
        value={reason}
        onChange={setReason}
        max={2000}
        required
      />
    </OrderDialog>
  );
}
