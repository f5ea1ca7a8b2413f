import type { Template, TemplateInput } from "#shared/letter/template.ts";
import type { LetterText } from "#shared/request/model.ts";
import { DateField } from "../../components/date-field.tsx";
import { TextArea } from "../../components/text-field.tsx";
import { draftText as text } from "../../text/letters.ts";
import { linesOf, type Proposals, withInput, writtenIn } from "./letter-text.ts";
import { LinesInput } from "./lines-input.tsx";
import { RowsInput } from "./rows-input.tsx";

type LetterInputsProps = {
  template: Template;
  letter: LetterText;
  proposals: Proposals;
  onChange: (letter: LetterText) => void;
};

/** What the template asks of its writer. */
export const LetterInputs = ({ template, letter, proposals, onChange }: LetterInputsProps) =>
  template.inputs.map((input) => (
    <LetterInput
      key={input.key}
      input={input}
      letter={letter}
      proposed={proposals.inputs.get(input.key) ?? ""}
      onChange={onChange}
    />
  ));

type LetterInputProps = {
  input: TemplateInput;
  letter: LetterText;
  proposed: string;
  onChange: (letter: LetterText) => void;
};

function LetterInput({ input, letter, proposed, onChange }: LetterInputProps) {
  const { type, label, required, help, columns } = input;
  const written = writtenIn(letter, input);
  const path = pathOf(input);
  const field = { label, required, path, ...(help !== "" && { help }) };
  const set = (value: string | string[] | string[][]): void =>
    onChange(withInput(letter, input, value, proposed));
  const words = typeof written === "string" ? written : proposed;

  switch (type) {
    case "text":
      return <TextArea {...field} rows={1} value={words} onChange={set} max={8000} />;
    case "list":
      return (
        <LinesInput
          {...field}
          help={help === "" ? text.onePerLine : help}
          items={Array.isArray(written) ? written.flat() : linesOf(proposed)}
          onChange={set}
        />
      );
    case "day":
      return <DateField {...field} value={isDay(words) ? words : ""} onChange={set} />;
    case "rows":
      return (
        <RowsInput
          label={label}
          help={help}
          path={path}
          required={required}
          columns={columns}
          rows={rowsOf(written)}
          onChange={set}
        />
      );
    default:
      return type satisfies never;
  }
}

/** Where the core says what is wrong with an input. */
function pathOf({ key, type }: TemplateInput): string {
  if (key === "alasan" && type === "list") return "reasons";
  return key === "catatan" && type === "text" ? "note" : `values.${key}`;
}

const isDay = (words: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(words);

const rowsOf = (written: string | string[] | string[][] | null): string[][] =>
  Array.isArray(written) ? written.map((row) => (Array.isArray(row) ? row : [row])) : [];
