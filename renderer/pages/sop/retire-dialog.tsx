import type { ResultOf } from "#shared/contract.ts";
import { ReasonDialog } from "../../components/reason-dialog.tsx";
import { useNotices } from "../../store/hooks.ts";
import { useAction } from "../../store/use-action.ts";
import { sopText as text } from "../../text/sop.ts";

type RetireDialogProps = { sop: ResultOf<"sop.get">; onClose: () => void };

/** Takes an SOP out of use, for a reason that stays in the records. */
export function RetireDialog({ sop, onClose }: RetireDialogProps) {
  const retire = useAction("sop.retire");
  const notices = useNotices();
  const running = sop.versions.reduce((sum, version) => sum + version.running, 0);

  async function submit(reason: string): Promise<void> {
    const retired = await retire.run({ id: sop.id, reason });
    if (!retired.ok) return;
    notices.tell(text.retireDone(sop.name));
    onClose();
  }

  return (
    <ReasonDialog
      title={text.retireTitle(sop.name)}
      send={text.retireConfirm}
      tone="danger"
      label={text.reason}
      help={text.retireHelp(running)}
      command={retire}
      onSend={submit}
      onClose={onClose}
    />
  );
}
