import { FIELDS, INPUT_PREFIX } from "#shared/letter/fields.ts";
import { ROW_FIELDS, TABLE_SOURCES } from "#shared/letter/table-block.ts";
import type { Template } from "#shared/letter/template.ts";
import type { PickerGroup, PickerItem } from "../../components/search-picker.tsx";
import { templatesText as text } from "../../text/templates.ts";

type Inputs = Template["inputs"];

/** The fields that every text may hold, grouped by what they are about; inputs first. */
export function fieldOffers(inputs: Inputs): PickerGroup[] {
  const groups = new Map<string, PickerItem[]>([["isian", inputs.map(inputItem)]]);
  for (const [key, { label }] of Object.entries(FIELDS)) {
    const [prefix = ""] = key.split(".");
    groups.set(prefix, [...(groups.get(prefix) ?? []), item(key, label)]);
  }
  return [...groups].map(([id, items]) => ({ id, label: text.groups[id] ?? id, items }));
}

/** What a subject may hold: it stands in the register, so nothing of the requester or the writer. */
export const subjectOffers = (): PickerGroup[] =>
  fieldOffers([]).filter(({ id }) => id !== "pemohon");

/** What a cell may hold: first the fields of a row of its source. */
export function cellOffers(inputs: Inputs, source: string): PickerGroup[] {
  const rows = Object.hasOwn(TABLE_SOURCES, source)
    ? Object.entries(ROW_FIELDS).map(([key, { label }]) => item(key, label))
    : (inputs.find(({ key }) => key === source)?.columns ?? []).map((heading, at) =>
        item(String(at + 1), heading === "" ? text.rowColumn(at + 1) : heading),
      );
  const row = { id: "baris", label: text.groups["baris"] ?? "", items: rows };
  return [{ ...row, items: [item("no", text.rowNumber), ...rows] }, ...fieldOffers(inputs)];
}

const inputItem = ({ key, label }: Inputs[number]): PickerItem =>
  item(`${INPUT_PREFIX}${key}`, label);

const item = (key: string, label: string): PickerItem => ({
  id: key,
  label,
  detail: `{${key}}`,
});
