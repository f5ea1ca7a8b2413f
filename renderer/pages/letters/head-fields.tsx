import { useState } from "react";
import { DOTS } from "#shared/letter/words.ts";
import { holderOf } from "#shared/letter/office.ts";
import type { LetterText } from "#shared/request/model.ts";
import { DateField } from "../../components/date-field.tsx";
import { Select } from "../../components/select.tsx";
import { TextArea, TextField } from "../../components/text-field.tsx";
import { useSession } from "../../store/session.ts";
import { draftText as text } from "../../text/letters.ts";
import { ClassificationField } from "../registers/classification-field.tsx";
import type { HeadParts, Proposals } from "./letter-text.ts";
import { LinesInput } from "./lines-input.tsx";
import { SignerFields } from "./signer-fields.tsx";

type HeadFieldsProps = {
  parts: HeadParts;
  letter: LetterText;
  proposals: Proposals;
  /** The classification that the template proposes. */
  classification: string;
  numbered: boolean;
  /** A field in it is not right yet. */
  mustShow: boolean;
  onChange: (letter: LetterText) => void;
};

const optionsOf = <T extends string>(words: Record<T, string>) =>
  (Object.keys(words) as T[]).map((value) => ({ value, label: words[value] }));
const SECURITIES = optionsOf(text.securities);
const URGENCIES = optionsOf(text.urgencies);

type ToFieldProps = Pick<HeadFieldsProps, "letter" | "proposals" | "onChange">;

/** Whom the letter goes to; it stands before all else where only its writer knows. */
export const ToField = ({ letter, proposals, onChange }: ToFieldProps) => (
  <TextArea
    label={text.to}
    path="to"
    rows={1}
    placeholder={proposals.to}
    value={letter.to}
    onChange={(to) => onChange({ ...letter, to })}
    max={600}
  />
);

/** The template leaves it open whom the letter goes to. */
export const asksWhom = ({ to }: Proposals): boolean => to.trim() === "" || to.includes(DOTS);

/** Hal, whom it goes to, its nature and who signs, folded away while the template's words do. */
export function HeadFields(props: HeadFieldsProps) {
  const { parts, letter, proposals, classification, numbered, mustShow, onChange } = props;
  const { office, today } = useSession();
  const [open, setOpen] = useState(false);
  const set = (change: Partial<LetterText>): void => onChange({ ...letter, ...change });
  const date = letter.date === "" ? today : letter.date;
  const signs = letter.signer?.post ?? office.head.post;
  return (
    <details
      className="letter-fold"
      open={open || mustShow}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <strong>{text.head}</strong> <span className="muted small">{text.headHelp}</span>
      </summary>
      <div className="letter-fold-body">
        {parts.to && !asksWhom(proposals) && (
          <ToField letter={letter} proposals={proposals} onChange={onChange} />
        )}
        {parts.subject && (
          <TextField
            label={text.subject}
            path="subject"
            placeholder={proposals.subject}
            value={letter.subject}
            onChange={(subject) => set({ subject })}
            max={300}
          />
        )}
        {parts.date && (
          <DateField
            label={text.date}
            path="date"
            help={numbered ? text.dateHelp : text.dateOfPaper}
            value={letter.date}
            onChange={(next) => set({ date: next })}
          />
        )}
        {parts.nature && (
          <div className="letter-pair">
            <Select
              label={text.security}
              path="security"
              value={letter.security}
              onChange={(security) => set({ security })}
              options={SECURITIES}
            />
            <Select
              label={text.urgency}
              path="urgency"
              value={letter.urgency}
              onChange={(urgency) => set({ urgency })}
              options={URGENCIES}
            />
          </div>
        )}
        {parts.classification && (
          <ClassificationField
            label={text.classification}
            path="classification"
            value={letter.classification === "" ? classification : letter.classification}
            onChange={(code) => set({ classification: code === classification ? "" : code })}
          />
        )}
        {parts.signer && (
          <SignerFields
            signer={letter.signer}
            holder={holderOf(office, signs, date).name}
            onChange={(signer) => set({ signer })}
          />
        )}
        {parts.copies && (
          <LinesInput
            label={text.copies}
            help={text.copiesHelp}
            path="copies"
            items={letter.copies}
            onChange={(copies) => set({ copies })}
          />
        )}
      </div>
    </details>
  );
}
