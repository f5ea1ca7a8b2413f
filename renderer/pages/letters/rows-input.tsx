import { Button, IconButton } from "../../components/button.tsx";
import { useField } from "../../components/form.tsx";
import { ErrorNote } from "../../components/note.tsx";
import { TextField } from "../../components/text-field.tsx";
import { commonText } from "../../text/common.ts";
import { draftText as text } from "../../text/letters.ts";
import { pastedCells } from "../intake/item-rows.ts";

type RowsInputProps = {
  label: string;
  help: string;
  path: string;
  required: boolean;
  columns: readonly string[];
  rows: readonly string[][];
  onChange: (rows: string[][]) => void;
};

/** As many rows as the core takes. */
const MOST = 500;

/** Rows of a table; a table pasted from Excel fills it from the cell on that it is pasted into. */
export function RowsInput(props: RowsInputProps) {
  const { label, help, path, required, columns, onChange } = props;
  const { error, edited } = useField(path, undefined);
  const blank = columns.map(() => "");
  const rows = props.rows.length === 0 ? [blank] : props.rows;
  const change = (next: string[][]): void => {
    edited();
    onChange(next);
  };
  const set = (row: number, column: number, value: string): void =>
    change(
      rows.map((cells, index) =>
        index === row ? columns.map((_, at) => (at === column ? value : (cells[at] ?? ""))) : cells,
      ),
    );

  function paste(row: number, column: number, pasted: string): boolean {
    const lines = pastedCells(pasted);
    if (lines.length < 2 && (lines[0]?.length ?? 0) < 2) return false;
    const next = rows.map((cells) => [...cells]);
    for (const [index, cells] of lines.entries()) {
      const target = (next[row + index] ??= [...blank]);
      for (const [offset, cell] of cells.entries()) {
        if (column + offset < columns.length) target[column + offset] = cell;
      }
    }
    change(next.slice(0, MOST));
    return true;
  }

  return (
    <fieldset className="rows-input" data-path={path}>
      <legend className="field-label">
        {label}
        {required && (
          <span className="field-required" aria-hidden="true">
            {" *"}
          </span>
        )}
      </legend>
      <p className="field-help">{help === "" ? text.pasteHelp : `${help} ${text.pasteHelp}`}</p>
      {error !== undefined && <ErrorNote>{error}</ErrorNote>}
      <ol className="rows-input-list">
        {rows.map((cells, row) => (
          // Rows have no identity but their place.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={row} className="rows-input-row">
            <div className="rows-input-cells">
              {columns.map((column, at) => (
                <TextField
                  key={column}
                  label={text.row(column, row + 1)}
                  hideLabel
                  placeholder={column}
                  value={cells[at] ?? ""}
                  onChange={(value) => set(row, at, value)}
                  max={1000}
                  onPaste={(event) => {
                    if (paste(row, at, event.clipboardData.getData("text/plain"))) {
                      event.preventDefault();
                    }
                  }}
                />
              ))}
            </div>
            <IconButton
              icon="close"
              label={`${label}: ${text.removeRow(row + 1)}`}
              isDisabled={rows.length === 1}
              onPress={() => change(rows.filter((_, index) => index !== row))}
            />
          </li>
        ))}
      </ol>
      <Button
        small
        icon="plus"
        aria-label={`${label}: ${text.addRow}`}
        isDisabled={rows.length >= MOST}
        onPress={() => change([...rows, blank])}
      >
        {commonText.add}
      </Button>
    </fieldset>
  );
}
