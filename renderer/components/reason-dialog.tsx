import { type ReactNode, useState } from "react";
import type { Failure } from "#shared/errors.ts";
import { commonText } from "../text/common.ts";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { Form } from "./form.tsx";
import { TextArea } from "./text-field.tsx";

type ReasonDialogProps = {
  title: string;
  role?: "alertdialog";
  /** What the button says that does it, and the one that does nothing. */
  send: string;
  back?: string;
  tone: "primary" | "danger";
  /** Of the field for the reason. */
  label: string;
  help?: string;
  command: { pending: boolean; failure: Failure | null };
  onSend: (reason: string) => Promise<void>;
  onClose: () => void;
  className?: string;
  /** What stands above the reason. */
  children?: ReactNode;
};

/** Something that is done for a reason, which stays in the records. */
export function ReasonDialog({
  title,
  role,
  send,
  back = commonText.cancel,
  tone,
  label,
  help,
  command,
  onSend,
  onClose,
  className,
  children,
}: ReasonDialogProps) {
  const [reason, setReason] = useState("");
  const submit = (): void => void onSend(reason);
  return (
    <Dialog
      title={title}
      role={role}
      onClose={onClose}
      busy={command.pending}
      footer={
        <>
          <Button onPress={onClose}>{back}</Button>
          <Button tone={tone} pending={command.pending} onPress={submit}>
            {send}
          </Button>
        </>
      }
    >
      <Form failure={command.failure} onSubmit={submit} className={className}>
        {children}
        <TextArea
          label={label}
          path="reason"
          help={help}
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
