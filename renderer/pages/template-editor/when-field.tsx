import { useMemo } from "react";
import { INPUT_PREFIX } from "#shared/letter/fields.ts";
import { templatesText as text } from "../../text/templates.ts";
import { useInputs } from "./editor-context.ts";
import { fieldOffers } from "./field-offers.ts";

type WhenFieldProps = { when: string; place: number; onChange: (when: string) => void };

/** When a block is printed: always, or while a field holds something or nothing. */
export function WhenField({ when, place, onChange }: WhenFieldProps) {
  const inputs = useInputs();
  const groups = useMemo(() => fieldOffers(inputs), [inputs]);
  const mode = when === "" ? "always" : when.startsWith("!") ? "empty" : "filled";
  const field = when.replace(/^!/, "");
  const known = groups.some(({ items }) => items.some(({ id }) => id === field));
  const first = inputs[0] === undefined ? "permohonan.tujuan" : `${INPUT_PREFIX}${inputs[0].key}`;

  function choose(next: string): void {
    const named = field === "" ? first : field;
    onChange(next === "always" ? "" : next === "empty" ? `!${named}` : named);
  }

  return (
    <div className="when">
      <label>
        <span>
          {text.when}
          <span className="visually-hidden"> {text.blockPlace(place)}</span>
        </span>
        <select className="input" value={mode} onChange={({ target }) => choose(target.value)}>
          {(["always", "filled", "empty"] as const).map((one) => (
            <option key={one} value={one}>
              {text.whenModes[one]}
            </option>
          ))}
        </select>
      </label>
      {mode !== "always" && (
        <select
          className="input"
          aria-label={text.whenField}
          value={field}
          onChange={({ target }) => onChange(mode === "empty" ? `!${target.value}` : target.value)}
        >
          {!known && <option value={field}>{text.sourceUnknown(`{${field}}`)}</option>}
          {groups.map(({ id, label, items }) => (
            <optgroup key={id} label={label}>
              {items.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.label}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      )}
    </div>
  );
}
