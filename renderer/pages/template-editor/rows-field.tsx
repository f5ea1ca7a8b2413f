import type { ReactNode } from "react";
import { Button, IconButton } from "../../components/button.tsx";
import { templatesText as text } from "../../text/templates.ts";
import { moved } from "./edit-template.ts";

type RowsFieldProps<T> = {
  legend: string;
  items: T[];
  onChange: (items: T[]) => void;
  /** What a row is called: "Butir 2". */
  nameOf: (place: number) => string;
  add: string;
  made: () => T;
  min?: number;
  max: number;
  children: (item: T, at: number) => ReactNode;
};

/** Rows of a block, each to move and to take out. */
export function RowsField<T>(props: RowsFieldProps<T>) {
  const { legend, items, onChange, nameOf, add, made, min = 0, max, children } = props;
  return (
    <fieldset className="rows-field">
      <legend>{legend}</legend>
      <ol>
        {items.map((item, at) => (
          // A row has no identity but its place while it is being typed.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={at} className="rows-row">
            <div className="rows-content">{children(item, at)}</div>
            <div className="rows-tools">
              <IconButton
                label={text.rowUp(nameOf(at + 1))}
                icon="up"
                isDisabled={at === 0}
                onPress={() => onChange(moved(items, at, at - 1))}
              />
              <IconButton
                label={text.rowDown(nameOf(at + 1))}
                icon="down"
                isDisabled={at === items.length - 1}
                onPress={() => onChange(moved(items, at, at + 1))}
              />
              <IconButton
                label={text.rowRemove(nameOf(at + 1))}
                icon="close"
                isDisabled={items.length <= min}
                onPress={() => onChange(items.toSpliced(at, 1))}
              />
            </div>
          </li>
        ))}
      </ol>
      <Button
        small
        icon="plus"
        isDisabled={items.length >= max}
        onPress={() => onChange([...items, made()])}
      >
        {add}
      </Button>
    </fieldset>
  );
}
