import { useState } from "react";
import type { ResultOf } from "#shared/contract.ts";
import { Button } from "../../components/button.tsx";
import { Form } from "../../components/form.tsx";
import { TextArea } from "../../components/text-field.tsx";
import { useNotices } from "../../store/hooks.ts";
import { useAction } from "../../store/use-action.ts";
import { checkText as text } from "../../text/letters.ts";

type CheckFormProps = {
  request: string;
  letter: string;
  onChecked: (answer: ResultOf<"letter.check">) => void;
};

/** Gives the paraf that is one's own to give, or sends the draft back with a reason. */
export function CheckForm({ request, letter, onChecked }: CheckFormProps) {
  const notices = useNotices();
  const check = useAction("letter.check");
  const [note, setNote] = useState("");

  async function run(approved: boolean): Promise<void> {
    const result = await check.run({ request, letter, approved, note });
    if (!result.ok) return;
    notices.tell(approved ? text.done : text.sentBack);
    onChecked(result.value);
  }

  return (
    <Form failure={check.failure} onSubmit={() => void run(true)} className="letter-form">
      <TextArea
        label={text.note}
        help={text.noteHelp}
        path="note"
        rows={2}
        value={note}
        onChange={setNote}
        max={1000}
      />
      <div className="letter-actions">
        <Button type="submit" tone="primary" pending={check.pending}>
          {text.give}
        </Button>
        <Button pending={check.pending} onPress={() => void run(false)}>
          {text.sendBack}
        </Button>
      </div>
    </Form>
  );
}
