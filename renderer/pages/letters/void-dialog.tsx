import type { RequestDetail } from "#shared/contract.ts";
import { ReasonDialog } from "../../components/reason-dialog.tsx";
import { useNotices } from "../../store/hooks.ts";
import { useAction } from "../../store/use-action.ts";
import { commonText } from "../../text/common.ts";
import { voidText as text } from "../../text/letters.ts";
import type { LetterDetail } from "./letter-text.ts";

type VoidDialogProps = {
  request: RequestDetail;
  letter: LetterDetail;
  onDone: (letter: LetterDetail) => void;
  onClose: () => void;
};

/** Takes a numbered letter back, with a reason that stays in its register. */
export function VoidDialog({ request, letter, onDone, onClose }: VoidDialogProps) {
  const notices = useNotices();
  const take = useAction("letter.void");

  async function run(reason: string): Promise<void> {
    const result = await take.run({ request: request.id, letter: letter.id, reason });
    if (!result.ok) return;
    notices.tell(text.done(letter.number));
    onDone(result.value.letter);
  }

  return (
    <ReasonDialog
      title={text.title}
      send={text.save}
      back={commonText.back}
      tone="danger"
      label={text.reason}
      className="letter-form"
      command={take}
      onSend={run}
      onClose={onClose}
    >
      <p>{text.help(letter.number)}</p>
    </ReasonDialog>
  );
}
