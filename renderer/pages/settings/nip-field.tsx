import { useState } from "react";
import { groupedNip } from "#shared/letter/words.ts";
import { TextField } from "../../components/text-field.tsx";
import { officialsText as text } from "../../text/officials.ts";

type NipFieldProps = { value: string; path: string; onChange: (nip: string) => void };

/** The 18 digits of a NIP: grouped as they are printed, once typed to the end. */
export function NipField({ value, path, onChange }: NipFieldProps) {
  /** While it is typed in it stays as typed, so that no caret or choice is lost. */
  const [typed, setTyped] = useState<string | null>(null);
  return (
    // What leaves the field bubbles up to here; the group itself takes no focus.
    <div onBlur={() => setTyped(null)}>
      <TextField
        label={text.nip}
        help={text.nipHelp}
        path={path}
        value={typed ?? groupedNip(value)}
        onChange={(next) => {
          setTyped(next);
          onChange(next.replace(/\s/g, ""));
        }}
        error={typed === null ? wrongNip(value) : undefined}
        inputMode="numeric"
      />
    </div>
  );
}

/** What is wrong with a NIP, in words; nothing of an empty one. */
export function wrongNip(nip: string): string | undefined {
  if (nip === "") return undefined;
  if (!/^\d*$/.test(nip)) return text.nipDigits;
  return nip.length === 18 ? undefined : text.nipCount(nip.length);
}
