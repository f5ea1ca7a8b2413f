import { useEffect, useState } from "react";
import type { Failure } from "#shared/errors.ts";
import type { IncomingStep } from "#shared/public-request/contract.ts";
import { FileDrop } from "../../components/file-drop.tsx";
import { Button, IconButton } from "../../components/button.tsx";
import { Form } from "../../components/form.tsx";
import { Name } from "../../components/name.tsx";
import { Select } from "../../components/select.tsx";
import { TextArea } from "../../components/text-field.tsx";
import { useGo, useNotices, useUnsaved } from "../../store/hooks.ts";
import { useServices } from "../../store/services.ts";
import { useAction } from "../../store/use-action.ts";
import { sizeText } from "../../text/common.ts";
import { formText } from "../../text/form.ts";
import { incomingText as text } from "../../text/incoming.ts";

type AnswerFormProps = { step: IncomingStep; onDecline: () => void };

/** Branch, words and files that go back to the office that asked. */
export function AnswerForm({ step, onDecline }: AnswerFormProps) {
  const { upload } = useServices();
  const go = useGo();
  const notices = useNotices();
  const answer = useAction("handover.answer");
  const [branch, setBranch] = useState("");
  const [note, setNote] = useState("");
  const [files, setFiles] = useState<readonly File[]>([]);
  const [sending, setSending] = useState("");
  const [failure, setFailure] = useState<Failure | null>(null);
  const { branches } = step.step;
  const [sent, setSent] = useState(false);
  useUnsaved(!sent && (note !== "" || files.length > 0), text.answer);
  // Only after the form has let go of its changes, or leaving it would ask.
  useEffect(() => {
    if (sent) go("/masuk");
  }, [sent, go]);

  async function submit(): Promise<void> {
    const uploads: string[] = [];
    setFailure(null);
    for (const file of files) {
      setSending(file.name);
      const taken = await upload(file);
      if (!taken.ok) {
        setSending("");
        setFailure(taken.error);
        return;
      }
      uploads.push(taken.value.upload);
    }
    setSending("");
    const done = await answer.run({
      message: step.message,
      branch: branch === "" ? null : branch,
      note,
      uploads,
    });
    if (!done.ok) return;
    notices.tell(text.answered);
    setSent(true);
  }

  return (
    <section className="card">
      <header className="card-head">
        <h2>{text.answer}</h2>
      </header>
      <div className="card-body">
        <Form
          failure={failure ?? answer.failure}
          onSubmit={() => void submit()}
          className="portal-form"
        >
          <p className="muted small">{text.answerHelp}</p>
          {branches.length > 0 && (
            <Select
              label={text.branch}
              path="branch"
              value={branch}
              onChange={setBranch}
              options={branches.map((value) => ({ value, label: value }))}
              required
            />
          )}
          <TextArea
            label={text.answerNote}
            path="note"
            value={note}
            onChange={setNote}
            rows={4}
            max={2000}
          />
          <FileDrop label={text.answerFiles} onFiles={(more) => setFiles([...files, ...more])} />
          {files.length > 0 && (
            <ul className="intake-scans">
              {files.map((file, index) => (
                // oxlint-disable-next-line react/no-array-index-key
                <li key={`${index} ${file.name}`}>
                  <Name>{file.name}</Name>
                  <span className="muted small">{sizeText(file.size)}</span>
                  <IconButton
                    icon="close"
                    label={formText.dismissFile(file.name)}
                    onPress={() => setFiles(files.filter((_, at) => at !== index))}
                  />
                </li>
              ))}
            </ul>
          )}
          {sending !== "" && <p role="status">{text.sending(sending)}</p>}
          <Button type="submit" tone="primary" wide pending={answer.pending || sending !== ""}>
            {text.answerDo}
          </Button>
          <Button wide small onPress={onDecline}>
            {text.decline}
          </Button>
        </Form>
      </div>
    </section>
  );
}
