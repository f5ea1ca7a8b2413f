import { useMemo, useRef } from "react";
import { Input, TextArea, TextField } from "react-aria-components";
import { IconButton } from "../../components/button.tsx";
import { FieldFoot, FieldLabel } from "../../components/field.tsx";
import { type PickerGroup, SearchPicker } from "../../components/search-picker.tsx";
import { templatesText as text } from "../../text/templates.ts";
import { useProblemAt, useInputs } from "./editor-context.ts";
import { type Caret, insertAt } from "./edit-template.ts";
import { fieldOffers } from "./field-offers.ts";

type FieldTextProps = {
  label: string;
  /** Where it stands in the template: `blocks.2.text`. */
  path: string;
  value: string;
  onChange: (value: string) => void;
  max: number;
  /** Lines shown; one line that takes no line breaks when left out. */
  rows?: number;
  help?: string;
  required?: boolean;
  hideLabel?: boolean;
  /** What may be put in; all fields and inputs when left out. */
  offers?: readonly PickerGroup[];
};

/** A text of a template, with a picker that puts fields where the caret stands. */
export function FieldText(props: FieldTextProps) {
  const { label, path, value, onChange, max, rows, help, required, hideLabel = false } = props;
  const inputs = useInputs();
  const usual = useMemo(() => fieldOffers(inputs), [inputs]);
  const error = useProblemAt(path);
  const element = useRef<(HTMLInputElement & HTMLTextAreaElement) | null>(null);
  const caret = useRef<Caret | null>(null);

  function keep(): void {
    const { selectionStart, selectionEnd } = element.current ?? {};
    const start = selectionStart ?? value.length;
    caret.current = { start, end: selectionEnd ?? start };
  }

  function pick(key: string): void {
    const end = { start: value.length, end: value.length };
    const next = insertAt(value, caret.current ?? end, `{${key}}`);
    onChange(next.text);
    // The popover gives the focus back to its button first.
    setTimeout(() => {
      element.current?.focus();
      element.current?.setSelectionRange(next.caret, next.caret);
    }, 50);
  }

  return (
    <div className={hideLabel ? "field-text field-text-row" : "field-text"}>
      <TextField
        className="field"
        data-path={path}
        value={value}
        onChange={onChange}
        onBlur={keep}
        isRequired={required ?? false}
        isInvalid={error !== undefined}
        validationBehavior="aria"
        autoComplete="off"
      >
        <FieldLabel label={label} required={required ?? false} hideLabel={hideLabel} />
        {rows === undefined ? (
          <Input ref={element} className="input" />
        ) : (
          <TextArea ref={element} className="input input-area" rows={rows} />
        )}
        <FieldFoot help={help} error={error} value={value} max={max} />
      </TextField>
      <SearchPicker
        label={text.pick}
        search={text.pickSearch}
        none={text.pickNone}
        groups={props.offers ?? usual}
        onPick={pick}
      >
        <IconButton label={text.pickInto(label)} icon="braces" />
      </SearchPicker>
    </div>
  );
}
