import { useState } from "react";
import type { ParamsIn, RequestDetail } from "#shared/contract.ts";
import { Button } from "../../components/button.tsx";
import { DateField } from "../../components/date-field.tsx";
import { Form } from "../../components/form.tsx";
import { InfoNote } from "../../components/note.tsx";
import { TextArea, TextField } from "../../components/text-field.tsx";
import { useAsk, useNotices, useUnsaved } from "../../store/hooks.ts";
import { useServices } from "../../store/services.ts";
import { useSession } from "../../store/session.ts";
import { useAction } from "../../store/use-action.ts";
import { documentText } from "../../text/request.ts";
import { letterText as text } from "../../text/request-page.ts";

type LetterText = NonNullable<ParamsIn<"document.render">["text"]>;
type LetterKind = "refusal" | "delivery" | "extension";
type LetterFormProps = {
  request: RequestDetail;
  kind: LetterKind;
  onChange: (letter: LetterText) => void;
};

/** What the officer writes on a letter, until it has its number. */
export function LetterForm({ request, kind, onChange }: LetterFormProps) {
  const issued = request.documents.find((document) => document.kind === kind);
  if (issued !== undefined) return <InfoNote>{text.numbered(issued.number)}</InfoNote>;
  return <Draft request={request} kind={kind} onChange={onChange} />;
}

function Draft({ request, kind, onChange }: LetterFormProps) {
  const { queries } = useServices();
  const { today } = useSession();
  const notices = useNotices();
  const ask = useAsk();
  const issue = useAction("document.issue");
  const [reasons, setReasons] = useState(() => refusalNote(request));
  const [letter, setLetter] = useState({ note: "", date: today, number: "" });
  const [touched, setTouched] = useState(false);
  useUnsaved(touched, documentText[kind].toLowerCase());

  const whole = (lines = reasons, rest = letter): LetterText => ({
    ...rest,
    reasons: kind === "refusal" ? lines.split("\n").filter((line) => line.trim() !== "") : [],
  });
  function change(lines: string, rest: typeof letter): void {
    setReasons(lines);
    setLetter(rest);
    setTouched(true);
    onChange(whole(lines, rest));
  }

  async function submit(): Promise<void> {
    if (!(await ask(text.issueAsk))) return;
    const result = await issue.run({ request: request.id, kind, ...whole() });
    if (!result.ok) return;
    setTouched(false);
    queries.put("request.get", { id: request.id }, result.value);
    const number = result.value.documents.find((document) => document.kind === kind)?.number;
    notices.tell(text.issued(number ?? ""));
  }

  return (
    <Form failure={issue.failure} onSubmit={() => void submit()} className="tab-stack">
      {kind === "refusal" && (
        <TextArea
          label={text.reasons}
          help={text.reasonsHelp}
          path="reasons"
          rows={5}
          value={reasons}
          onChange={(lines) => change(lines, letter)}
          required
        />
      )}
      <TextArea
        label={text.note}
        path="note"
        value={letter.note}
        onChange={(note) => change(reasons, { ...letter, note })}
        max={2000}
      />
      <DateField
        label={text.date}
        path="date"
        value={letter.date}
        onChange={(date) => change(reasons, { ...letter, date })}
      />
      <TextField
        label={text.number}
        help={text.numberHelp}
        path="number"
        value={letter.number}
        onChange={(number) => change(reasons, { ...letter, number })}
        max={120}
      />
      <Button type="submit" pending={issue.pending}>
        {text.issue}
      </Button>
    </Form>
  );
}

/** The note of the latest decision, which usually says why. */
const refusalNote = (request: RequestDetail): string =>
  request.visits.findLast((visit) => visit.branch !== null && visit.note !== "")?.note ?? "";
