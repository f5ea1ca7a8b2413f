import "./dialog.css";
import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { commonText } from "../text/common.ts";
import { IconButton } from "./button.tsx";

type DialogProps = {
  title: string;
  onClose: () => void;
  /** Nearly the whole window, for a form beside its paper. */
  wide?: boolean;
  /** Something runs that must not be left: no closing. */
  busy?: boolean;
  footer?: ReactNode;
  role?: "dialog" | "alertdialog";
  children: ReactNode;
};

/** A dialog that is open while it is mounted; Escape and the cross close it. */
export function Dialog({
  title,
  onClose,
  wide,
  busy = false,
  footer,
  role,
  children,
}: DialogProps) {
  return (
    <ModalOverlay
      className="dialog-veil"
      isOpen
      isKeyboardDismissDisabled={busy}
      onOpenChange={(open) => {
        if (!open && !busy) onClose();
      }}
    >
      <Modal className={wide ? "dialog-frame dialog-wide" : "dialog-frame"}>
        <AriaDialog className="dialog" role={role}>
          <header className="dialog-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <IconButton
              slot={null}
              label={commonText.close}
              icon="close"
              isDisabled={busy}
              onPress={onClose}
            />
          </header>
          <div className="dialog-body">{children}</div>
          {footer !== undefined && footer !== false && (
            <footer className="dialog-foot">{footer}</footer>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
