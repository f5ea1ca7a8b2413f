import { useState } from "react";
import type { RequestDetail } from "#shared/contract.ts";
import type { Requester } from "#shared/request/model.ts";
import { Button } from "../../../components/button.tsx";
import { Dialog } from "../../../components/dialog.tsx";
import { Form } from "../../../components/form.tsx";
import { RequesterFields } from "../../../components/requester-fields.tsx";
import { TextArea } from "../../../components/text-field.tsx";
import { useNotices } from "../../../store/hooks.ts";
import { useServices } from "../../../store/services.ts";
import { useAction } from "../../../store/use-action.ts";
import { commonText } from "../../../text/common.ts";
import { identityText as text } from "../../../text/privacy.ts";

/** Corrects who asked, with a reason. */
export function CorrectDialog({
  request,
  onClose,
}: {
  request: RequestDetail;
  onClose: () => void;
}) {
  const { queries } = useServices();
  const notices = useNotices();
  const correct = useAction("identity.correct");
  const [requester, setRequester] = useState<Requester | null>(request.requester);
  const [reason, setReason] = useState("");
  if (requester === null) return null;

  async function submit(): Promise<void> {
    if (requester === null) return;
    const result = await correct.run({ request: request.id, requester, reason });
    if (!result.ok) return;
    queries.put("identity.get", { request: request.id }, result.value);
    queries.invalidate(request.id);
    notices.tell(text.corrected);
    onClose();
  }

  return (
    <Dialog
      title={text.correctTitle}
      onClose={onClose}
      busy={correct.pending}
      footer={
        <>
          <Button onPress={onClose}>{commonText.cancel}</Button>
          <Button tone="primary" pending={correct.pending} onPress={() => void submit()}>
            {commonText.save}
          </Button>
        </>
      }
    >
      <Form
        failure={correct.failure}
        onSubmit={() => void submit()}
        label={text.correctTitle}
        className="identity-form"
      >
        <p className="muted">{text.correctHelp}</p>
        <div className="fields">
          <RequesterFields requester={requester} onChange={setRequester} />
        </div>
        <TextArea
          label={text.correctReason}
          path="reason"
          value={reason}
          onChange={setReason}
          rows={2}
          max={1000}
          required
        />
      </Form>
    </Dialog>
  );
}
