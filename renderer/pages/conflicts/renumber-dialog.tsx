import { ReasonDialog } from "../../components/reason-dialog.tsx";
import { useNotices } from "../../store/hooks.ts";
import { useAction } from "../../store/use-action.ts";
import { conflictsText as text } from "../../text/conflicts.ts";

type RenumberDialogProps = { request: { id: string; subject: string }; onClose: () => void };

/** Gives one of two requests of the same number another one. */
export function RenumberDialog({ request, onClose }: RenumberDialogProps) {
  const notices = useNotices();
  const renumber = useAction("conflict.renumber");

  async function run(reason: string): Promise<void> {
    const result = await renumber.run({ request: request.id, reason });
    if (!result.ok) return;
    notices.tell(text.renumbered(result.value.before, result.value.number));
    onClose();
  }

  return (
    <ReasonDialog
      title={text.renumberTitle(request.subject)}
      send={text.renumber}
      tone="primary"
      label={text.reason}
      help={text.renumberHelp}
      command={renumber}
      onSend={run}
      onClose={onClose}
    />
  );
}
