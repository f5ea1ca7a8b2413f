import type { PublicationShown } from "#shared/ckan/contract.ts";
import { ReasonDialog } from "../../components/reason-dialog.tsx";
import { useServices } from "../../store/services.ts";
import { useAction } from "../../store/use-action.ts";
import { datasetText as text } from "../../text/ckan.ts";

type WithdrawDialogProps = { request: string; publication: PublicationShown; onClose: () => void };

/** Takes a dataset out of the queue, and its draft from the portal. */
export function WithdrawDialog({ request, publication, onClose }: WithdrawDialogProps) {
  const { queries, notices } = useServices();
  const withdraw = useAction("dataset.withdraw");

  async function submit(reason: string): Promise<void> {
    const done = await withdraw.run({ request, publication: publication.id, reason });
    if (!done.ok) return;
    queries.invalidate(request);
    notices.tell(text.withdrawn);
    onClose();
  }

  return (
    <ReasonDialog
      title={text.withdrawTitle}
      send={text.withdrawTitle}
      tone="danger"
      label={text.withdrawReason}
      className="catalogue-form"
      command={withdraw}
      onSend={submit}
      onClose={onClose}
    >
      <p>{text.withdrawHelp}</p>
    </ReasonDialog>
  );
}
