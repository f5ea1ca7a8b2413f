import { useState } from "react";
import type { ResultOf } from "#shared/contract.ts";
import { Button, LinkButton } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Form } from "../../components/form.tsx";
import { ErrorNote, InfoNote, OkNote } from "../../components/note.tsx";
import { TextArea } from "../../components/text-field.tsx";
import { useAction } from "../../store/use-action.ts";
import { commonText } from "../../text/common.ts";
import { verifyText as text } from "../../text/letters.ts";
import { letterPath } from "./letter-path.ts";

type Verdict = ResultOf<"letter.verify">;

const NOTES: Record<Verdict["verdict"], typeof OkNote> = {
  same: OkNote,
  different: ErrorNote,
  voided: ErrorNote,
  unknown: InfoNote,
  unreadable: InfoNote,
};

/** Tells whether a paper is a letter of this archive, by its code or its number. */
export function VerifyDialog({ onClose }: { onClose: () => void }) {
  const verify = useAction("letter.verify");
  const [code, setCode] = useState("");
  const [found, setFound] = useState<Verdict | null>(null);

  async function run(): Promise<void> {
    const result = await verify.run({ code });
    setFound(result.ok ? result.value : null);
  }

  const Note = found === null ? null : NOTES[found.verdict];
  return (
    <Dialog
      title={text.title}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{commonText.close}</Button>
          <Button tone="primary" pending={verify.pending} onPress={() => void run()}>
            {text.check}
          </Button>
        </>
      }
    >
      <Form failure={verify.failure} onSubmit={() => void run()} className="letter-form">
        <p className="muted">{text.help}</p>
        <TextArea
          label={text.code}
          path="code"
          rows={2}
          value={code}
          onChange={(next) => {
            setCode(next);
            setFound(null);
          }}
          max={10_000}
          required
          autoFocus
        />
      </Form>
      <div aria-live="polite">
        {found !== null && Note !== null && (
          <Note
            title={text.verdicts[found.verdict]}
            actions={
              found.letter !== null && (
                <LinkButton small href={letterPath(found.letter)}>
                  {text.open}
                </LinkButton>
              )
            }
          >
            {found.message}
          </Note>
        )}
      </div>
    </Dialog>
  );
}
