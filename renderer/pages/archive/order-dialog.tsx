import type { ReactNode } from "react";
import type { Failure } from "#shared/errors.ts";
import { Button, type ButtonTone } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Form } from "../../components/form.tsx";
import { commonText } from "../../text/common.ts";

type OrderDialogProps = {
  title: string;
  save: string;
  tone?: ButtonTone;
  pending: boolean;
  failure: Failure | null;
  onSave: () => void;
  onClose: () => void;
  children: ReactNode;
};

/** A dialog with a form and one thing to do. */
export function OrderDialog(props: OrderDialogProps) {
  const { title, save, tone = "primary", pending, failure, onSave, onClose, children } = props;
  return (
    <Dialog
      title={title}
      busy={pending}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose} isDisabled={pending}>
            {commonText.cancel}
          </Button>
          <Button tone={tone} pending={pending} onPress={onSave}>
            {save}
          </Button>
        </>
      }
    >
      <Form failure={failure} onSubmit={onSave} className="retention-form">
        {children}
      </Form>
    </Dialog>
  );
}

/** What a dialog about chosen archives is given. */
export type ChosenProps = { requests: string[]; onClose: () => void; onDone: () => void };
