import { useState } from "react";
import type { PublicationShown } from "#shared/ckan/contract.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Form } from "../../components/form.tsx";
import { TextArea } from "../../components/text-field.tsx";
import { useServices } from "../../store/services.ts";
import { useAction } from "../../store/use-action.ts";
import { datasetText as text } from "../../text/ckan.ts";
import { commonText } from "../../text/common.ts";

type WithdrawDialogProps = { request: string; publication: PublicationShown; onClose: () => void };

/** Takes a dataset out of the queue, and its draft from the portal. */
export function WithdrawDialog({ request, publication, onClose }: WithdrawDialogProps) {
  const { queries, notices } = useServices();
  const withdraw = useAction("dataset.withdraw");
  const [reason, setReason] = useState("");

  async function submit(): Promise<void> {
    const done = await withdraw.run({ request, publication: publication.id, reason });
    if (!done.ok) return;
    queries.invalidate(request);
    notices.tell(text.withdrawn);
    onClose();
  }

  return (
    <Dialog
      title={text.withdrawTitle}
      onClose={onClose}
      busy={withdraw.pending}
      footer={
        <>
          <Button onPress={onClose}>{commonText.cancel}</Button>
          <Button tone="danger" pending={withdraw.pending} onPress={() => void submit()}>
            {text.withdrawTitle}
          </Button>
        </>
      }
    >
      <Form failure={withdraw.failure} onSubmit={() => void submit()} className="catalogue-form">
        <p>{text.withdrawHelp}</p>
        <TextArea
          label={text.withdrawReason}
          path="reason"
          required
          autoFocus
          value={reason}
          onChange={setReason}
          max={1000}
        />
      </Form>
    </Dialog>
  );
}
