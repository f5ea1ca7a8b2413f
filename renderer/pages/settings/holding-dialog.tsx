import type { ReactNode } from "react";
import type { MethodName, ParamsIn } from "#shared/contract.ts";
import type { Failure } from "#shared/errors.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Form } from "../../components/form.tsx";
import { useServices } from "../../store/services.ts";
import { useAction } from "../../store/use-action.ts";
import { commonText } from "../../text/common.ts";

type HoldingMethod = Extract<
  MethodName,
  "register.ask" | "register.assign" | "register.take" | "register.return"
>;

type Command = { pending: boolean; failure: Failure | null };

/** A change of who gives which numbers; `told` is said when it is done, and the dialog closes. */
export function useHolding<M extends HoldingMethod>(
  method: M,
  told: string,
  onDone: () => void,
): Command & { send(params: ParamsIn<M>): Promise<void> } {
  const { queries, notices } = useServices();
  const { run, pending, failure } = useAction(method);
  return {
    pending,
    failure,
    async send(params) {
      const done = await run(params);
      if (!done.ok) return;
      queries.invalidate(null);
      notices.tell(told);
      onDone();
    },
  };
}

type HoldingDialogProps = {
  title: string;
  /** What the button says. */
  send: string;
  danger?: boolean;
  disabled?: boolean;
  command: Command;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
};

export function HoldingDialog({
  title,
  send,
  danger = false,
  disabled = false,
  command,
  onSubmit,
  onClose,
  children,
}: HoldingDialogProps) {
  return (
    <Dialog
      title={title}
      onClose={onClose}
      busy={command.pending}
      footer={
        <>
          <Button onPress={onClose}>{commonText.cancel}</Button>
          <Button
            tone={danger ? "danger" : "primary"}
            pending={command.pending}
            isDisabled={disabled}
            onPress={onSubmit}
          >
            {send}
          </Button>
        </>
      }
    >
      <Form failure={command.failure} onSubmit={onSubmit} className="holding-form">
        {children}
      </Form>
    </Dialog>
  );
}
