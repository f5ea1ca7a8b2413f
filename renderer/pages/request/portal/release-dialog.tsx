import "../../incoming/incoming.css";
import { useState } from "react";
import type { RequestDetail } from "#shared/contract.ts";
import { Button } from "../../../components/button.tsx";
import { CheckboxGroup } from "../../../components/checkbox-group.tsx";
import { DateField } from "../../../components/date-field.tsx";
import { Dialog } from "../../../components/dialog.tsx";
import { Form } from "../../../components/form.tsx";
import { TextArea } from "../../../components/text-field.tsx";
import { useNotices } from "../../../store/hooks.ts";
import { useSession } from "../../../store/session.ts";
import { useAction } from "../../../store/use-action.ts";
import { commonText } from "../../../text/common.ts";
import { incomingText as text } from "../../../text/incoming.ts";
import { lettersTabText } from "../../../text/letters.ts";

/** Days that an answer may be downloaded unless another day is chosen. */
const DAYS = 30;

type ReleaseDialogProps = { request: RequestDetail; onClose: () => void };

/** Which files and letters the requester may download on the portal, and until when. */
export function ReleaseDialog({ request, onClose }: ReleaseDialogProps) {
  const { today } = useSession();
  const notices = useNotices();
  const release = useAction("answer.release");
  const letters = request.letters.filter(
    ({ issued, voided }) => issued !== null && voided === null,
  );
  const attached = request.files.filter(({ withdrawn }) => withdrawn === null);
  const [chosen, setChosen] = useState<readonly string[]>(() => letters.map(({ id }) => id));
  const [files, setFiles] = useState<readonly string[]>([]);
  const [said, setSaid] = useState("");
  const [expires, setExpires] = useState(() => daysAfter(today, DAYS));

  async function submit(): Promise<void> {
    const done = await release.run({
      request: request.id,
      text: said,
      files: [...files],
      letters: [...chosen],
      expires,
    });
    if (!done.ok) return;
    notices.tell(text.releasedDone(done.value.expires));
    onClose();
  }

  return (
    <Dialog
      title={text.releaseTitle}
      onClose={onClose}
      busy={release.pending}
      footer={
        <>
          <Button onPress={onClose}>{commonText.cancel}</Button>
          <Button tone="primary" pending={release.pending} onPress={() => void submit()}>
            {text.releaseDo}
          </Button>
        </>
      }
    >
      <Form failure={release.failure} onSubmit={() => void submit()} className="portal-form">
        <p className="muted">{text.releaseHelp}</p>
        {letters.length + attached.length === 0 && <p>{text.releaseNothing}</p>}
        {letters.length > 0 && (
          <CheckboxGroup
            label={text.releaseLetters}
            path="letters"
            value={chosen}
            onChange={setChosen}
            options={letters.map(({ id, name, number, stage }) => ({
              value: id,
              label: lettersTabText.entry(name, number, stage),
            }))}
          />
        )}
        {attached.length > 0 && (
          <CheckboxGroup
            label={text.releaseFiles}
            path="files"
            value={files}
            onChange={setFiles}
            options={attached.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <TextArea
          label={text.releaseText}
          path="text"
          value={said}
          onChange={setSaid}
          rows={3}
          max={2000}
        />
        <DateField
          label={text.releaseExpires}
          path="expires"
          value={expires}
          onChange={setExpires}
        />
      </Form>
    </Dialog>
  );
}

const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
