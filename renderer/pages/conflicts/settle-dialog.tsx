import type { ConflictShown } from "#shared/conflict/contract.ts";
import { ReasonDialog } from "../../components/reason-dialog.tsx";
import { useNotices } from "../../store/hooks.ts";
import { useAction } from "../../store/use-action.ts";
import { conflictsText as text, decisionText } from "../../text/conflicts.ts";

type SettleDialogProps = {
  conflict: ConflictShown;
  keep: "held" | "other";
  onClose: () => void;
};

/** One reason, and the decision counts. */
export function SettleDialog({ conflict, keep, onClose }: SettleDialogProps) {
  const notices = useNotices();
  const settle = useAction("conflict.settle");
  const isHeld = keep === "held";
  const [first] = conflict[keep].decisions;

  async function run(reason: string): Promise<void> {
    const { id, request } = conflict;
    const result = await settle.run({ request: request.id, conflict: id, keep, reason });
    if (!result.ok) return;
    notices.tell(text.settled(request.number));
    onClose();
  }

  return (
    <ReasonDialog
      title={isHeld ? text.settleHeld : text.settleOther}
      send={text.settle}
      tone="primary"
      label={text.reason}
      help={isHeld ? text.settleHeldHelp : text.settleOtherHelp}
      command={settle}
      onSend={run}
      onClose={onClose}
    >
      {first !== undefined && (
        <p>
          <strong>{decisionText(first)}</strong>
        </p>
      )}
    </ReasonDialog>
  );
}
