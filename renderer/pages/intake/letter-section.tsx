import type { ResultOf } from "#shared/contract.ts";
import { DateField } from "../../components/date-field.tsx";
import { Select } from "../../components/select.tsx";
import { TextArea, TextField } from "../../components/text-field.tsx";
import { deliveryText } from "../../text/request.ts";
import { intakeText as text } from "../../text/intake.ts";
import type { Intake } from "./intake.ts";

type SectionProps = { intake: Intake; onChange: (next: Partial<Intake>) => void };

/** What the letter says about itself. */
export function LetterSection({ intake, onChange }: SectionProps) {
  const { letter } = intake;
  return (
    <section className="card">
      <header className="card-head">
        <h2>{text.letter}</h2>
      </header>
      <div className="card-body fields">
        <TextField
          label={text.letterNumber}
          path="letter.number"
          value={letter.number ?? ""}
          onChange={(number) => onChange({ letter: { ...letter, number } })}
          max={120}
          autoFocus
        />
        <DateField
          label={text.letterDate}
          path="letter.date"
          value={letter.date ?? ""}
          onChange={(date) => onChange({ letter: { ...letter, date } })}
        />
        <DateField
          label={text.received}
          path="received"
          value={intake.received}
          onChange={(received) => onChange({ received })}
        />
      </div>
    </section>
  );
}

type Delivery = keyof typeof deliveryText;
const DELIVERIES = (Object.keys(deliveryText) as Delivery[]).map((value) => ({
  value,
  label: deliveryText[value],
}));

type RequestSectionProps = SectionProps & { sops: ResultOf<"sop.list">["sops"] };

/** What is asked, what for, and along which SOP. */
export function RequestSection({ intake, sops, onChange }: RequestSectionProps) {
  return (
    <section className="card">
      <header className="card-head">
        <h2>{text.request}</h2>
      </header>
      <div className="card-body fields">
        <div className="span-all">
          <TextField
            label={text.subject}
            path="subject"
            value={intake.subject}
            onChange={(subject) => onChange({ subject })}
            max={300}
            required
          />
        </div>
        <TextArea
          label={text.purpose}
          path="purpose"
          value={intake.purpose}
          onChange={(purpose) => onChange({ purpose })}
          rows={2}
          max={1000}
        />
        <Select
          label={text.delivery}
          path="delivery"
          value={intake.delivery}
          onChange={(delivery) => onChange({ delivery })}
          options={DELIVERIES}
        />
        <Select
          label={text.sop}
          path="sop"
          value={intake.sop}
          onChange={(sop) => onChange({ sop })}
          options={sops.map((sop) => ({ value: sop.id, label: `${sop.name} (${sop.office})` }))}
          required
        />
      </div>
    </section>
  );
}
