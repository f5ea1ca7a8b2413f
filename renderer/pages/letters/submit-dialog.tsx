import { useState } from "react";
import type { RequestDetail } from "#shared/contract.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Form } from "../../components/form.tsx";
import { InfoNote } from "../../components/note.tsx";
import { Select } from "../../components/select.tsx";
import { useNotices } from "../../store/hooks.ts";
import { useSession } from "../../store/session.ts";
import { useAction } from "../../store/use-action.ts";
import { commonText } from "../../text/common.ts";
import { checkText as text } from "../../text/letters.ts";
import { useLetterAnswer } from "./use-letter-answer.ts";

type SubmitDialogProps = {
  request: RequestDetail;
  /** Saves the draft first; null when that was refused. */
  save: () => Promise<string | null>;
  onClose: () => void;
};

/** Value of "nobody"; ids are longer. */
const NOBODY = "-";

/** Chooses who checks a draft, one after the other. */
export function SubmitDialog({ request, save, onClose }: SubmitDialogProps) {
  const { app, user } = useSession();
  const notices = useNotices();
  const submit = useAction("letter.submit");
  const answer = useLetterAnswer(request);
  const [chosen, setChosen] = useState<string[]>([]);
  const [saving, setSaving] = useState(false);
  const others = app.users.filter(({ id, active }) => active && id !== user.id);
  const places = text.places.slice(0, Math.min(chosen.length + 1, others.length, 3));

  async function run(): Promise<void> {
    setSaving(true);
    const letter = await save();
    setSaving(false);
    if (letter === null) {
      onClose();
      return;
    }
    const result = await submit.run({ request: request.id, letter, checkers: chosen });
    if (!result.ok) return;
    answer(result.value.letter);
    notices.tell(text.asked(result.value.letter.checks.map(({ by }) => by.name)));
    onClose();
  }

  return (
    <Dialog
      title={text.title}
      onClose={onClose}
      busy={submit.pending || saving}
      footer={
        <>
          <Button onPress={onClose}>{commonText.cancel}</Button>
          <Button
            tone="primary"
            pending={submit.pending || saving}
            isDisabled={chosen.length === 0}
            onPress={() => void run()}
          >
            {text.ask}
          </Button>
        </>
      }
    >
      {others.length === 0 ? (
        <InfoNote>{text.alone}</InfoNote>
      ) : (
        <Form failure={submit.failure} onSubmit={() => void run()} className="letter-form">
          <p className="muted">{text.help}</p>
          {places.map((label, place) => (
            <Select
              key={label}
              label={label}
              {...(place === 0 && { path: "checkers", required: true })}
              value={chosen[place] ?? NOBODY}
              onChange={(id) =>
                setChosen(id === NOBODY ? chosen.slice(0, place) : chosen.toSpliced(place, 1, id))
              }
              options={[
                ...(place === 0 ? [] : [{ value: NOBODY, label: text.nobody }]),
                ...others
                  .filter(({ id }) => chosen[place] === id || !chosen.includes(id))
                  .map(({ id, name, post }) => ({ value: id, label: `${name}, ${post}` })),
              ]}
            />
          ))}
        </Form>
      )}
    </Dialog>
  );
}
