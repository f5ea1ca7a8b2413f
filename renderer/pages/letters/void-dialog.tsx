import { useState } from "react";
import type { RequestDetail } from "#shared/contract.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Form } from "../../components/form.tsx";
import { TextArea } from "../../components/text-field.tsx";
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
  const [reason, setReason] = useState("");

  async function run(): Promise<void> {
    const result = await take.run({ request: request.id, letter: letter.id, reason });
    if (!result.ok) return;
    notices.tell(text.done(letter.number));
    onDone(result.value.letter);
  }

  return (
    <Dialog
      title={text.title}
      onClose={onClose}
      busy={take.pending}
      footer={
        <>
          <Button onPress={onClose}>{commonText.back}</Button>
          <Button tone="danger" pending={take.pending} onPress={() => void run()}>
            {text.save}
          </Button>
        </>
      }
    >
      <Form failure={take.failure} onSubmit={() => void run()} className="letter-form">
        <p>{text.help(letter.number)}</p>
        <TextArea
          label={text.reason}
          path="reason"
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
