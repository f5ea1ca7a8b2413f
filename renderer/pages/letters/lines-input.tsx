import { useState } from "react";
import type { FieldProps } from "../../components/field.tsx";
import { TextArea } from "../../components/text-field.tsx";
import { linesOf } from "./letter-text.ts";

type LinesInputProps = FieldProps & {
  items: readonly string[];
  onChange: (items: string[]) => void;
};

/** A list, one item a line. What is typed stays as typed while it says the same as the list. */
export function LinesInput({ items, onChange, ...field }: LinesInputProps) {
  const [typed, setTyped] = useState(() => items.join("\n"));
  const same = linesOf(typed).join("\n") === items.join("\n");
  return (
    <TextArea
      {...field}
      rows={1}
      value={same ? typed : items.join("\n")}
      onChange={(next) => {
        setTyped(next);
        onChange(linesOf(next));
      }}
    />
  );
}
