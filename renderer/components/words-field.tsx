import "./row-table.css";
import { TextField } from "./text-field.tsx";

type WordsFieldProps = {
  label: string;
  placeholder: string;
  value: string;
  onChange: (words: string) => void;
};

/** The box that narrows a list to the rows with these words. */
export function WordsField({ label, placeholder, value, onChange }: WordsFieldProps) {
  return (
    <div className="list-words">
      <TextField
        label={label}
        hideLabel
        placeholder={placeholder}
        value={value}
        onChange={onChange}
        max={200}
      />
    </div>
  );
}
