import { useState } from "react";
import type { RequestDetail } from "#shared/contract.ts";
import { Button } from "../../components/button.tsx";
import { DateField } from "../../components/date-field.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Form } from "../../components/form.tsx";
import { Select } from "../../components/select.tsx";
import { TextArea, TextField } from "../../components/text-field.tsx";
import { useNotices } from "../../store/hooks.ts";
import { useSession } from "../../store/session.ts";
import { useAction } from "../../store/use-action.ts";
import { commonText } from "../../text/common.ts";
import { sendText as text } from "../../text/letters.ts";
import { type LetterDetail, linesOf } from "./letter-text.ts";
import { OneFile } from "./one-file.tsx";
import { useOneUpload } from "./use-one-upload.ts";

type SendDialogProps = {
  request: RequestDetail;
  letter: LetterDetail;
  onDone: (letter: LetterDetail) => void;
  onClose: () => void;
};

/** Value of a way that is not in the list. */
const OTHER = "-";
const WAYS = [
  ...text.ways.map((way) => ({ value: way, label: way })),
  { value: OTHER, label: text.otherWay },
];

/** Records how a letter went out, to whom and when, with a proof. */
export function SendDialog({ request, letter, onDone, onClose }: SendDialogProps) {
  const { today } = useSession();
  const notices = useNotices();
  const send = useAction("letter.send");
  const proof = useOneUpload();
  const [form, setForm] = useState({
    way: WAYS[0]?.value ?? OTHER,
    other: "",
    to: linesOf(letter.to)[0] ?? request.requester?.name ?? "",
    day: today,
    note: "",
  });
  const set = (change: Partial<typeof form>): void => setForm({ ...form, ...change });

  async function run(): Promise<void> {
    const given = await proof.send();
    if (given === null) return;
    const { way, other, to, day, note } = form;
    const how = way === OTHER ? other : way;
    const ids = { request: request.id, letter: letter.id };
    const result = await send.run({ ...ids, how, to, day, note, ...given });
    if (!result.ok) return;
    notices.tell(text.done);
    onDone(result.value.letter);
  }

  return (
    <Dialog
      title={text.title}
      onClose={onClose}
      busy={send.pending || proof.percent !== null}
      footer={
        <>
          <Button onPress={onClose}>{commonText.cancel}</Button>
          <Button
            tone="primary"
            pending={send.pending || proof.percent !== null}
            onPress={() => void run()}
          >
            {text.save}
          </Button>
        </>
      }
    >
      <Form
        failure={proof.failure ?? send.failure}
        onSubmit={() => void run()}
        className="letter-form"
      >
        <Select
          label={text.how}
          {...(form.way !== OTHER && { path: "how" })}
          value={form.way}
          onChange={(way) => set({ way })}
          options={WAYS}
        />
        {form.way === OTHER && (
          <TextField
            label={text.otherHow}
            path="how"
            value={form.other}
            onChange={(other) => set({ other })}
            max={120}
            required
          />
        )}
        <TextField
          label={text.to}
          path="to"
          value={form.to}
          onChange={(to) => set({ to })}
          max={200}
          required
        />
        <DateField
          label={text.day}
          path="day"
          value={form.day}
          onChange={(day) => set({ day })}
          required
        />
        <TextArea
          label={text.note}
          path="note"
          value={form.note}
          onChange={(note) => set({ note })}
          rows={2}
          max={1000}
        />
        <OneFile
          label={text.proof}
          path="file"
          file={proof.file}
          percent={proof.percent}
          onChange={proof.setFile}
        />
      </Form>
    </Dialog>
  );
}
