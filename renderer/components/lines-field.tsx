import { useState } from "react";
import { formText } from "../text/form.ts";

type LinesFieldProps = {
  label: string;
  items: readonly string[];
  onChange: (items: string[]) => void;
  rows?: number;
};

const itemsOf = (typed: string): string[] =>
  typed
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** A list, one item a line. What is typed stays as typed while it says the same as the list. */
export function LinesField({ label, items, onChange, rows = 2 }: LinesFieldProps) {
  const [typed, setTyped] = useState(() => items.join("\n"));
  const same = itemsOf(typed).join("\n") === items.join("\n");
  return (
    <label className="field lines-field">
      <span className="field-label">{label}</span>
      <textarea
        className="input input-area"
        rows={rows}
        value={same ? typed : items.join("\n")}
        placeholder={formText.onePerLine}
        onChange={({ target }) => {
          setTyped(target.value);
          onChange(itemsOf(target.value));
        }}
      />
    </label>
  );
}
