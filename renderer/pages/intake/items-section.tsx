import { Button, IconButton } from "../../components/button.tsx";
import { useField } from "../../components/form.tsx";
import { ErrorNote } from "../../components/note.tsx";
import { TextField } from "../../components/text-field.tsx";
import { commonText } from "../../text/common.ts";
import { intakeText as text } from "../../text/intake.ts";
import { blankRow, COLUMNS, type Column, type ItemRow, pasteRows } from "./item-rows.ts";

const HEADS: Record<Column, string> = {
  name: text.item,
  period: text.period,
  unit: text.unit,
  format: text.format,
};
const LIMITS: Record<Column, number> = { name: 300, period: 100, unit: 100, format: 100 };

type ItemsSectionProps = { items: readonly ItemRow[]; onChange: (items: ItemRow[]) => void };

/** The list of data asked for; a table pasted from Excel fills it. */
export function ItemsSection({ items, onChange: tell }: ItemsSectionProps) {
  const { edited } = useField("items", undefined);
  const onChange = (next: ItemRow[]): void => {
    edited();
    tell(next);
  };
  const set = (row: number, key: Column, value: string): void =>
    onChange(items.map((one, index) => (index === row ? { ...one, [key]: value } : one)));

  return (
    <section className="card">
      <header className="card-head">
        <h2>{text.items}</h2>
        <span className="muted small">{text.itemsHelp}</span>
      </header>
      <div className="card-body" data-path="items">
        <ListError />
        <table className="intake-items">
          <thead>
            <tr>
              <th>No</th>
              {COLUMNS.map((key) => (
                <th key={key} className={`intake-${key}`}>
                  {HEADS[key]}
                </th>
              ))}
              <th>
                <span className="visually-hidden">{commonText.actions}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((item, row) => (
              // Rows have no identity but their place.
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={row}>
                <td className="number muted">{row + 1}</td>
                {COLUMNS.map((key, column) => (
                  <td key={key}>
                    <TextField
                      label={text.cell(HEADS[key], row + 1)}
                      hideLabel
                      path={`items.${row}.${key}`}
                      value={item[key]}
                      onChange={(value) => set(row, key, value)}
                      max={LIMITS[key]}
                      onPaste={(event) => {
                        const pasted = event.clipboardData.getData("text/plain");
                        const next = pasteRows(items, row, column, pasted);
                        if (next === null) return;
                        event.preventDefault();
                        onChange(next);
                      }}
                    />
                  </td>
                ))}
                <td>
                  <IconButton
                    icon="close"
                    label={text.removeRow(row + 1)}
                    isDisabled={items.length === 1}
                    onPress={() => onChange(items.filter((_, index) => index !== row))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <div>
          <Button icon="plus" onPress={() => onChange([...items, blankRow()])}>
            {text.addRow}
          </Button>
        </div>
      </div>
    </section>
  );
}

/** What is wrong with the list as a whole, such as that it is empty. */
function ListError() {
  const { error } = useField("items", undefined);
  return error === undefined ? null : <ErrorNote>{error}</ErrorNote>;
}
