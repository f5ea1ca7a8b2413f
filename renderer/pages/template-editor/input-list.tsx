import type { TemplateInput } from "#shared/letter/template.ts";
import { Button, IconButton } from "../../components/button.tsx";
import { CheckBox } from "../../components/check-box.tsx";
import { LinesField } from "../../components/lines-field.tsx";
import { Select } from "../../components/select.tsx";
import { TextField } from "../../components/text-field.tsx";
import { templatesText as text } from "../../text/templates.ts";
import {
  addInput,
  moved,
  MOST_INPUTS,
  removeInput,
  renameInput,
  setInput,
} from "./edit-template.ts";
import { useEditor, useInputs, useProblemAt } from "./editor-context.ts";
import { fieldOffers } from "./field-offers.ts";
import { FieldText } from "./field-text.tsx";
import { InputKey } from "./input-key.tsx";

/** What the writer of a letter is asked. */
export function InputList() {
  const inputs = useInputs();
  const editor = useEditor();
  return (
    <div className="blocks">
      <p className="muted">{inputs.length === 0 ? text.inputsNone : text.inputsHelp}</p>
      <ol>
        {inputs.map((input, at) => (
          // An input has no identity but its place while its key is being changed.
          // oxlint-disable-next-line react/no-array-index-key
          <InputCard key={at} input={input} at={at} count={inputs.length} />
        ))}
      </ol>
      <Button
        icon="plus"
        isDisabled={inputs.length >= MOST_INPUTS}
        onPress={() => editor.edit((template) => addInput(template, text.newInput))}
      >
        {text.addInput}
      </Button>
    </div>
  );
}

/** A proposal may hold fields, but not those of other inputs. */
const OFFERS = fieldOffers([]);

function InputCard({ input, at, count }: { input: TemplateInput; at: number; count: number }) {
  const editor = useEditor();
  const keys = useInputs().map(({ key }) => key);
  const path = `inputs.${at}`;
  const name = text.input(at + 1);
  const set = (change: Partial<TemplateInput>, place: string | null) =>
    editor.edit(
      (template) => setInput(template, at, change),
      place === null ? null : `${path}.${place}`,
    );
  const move = (by: number) =>
    editor.edit((template) => ({ ...template, inputs: moved(template.inputs, at, at + by) }));
  return (
    <li className="block-card" aria-label={name}>
      <header className="block-head">
        <span className="block-no number">{at + 1}</span>
        <strong>{input.label}</strong>
        <span className="block-tools">
          <IconButton
            label={text.rowUp(name)}
            icon="up"
            isDisabled={at === 0}
            onPress={() => move(-1)}
          />
          <IconButton
            label={text.rowDown(name)}
            icon="down"
            isDisabled={at === count - 1}
            onPress={() => move(1)}
          />
          <IconButton
            label={text.rowRemove(name)}
            icon="close"
            onPress={() => editor.edit((template) => removeInput(template, at))}
          />
        </span>
      </header>
      <div className="block-body">
        <div className="fields">
          <TextField
            label={text.inputLabel}
            path={`${path}.label`}
            error={useProblemAt(`${path}.label`)}
            value={input.label}
            onChange={(label) => set({ label }, "label")}
            max={120}
            required
          />
          <InputKey
            value={input.key}
            taken={keys.filter((_, each) => each !== at)}
            onChange={(key) => editor.edit((template) => renameInput(template, at, key))}
          />
          <Select
            label={text.inputType}
            value={input.type}
            onChange={(type) => set({ type }, null)}
            options={TYPES}
          />
          <TextField
            label={text.inputHelp}
            path={`${path}.help`}
            error={useProblemAt(`${path}.help`)}
            value={input.help}
            onChange={(help) => set({ help }, "help")}
            max={300}
          />
        </div>
        {input.type === "rows" ? (
          <LinesField
            label={text.inputColumns}
            items={input.columns}
            onChange={(columns) => set({ columns: columns.slice(0, 8) }, "columns")}
            rows={3}
          />
        ) : (
          <FieldText
            label={text.inputValue}
            path={`${path}.value`}
            value={input.value}
            onChange={(value) => set({ value }, "value")}
            rows={2}
            max={2000}
            offers={OFFERS}
          />
        )}
        <CheckBox isSelected={input.required} onChange={(required) => set({ required }, null)}>
          {text.inputRequired}
        </CheckBox>
      </div>
    </li>
  );
}

const TYPES = (Object.keys(text.inputTypes) as TemplateInput["type"][]).map((value) => ({
  value,
  label: text.inputTypes[value],
}));
