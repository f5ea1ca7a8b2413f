import { useState } from "react";
import { TextField } from "../../components/text-field.tsx";
import { templatesText as text } from "../../text/templates.ts";

type InputKeyProps = {
  value: string;
  taken: readonly string[];
  onChange: (key: string) => void;
};

const KEY = /^[a-z][a-z0-9-]{0,29}$/;

/**
 * The name by which texts refer to an input. Texts follow it when it has been typed to the end and
 * may be so; until then they keep the former one.
 */
export function InputKey({ value, taken, onChange }: InputKeyProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? value;
  const error = !KEY.test(shown)
    ? text.inputKeyWrong
    : taken.includes(shown)
      ? text.inputKeyTaken
      : undefined;

  function commit(): void {
    if (typed !== null && error === undefined) onChange(typed);
    if (error === undefined) setTyped(null);
  }

  return (
    // What leaves the field bubbles up to here; the group itself takes no focus.
    <div onBlur={commit}>
      <TextField
        label={text.inputKey}
        help={text.inputKeyHelp}
        value={shown}
        onChange={setTyped}
        error={error}
        required
      />
    </div>
  );
}
