import { useState } from "react";
import type { ParamsIn, RequestDetail } from "#shared/contract.ts";
import { Button } from "../../components/button.tsx";
import { CheckboxGroup } from "../../components/checkbox-group.tsx";
import { DateField } from "../../components/date-field.tsx";
import { Form } from "../../components/form.tsx";
import { InfoNote } from "../../components/note.tsx";
import { Select } from "../../components/select.tsx";
import { TextArea } from "../../components/text-field.tsx";
import { useNotices, useUnsaved } from "../../store/hooks.ts";
import { useServices } from "../../store/services.ts";
import { useSession } from "../../store/session.ts";
import { useAction } from "../../store/use-action.ts";
import { documentText, natureText } from "../../text/request.ts";
import { letterText as text } from "../../text/request-page.ts";

type Given = NonNullable<ParamsIn<"document.render">["disposition"]>;
type Nature = keyof typeof natureText;

const NATURES = (Object.keys(natureText) as Nature[]).map((value) => ({
  value,
  label: natureText[value],
}));
const EMPTY = {
  to: [] as string[],
  instructions: [] as string[],
  nature: "ordinary" as Nature,
  note: "",
  due: "",
};

const asOptions = (words: readonly string[]) => words.map((word) => ({ value: word, label: word }));

type DispositionFormProps = {
  request: RequestDetail;
  /** What is being written; null for the sheet as it stands. */
  onChange: (given: Given | null) => void;
};

/** A superior's instruction, ticked as on the lembar disposisi. */
export function DispositionForm({ request, onChange }: DispositionFormProps) {
  const { office } = useSession();
  const { queries } = useServices();
  const notices = useNotices();
  const give = useAction("disposition.give");
  const [given, setGiven] = useState(EMPTY);
  const [touched, setTouched] = useState(false);
  useUnsaved(touched, documentText.disposition.toLowerCase());

  function change(next: Partial<typeof EMPTY>): void {
    const whole = { ...given, ...next };
    setGiven(whole);
    setTouched(true);
    onChange({ ...whole, to: whole.to.length === 0 ? undefined : whole.to });
  }

  async function submit(): Promise<void> {
    const result = await give.run({ request: request.id, ...given });
    if (!result.ok) return;
    setGiven(EMPTY);
    setTouched(false);
    onChange(null);
    queries.put("request.get", { id: request.id }, result.value);
    notices.tell(text.given);
  }

  return (
    <Form failure={give.failure} onSubmit={() => void submit()} className="tab-stack">
      {request.dispositions.length > 0 && !touched && <InfoNote>{text.latest}</InfoNote>}
      <CheckboxGroup
        label={text.recipients}
        path="to"
        value={given.to}
        onChange={(to) => change({ to })}
        options={asOptions(office.recipients)}
        required
      />
      <CheckboxGroup
        label={text.instructions}
        path="instructions"
        value={given.instructions}
        onChange={(instructions) => change({ instructions })}
        options={asOptions(office.instructions)}
      />
      <Select
        label={text.nature}
        path="nature"
        value={given.nature}
        onChange={(nature) => change({ nature })}
        options={NATURES}
      />
      <TextArea
        label={text.dispositionNote}
        path="note"
        value={given.note}
        onChange={(note) => change({ note })}
        max={2000}
      />
      <DateField
        label={text.due}
        path="due"
        value={given.due}
        onChange={(due) => change({ due })}
      />
      <Button type="submit" pending={give.pending}>
        {text.give}
      </Button>
    </Form>
  );
}
