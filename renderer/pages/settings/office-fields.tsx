import type { Office } from "#shared/office.ts";
import { CheckBox } from "../../components/check-box.tsx";
import { Select } from "../../components/select.tsx";
import { TextArea, TextField } from "../../components/text-field.tsx";
import { officeText } from "../../text/settings.ts";
import { LogoField } from "./logo-field.tsx";
import { NipField } from "./nip-field.tsx";

type OfficeFieldsProps = { office: Office; onChange: (office: Office) => void };

const ZONES = [
  { value: "WIB", label: "WIB (UTC+7)" },
  { value: "WITA", label: "WITA (UTC+8)" },
  { value: "WIT", label: "WIT (UTC+9)" },
] as const;

/** The office's profile in the order of its paper: kop, signing official, numbers, disposisi. */
export function OfficeFields({ office, onChange }: OfficeFieldsProps) {
  const set = (change: Partial<Office>): void => onChange({ ...office, ...change });
  const text = (key: TextKey, label: string, more: object = {}) => (
    <TextField
      label={label}
      path={key}
      value={office[key]}
      onChange={(value) => set({ [key]: value })}
      {...more}
    />
  );
  const head = (key: keyof Office["head"], label: string, more: object = {}) => (
    <TextField
      label={label}
      path={`head.${key}`}
      value={office.head[key]}
      onChange={(value) => set({ head: { ...office.head, [key]: value } })}
      {...more}
    />
  );
  return (
    <>
      <section className="card">
        <header className="card-head">
          <h2>{officeText.letterhead}</h2>
        </header>
        <div className="card-body fields">
          {text("government", officeText.government, {
            required: true,
            help: officeText.governmentHelp,
            max: 160,
          })}
          {text("name", officeText.name, { required: true, help: officeText.nameHelp, max: 160 })}
          <TextArea
            label={officeText.address}
            path="address"
            value={office.address}
            onChange={(address) => set({ address })}
            rows={2}
            max={300}
            required
          />
          {text("phone", officeText.phone, { max: 60 })}
          {text("email", officeText.email, { max: 120 })}
          {text("website", officeText.website, { max: 120 })}
          {text("place", officeText.place, { required: true, help: officeText.placeHelp, max: 80 })}
          <Select
            label={officeText.zone}
            path="zone"
            value={office.zone}
            onChange={(zone) => set({ zone })}
            options={ZONES}
          />
          <LogoField value={office.logo} onChange={(logo) => set({ logo })} />
        </div>
      </section>
      <section className="card">
        <header className="card-head">
          <h2>{officeText.head}</h2>
        </header>
        <div className="card-body fields">
          {head("post", officeText.post, { required: true, max: 200 })}
          {head("name", officeText.person, { required: true, max: 200 })}
          {head("rank", officeText.rank, { max: 120 })}
          <NipField
            path="head.nip"
            value={office.head.nip}
            onChange={(nip) => set({ head: { ...office.head, nip } })}
          />
        </div>
      </section>
      <section className="card">
        <header className="card-head">
          <h2>{officeText.letters}</h2>
        </header>
        <div className="card-body fields">
          <TextArea
            label={officeText.objection}
            help={officeText.objectionHelp}
            path="objection"
            value={office.objection}
            onChange={(objection) => set({ objection })}
            max={600}
          />
        </div>
      </section>
      <section className="card">
        <header className="card-head">
          <h2>{officeText.disposition}</h2>
        </header>
        <div className="card-body fields">
          <Lines
            label={officeText.recipients}
            path="recipients"
            value={office.recipients}
            onChange={(recipients) => set({ recipients })}
          />
          <Lines
            label={officeText.instructions}
            path="instructions"
            value={office.instructions}
            onChange={(instructions) => set({ instructions })}
          />
        </div>
      </section>
      <section className="card">
        <header className="card-head">
          <h2>{officeText.sheet}</h2>
        </header>
        <div className="card-body">
          <CheckBox isSelected={office.sheetDots} onChange={(sheetDots) => set({ sheetDots })}>
            {officeText.sheetDots}
          </CheckBox>
          <p className="muted small">{officeText.sheetDotsHelp}</p>
        </div>
      </section>
    </>
  );
}

type TextKey = "government" | "name" | "phone" | "email" | "website" | "place";

type LinesProps = {
  label: string;
  path: string;
  value: readonly string[];
  onChange: (lines: string[]) => void;
};

/** A list as lines of text; what is blank is left out when it is saved. */
function Lines({ label, path, value, onChange }: LinesProps) {
  return (
    <TextArea
      label={label}
      path={path}
      rows={5}
      value={value.join("\n")}
      onChange={(text) => onChange(text === "" ? [] : text.split("\n"))}
    />
  );
}

/** The profile as it is saved: without the lines that were left blank. */
export function cleaned(office: Office): Office {
  const filled = (lines: readonly string[]) => lines.filter((line) => line.trim() !== "");
  return {
    ...office,
    recipients: filled(office.recipients),
    instructions: filled(office.instructions),
    head: { ...office.head, nip: office.head.nip.replace(/\s/g, "") },
  };
}
