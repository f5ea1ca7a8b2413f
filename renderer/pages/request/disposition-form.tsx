import { useState } from "react";
import type { ParamsIn, RequestDetail } from "#shared/contract.ts";
import type { DispositionDetail } from "#shared/disposition/contract.ts";
import { dayOf } from "#shared/time/zone.ts";
import { Button } from "../../components/button.tsx";
import { CheckboxGroup } from "../../components/checkbox-group.tsx";
import { DateField } from "../../components/date-field.tsx";
import { Form } from "../../components/form.tsx";
import { LinesField } from "../../components/lines-field.tsx";
import { InfoNote } from "../../components/note.tsx";
import { Select } from "../../components/select.tsx";
import { TextArea } from "../../components/text-field.tsx";
import { useNotices, useUnsaved } from "../../store/hooks.ts";
import { useServices } from "../../store/services.ts";
import { useSession } from "../../store/session.ts";
import { useAction } from "../../store/use-action.ts";
import { dispositionText as text } from "../../text/disposition.ts";
import { natureText } from "../../text/request.ts";
import {
  type DispositionDraft,
  givenOf,
  newDraft,
  parentOf,
  postsOf,
  recipientsOf,
} from "./disposition-draft.ts";

export type Given = NonNullable<ParamsIn<"document.render">["disposition"]>;
type Nature = keyof typeof natureText;

const NATURES = (Object.keys(natureText) as Nature[]).map((value) => ({
  value,
  label: natureText[value],
}));
/** Stands for no parent in the list of them. */
const NO_PARENT = "-";

const asOptions = (words: readonly string[]) => words.map((word) => ({ value: word, label: word }));

type DispositionFormProps = {
  request: RequestDetail;
  /** The one that is passed on; null for one of its own. */
  forwarded: DispositionDetail | null;
  /** What is being written; null for the sheet as it stands. */
  onChange: (given: Given | null) => void;
};

/** A superior's instruction, ticked as on the lembar disposisi. */
export function DispositionForm({ request, forwarded, onChange }: DispositionFormProps) {
  const { office, user } = useSession();
  const { queries } = useServices();
  const notices = useNotices();
  const give = useAction("disposition.give");
  const [draft, setDraft] = useState(() => newDraft(office, user, forwarded));
  const [touched, setTouched] = useState(false);
  useUnsaved(touched, text.unsaved);
  const to = recipientsOf(draft);
  const posts = [...new Set([...postsOf(office), draft.from])];

  function change(next: Partial<DispositionDraft>): void {
    const whole = { ...draft, ...next };
    setDraft(whole);
    setTouched(true);
    const { to: recipients, ...given } = givenOf(whole, request);
    onChange({ ...given, to: recipients.length === 0 ? undefined : recipients });
  }

  async function submit(): Promise<void> {
    const result = await give.run({ request: request.id, ...givenOf(draft, request) });
    if (!result.ok) return;
    setDraft(newDraft(office, user, null));
    setTouched(false);
    onChange(null);
    queries.put("request.get", { id: request.id }, result.value);
    notices.tell(text.done(to));
  }

  return (
    <Form failure={give.failure} onSubmit={() => void submit()} className="tab-stack">
      {request.dispositions.length > 0 && forwarded === null && !touched && (
        <InfoNote>{text.latest}</InfoNote>
      )}
      <Select
        label={text.formFrom}
        path="from"
        value={draft.from}
        onChange={(from) => change({ from, to: draft.to.filter((one) => one !== from) })}
        options={asOptions(posts)}
      />
      {request.dispositions.length > 0 && (
        <ParentField
          request={request}
          value={parentOf(draft, request)}
          onChange={(parent) => change({ parent })}
        />
      )}
      <CheckboxGroup
        label={text.recipients}
        path="to"
        value={draft.to}
        onChange={(chosen) => change({ to: chosen })}
        options={asOptions(office.recipients.filter((one) => one !== draft.from))}
        required
      />
      <LinesField
        label={text.otherRecipients}
        items={draft.otherTo}
        onChange={(otherTo) => change({ otherTo })}
      />
      {to.length > 1 && (
        <Select
          label={text.formLeads}
          path="leads"
          value={to.includes(draft.leads) ? draft.leads : (to[0] ?? "")}
          onChange={(leads) => change({ leads })}
          options={asOptions(to)}
        />
      )}
      <CheckboxGroup
        label={text.instructions}
        path="instructions"
        value={draft.instructions}
        onChange={(instructions) => change({ instructions })}
        options={asOptions(office.instructions)}
      />
      <LinesField
        label={text.otherInstructions}
        items={draft.otherInstructions}
        onChange={(otherInstructions) => change({ otherInstructions })}
      />
      <Select
        label={text.nature}
        path="nature"
        value={draft.nature}
        onChange={(nature) => change({ nature })}
        options={NATURES}
      />
      <TextArea
        label={text.note}
        path="note"
        value={draft.note}
        onChange={(note) => change({ note })}
        max={2000}
      />
      <DateField
        label={text.formDue}
        path="due"
        value={draft.due}
        onChange={(due) => change({ due })}
      />
      <Button type="submit" tone="primary" pending={give.pending}>
        {text.submit}
      </Button>
    </Form>
  );
}

type ParentFieldProps = {
  request: RequestDetail;
  value: string | null;
  onChange: (parent: string | null) => void;
};

/** Which disposition of the request this one passes on. */
function ParentField({ request, value, onChange }: ParentFieldProps) {
  const { zone } = useSession().office;
  const options = [
    { value: NO_PARENT, label: text.formParentNone },
    ...request.dispositions.map(({ id, from, to, at }) => ({
      value: id,
      label: text.parentWords(from, to, dayOf(at, zone)),
    })),
  ];
  return (
    <Select
      label={text.formParent}
      path="parent"
      value={value ?? NO_PARENT}
      onChange={(chosen) => onChange(chosen === NO_PARENT ? null : chosen)}
      options={options}
    />
  );
}
