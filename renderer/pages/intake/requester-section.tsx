import type { Requester } from "#shared/request/model.ts";
import { Select } from "../../components/select.tsx";
import { TextArea, TextField } from "../../components/text-field.tsx";
import { Name } from "../../components/name.tsx";
import { useQuery } from "../../store/use-query.ts";
import { intakeText as text } from "../../text/intake.ts";
import { requesterKindText } from "../../text/request.ts";
import type { Intake } from "./intake.ts";

type Form = Intake["requester"];
type Kind = Requester["kind"];
type RequesterSectionProps = { requester: Form; onChange: (requester: Form) => void };

const KINDS = (Object.keys(requesterKindText) as Kind[]).map((value) => ({
  value,
  label: requesterKindText[value],
}));
/** Letters typed before requesters seen before are looked up. */
const ENOUGH = 3;

/** Who asks; somebody who came before is filled in with one click. */
export function RequesterSection({ requester, onChange }: RequesterSectionProps) {
  const words = requester.name.trim();
  const found = useQuery("requester.find", words.length < ENOUGH ? null : { words });
  const known = (found.data ?? []).filter((one) => !same(one, requester));
  const set = (next: Partial<Form>): void => onChange({ ...requester, ...next });
  const line = (
    key: "identity" | "institution" | "phone" | "email",
    label: string,
    max: number,
  ) => (
    <TextField
      label={label}
      path={`requester.${key}`}
      value={requester[key] ?? ""}
      onChange={(value) => set({ [key]: value })}
      max={max}
    />
  );
  return (
    <section className="card">
      <header className="card-head">
        <h2>{text.requester}</h2>
      </header>
      <div className="card-body fields">
        <TextField
          label={text.name}
          help={text.nameHelp}
          path="requester.name"
          value={requester.name}
          onChange={(name) => set({ name })}
          max={200}
          required
        />
        <Select
          label={text.kind}
          path="requester.kind"
          value={requester.kind ?? "individual"}
          onChange={(kind) => set({ kind })}
          options={KINDS}
        />
        {line("identity", text.identity, 60)}
        {known.length > 0 && (
          <ul className="span-all intake-known" aria-label={text.known}>
            {known.slice(0, 4).map((one) => (
              <li key={JSON.stringify(one)}>
                <button type="button" className="intake-pick" onClick={() => onChange(one)}>
                  <Name>{[one.name, one.institution, one.phone].filter(Boolean).join(" · ")}</Name>
                </button>
              </li>
            ))}
          </ul>
        )}
        {line("institution", text.institution, 200)}
        {line("phone", text.phone, 60)}
        {line("email", text.email, 200)}
        <div className="span-all">
          <TextArea
            label={text.address}
            path="requester.address"
            value={requester.address ?? ""}
            onChange={(address) => set({ address })}
            rows={2}
            max={400}
          />
        </div>
      </div>
    </section>
  );
}

const same = (known: Requester, written: Form): boolean =>
  (Object.keys(known) as (keyof Requester)[]).every((key) => known[key] === written[key]);
