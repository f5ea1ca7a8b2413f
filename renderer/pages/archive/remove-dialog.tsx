import { useLocation } from "wouter";
import { ReasonDialog } from "../../components/reason-dialog.tsx";
import { useServices } from "../../store/services.ts";
import { useAction } from "../../store/use-action.ts";
import { importedText as text } from "../../text/bundle.ts";

/** Takes a request of another office out of the archive again, with the reason. */
export function RemoveDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { notices } = useServices();
  const [, go] = useLocation();
  const remove = useAction("bundle.remove");

  async function submit(reason: string): Promise<void> {
    const removed = await remove.run({ id, reason });
    if (!removed.ok) return;
    notices.tell(text.removed);
    go("/arsip/kantor-lain");
  }

  return (
    <ReasonDialog
      title={text.removeTitle}
      role="alertdialog"
      send={text.removeTitle}
      tone="danger"
      label={text.removeReason}
      className="tab-stack"
      command={remove}
      onSend={submit}
      onClose={onClose}
    >
      <p>{text.removeHelp}</p>
    </ReasonDialog>
  );
}
