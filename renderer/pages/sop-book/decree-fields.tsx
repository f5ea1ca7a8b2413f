import type { Book } from "#shared/sop/book.ts";
import { Button, IconButton } from "../../components/button.tsx";
import { CheckBox } from "../../components/check-box.tsx";
import { LinesField } from "../../components/lines-field.tsx";
import { TextArea, TextField } from "../../components/text-field.tsx";
import { commonText } from "../../text/common.ts";
import { useSession } from "../../store/session.ts";
import { bookText as text } from "../../text/sop-book.ts";
import type { BookFieldsProps } from "./cover-fields.tsx";
import { emptyDecree } from "./new-book.ts";
import { SignedFields } from "./signed-fields.tsx";

type Decree = NonNullable<Book["decree"]>;

export function DecreeFields({ book, onChange }: BookFieldsProps) {
  const { office } = useSession();
  const { decree } = book;
  const set = (next: Decree) => onChange({ decree: next });
  return (
    <section className="card">
      <header className="card-head">
        <h2>{text.decree}</h2>
      </header>
      <div className="card-body">
        <CheckBox
          isSelected={decree !== null}
          onChange={(on) => onChange({ decree: on ? emptyDecree(office) : null })}
        >
          {text.withDecree}
        </CheckBox>
        {decree !== null && (
          <div className="fields">
            <div className="span-all">
              <TextField
                label={text.decreeTitle}
                path="decree.title"
                value={decree.title}
                onChange={(title) => set({ ...decree, title })}
                max={300}
                required
              />
            </div>
            <TextField
              label={text.number}
              path="decree.number"
              value={decree.number}
              onChange={(number) => set({ ...decree, number })}
              max={120}
              required
            />
            <TextField
              label={text.about}
              path="decree.about"
              value={decree.about}
              onChange={(about) => set({ ...decree, about })}
              max={300}
              required
            />
            <div className="span-all">
              <LinesField
                label={text.considering}
                rows={5}
                items={decree.considering}
                onChange={(considering) => set({ ...decree, considering })}
              />
            </div>
            <div className="span-all">
              <LinesField
                label={text.recalling}
                rows={5}
                items={decree.recalling}
                onChange={(recalling) => set({ ...decree, recalling })}
              />
            </div>
            <div className="span-all">
              <Decisions
                decisions={decree.decisions}
                onChange={(decisions) => set({ ...decree, decisions })}
              />
            </div>
            <SignedFields path="decree" value={decree} onChange={set} />
          </div>
        )}
      </div>
    </section>
  );
}

const LABELS = ["KESATU", "KEDUA", "KETIGA", "KEEMPAT", "KELIMA", "KEENAM", "KETUJUH"];
/** As many as a decree takes. */
const MOST = 20;

function Decisions({
  decisions,
  onChange,
}: {
  decisions: Decree["decisions"];
  onChange: (decisions: Decree["decisions"]) => void;
}) {
  const put = (at: number, next: Partial<Decree["decisions"][number]>) =>
    onChange(decisions.map((one, each) => (each === at ? { ...one, ...next } : one)));
  return (
    <fieldset className="book-group">
      <legend className="field-label">{text.decisions}</legend>
      {decisions.map((one, at) => (
        // A decision has no identity but its place.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={at} className="book-decision">
          <TextField
            label={text.decisionLabel(at + 1)}
            hideLabel
            path={`decree.decisions.${at}.label`}
            value={one.label}
            onChange={(label) => put(at, { label })}
            max={40}
          />
          <TextArea
            label={text.decisionText(at + 1)}
            hideLabel
            path={`decree.decisions.${at}.text`}
            rows={2}
            value={one.text}
            onChange={(words) => put(at, { text: words })}
            max={1000}
          />
          <IconButton
            label={`${commonText.remove} ${text.decisionLabel(at + 1)}`}
            icon="close"
            onPress={() => onChange(decisions.filter((_, each) => each !== at))}
          />
        </div>
      ))}
      <Button
        small
        icon="plus"
        isDisabled={decisions.length >= MOST}
        onPress={() => {
          const label = LABELS[decisions.length] ?? `KE-${decisions.length + 1}`;
          onChange([...decisions, { label, text: "" }]);
        }}
      >
        {text.addDecision}
      </Button>
    </fieldset>
  );
}
