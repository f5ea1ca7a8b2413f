import { useState } from "react";
import type { RequestDetail } from "#shared/contract.ts";
import type { Failure } from "#shared/errors.ts";
import type { Template } from "#shared/letter/template.ts";
import type { LetterText } from "#shared/request/model.ts";
import { Button } from "../../components/button.tsx";
import { fieldsOf, Form } from "../../components/form.tsx";
import { ErrorNote, InfoNote } from "../../components/note.tsx";
import { useAsk, useNotices } from "../../store/hooks.ts";
import { useServices } from "../../store/services.ts";
import { useSession } from "../../store/session.ts";
import { useAction } from "../../store/use-action.ts";
import { draftText as text } from "../../text/letters.ts";
import { asksWhom, HeadFields, ToField } from "./head-fields.tsx";
import { LetterInputs } from "./letter-inputs.tsx";
import { hasHead, headParts, type LetterDetail, proposalsOf, sentText } from "./letter-text.ts";
import { NumberDialog } from "./number-dialog.tsx";
import { SubmitDialog } from "./submit-dialog.tsx";
import { useLetterAnswer } from "./use-letter-answer.ts";

type LetterEditorProps = {
  request: RequestDetail;
  template: Template;
  /** Null until it is saved for the first time. */
  letter: LetterDetail | null;
  text: LetterText;
  /** There is something to save. */
  dirty: boolean;
  onChange: (text: LetterText) => void;
  /** It stands in the archive under this id, as a draft or with its number. */
  onSaved: (id: string) => void;
  onClose: () => void;
};

const HEAD_PATHS = new Set([
  "to",
  "subject",
  "date",
  "security",
  "urgency",
  "classification",
  "signer",
  "copies",
]);

/** The form of a letter that has no number yet. */
export function LetterEditor(props: LetterEditorProps) {
  const { request, template, letter, text: written, dirty, onChange, onSaved, onClose } = props;
  const { office, today, app } = useSession();
  const { queries } = useServices();
  const notices = useNotices();
  const ask = useAsk();
  const answer = useLetterAnswer(request);
  const draft = useAction("letter.draft");
  const discard = useAction("letter.discard");
  const [refused, setRefused] = useState<Failure | null>(null);
  const [open, setOpen] = useState<"number" | "submit" | null>(null);
  const failure = draft.failure ?? refused;
  const officer = app.users.find(({ id }) => id === request.registered.by.id);
  const proposals = proposalsOf(template, written, {
    request,
    office,
    today,
    officerPost: officer?.post ?? "",
  });
  const parts = headParts(template);
  const checked = letter !== null && letter.stage !== "draft";
  const sentBack = letter?.checks.find((check) => check.at !== null && !check.approved);

  /** The letter's id once all that was written is saved; null when it was refused. */
  async function save(): Promise<string | null> {
    setRefused(null);
    if (letter !== null && !dirty) return letter.id;
    if (checked && !(await ask(text.takeBackAsk))) return null;
    const result = await draft.run({
      request: request.id,
      kind: template.id,
      ...(letter !== null && { letter: letter.id }),
      ...sentText(written),
    });
    if (!result.ok) return null;
    answer(result.value.letter);
    onSaved(result.value.letter.id);
    return result.value.letter.id;
  }

  async function keep(): Promise<void> {
    if ((await save()) !== null) notices.tell(text.saved);
  }
  async function throwAway(): Promise<void> {
    if (letter === null || !(await ask(text.discardAsk(template.name)))) return;
    const result = await discard.run({ request: request.id, letter: letter.id });
    if (!result.ok) {
      notices.fail(result.error);
      return;
    }
    queries.invalidate(request.id);
    notices.tell(text.discarded);
    onClose();
  }

  return (
    <>
      <Form
        failure={failure}
        onSubmit={() => void keep()}
        className="letter-form"
        label={text.form(template.name)}
      >
        {sentBack !== undefined && (
          <ErrorNote title={text.returned(sentBack.by.name)}>{sentBack.note}</ErrorNote>
        )}
        {checked && <InfoNote>{text.takesBack}</InfoNote>}
        {parts.to && asksWhom(proposals) && (
          <ToField letter={written} proposals={proposals} onChange={onChange} />
        )}
        <LetterInputs
          template={template}
          letter={written}
          proposals={proposals}
          onChange={onChange}
        />
        {hasHead(parts) && (
          <HeadFields
            parts={parts}
            letter={written}
            proposals={proposals}
            classification={template.classification}
            numbered={template.register !== null}
            mustShow={[...fieldsOf(failure).keys()].some((path) => HEAD_PATHS.has(path))}
            onChange={onChange}
          />
        )}
        <div className="letter-actions">
          {template.register !== null && (
            <>
              <Button tone="primary" onPress={() => setOpen("number")}>
                {text.number}
              </Button>
              <Button onPress={() => setOpen("submit")}>{text.submit}</Button>
            </>
          )}
          <Button type="submit" pending={draft.pending}>
            {text.save}
          </Button>
          {letter !== null && (
            <Button tone="quiet" pending={discard.pending} onPress={() => void throwAway()}>
              {text.discard}
            </Button>
          )}
        </div>
      </Form>
      {open === "submit" && (
        <SubmitDialog request={request} save={save} onClose={() => setOpen(null)} />
      )}
      {open === "number" && (
        <NumberDialog
          request={request}
          kind={template.id}
          register={template.register}
          letter={letter}
          text={written}
          save={dirty && letter !== null ? save : null}
          onRefused={(why) => {
            setOpen(null);
            setRefused(why);
          }}
          onIssued={(id) => {
            setOpen(null);
            onSaved(id);
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
