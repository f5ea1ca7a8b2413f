import { useState } from "react";
import type { RequestDetail } from "#shared/contract.ts";
import { Button } from "../../../components/button.tsx";
import { CheckBox } from "../../../components/check-box.tsx";
import { Dialog } from "../../../components/dialog.tsx";
import { Form } from "../../../components/form.tsx";
import { TextArea } from "../../../components/text-field.tsx";
import { useNotices } from "../../../store/hooks.ts";
import { useServices } from "../../../store/services.ts";
import { useAction } from "../../../store/use-action.ts";
import { commonText } from "../../../text/common.ts";
import { identityText as text } from "../../../text/privacy.ts";

/** Asks once, names what is lost, and wants a reason. */
export function EraseDialog({ request, onClose }: { request: RequestDetail; onClose: () => void }) {
  const { queries } = useServices();
  const notices = useNotices();
  const erase = useAction("identity.erase");
  const [reason, setReason] = useState("");
  const running = request.status === "running";
  const [confirmed, setConfirmed] = useState(false);

  async function submit(): Promise<void> {
    const result = await erase.run({ request: request.id, reason, confirmed });
    if (!result.ok) return;
    queries.put("identity.get", { request: request.id }, result.value);
    queries.invalidate(request.id);
    notices.tell(text.erased);
    onClose();
  }

  return (
    <Dialog
      title={text.eraseTitle}
      role="alertdialog"
      onClose={onClose}
      busy={erase.pending}
      footer={
        <>
          <Button onPress={onClose}>{commonText.cancel}</Button>
          <Button
            tone="danger"
            pending={erase.pending}
            isDisabled={running && !confirmed}
            onPress={() => void submit()}
          >
            {text.eraseConfirm}
          </Button>
        </>
      }
    >
      <Form
        failure={erase.failure}
        onSubmit={() => void submit()}
        label={text.eraseTitle}
        className="identity-form"
      >
        <div>
          <p>{text.eraseLead(request.requester?.name ?? "")}</p>
          <ul className="identity-lost">
            {text.eraseLost.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </div>
        <p className="muted">{text.eraseKept}</p>
        <TextArea
          label={text.eraseReason}
          path="reason"
          value={reason}
          onChange={setReason}
          rows={2}
          max={1000}
          required
          autoFocus
        />
        {running && (
          <CheckBox isSelected={confirmed} onChange={setConfirmed}>
            {text.eraseRunning}
          </CheckBox>
        )}
      </Form>
    </Dialog>
  );
}
