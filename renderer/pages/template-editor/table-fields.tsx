import { useMemo } from "react";
import { TABLE_SOURCES } from "#shared/letter/table-block.ts";
import { NumberField } from "../../components/number-field.tsx";
import { Select } from "../../components/select.tsx";
import { templatesText as text } from "../../text/templates.ts";
import { type BlockFieldsProps, type Of, PathText, withUnknown } from "./block-part.tsx";
import { useInputs } from "./editor-context.ts";
import { cellOffers } from "./field-offers.ts";
import { FieldText } from "./field-text.tsx";
import { newColumn } from "./new-block.ts";
import { RowsField } from "./rows-field.tsx";

/** A table: where its rows come from, and its columns. */
export function TableFields({ block, path, onChange }: BlockFieldsProps<Of<"table">>) {
  const inputs = useInputs();
  const offers = useMemo(() => cellOffers(inputs, block.source), [inputs, block.source]);
  const sources = [
    ...Object.entries(TABLE_SOURCES).map(([value, { label }]) => ({ value, label })),
    ...inputs
      .filter(({ type }) => type === "rows" || type === "list")
      .map(({ key, label }) => ({ value: key, label: text.sourceInput(label) })),
  ];
  const put = (at: number, change: object, place: string | null) =>
    onChange(
      {
        ...block,
        columns: block.columns.map((one, each) => (each === at ? { ...one, ...change } : one)),
      },
      place,
    );
  return (
    <>
      <div className="fields">
        <Select
          label={text.tableSource}
          value={block.source}
          onChange={(source) => onChange({ ...block, source }, null)}
          options={withUnknown(sources, block.source)}
        />
        <NumberField
          label={text.blankRows}
          value={block.blank}
          onChange={(blank) => onChange({ ...block, blank }, null)}
          min={0}
          max={40}
        />
      </div>
      <RowsField
        legend={text.columns}
        items={block.columns}
        nameOf={text.column}
        add={text.addColumn}
        made={newColumn}
        min={1}
        max={10}
        onChange={(columns) => onChange({ ...block, columns }, null)}
      >
        {(column, at) => (
          <div className="column-row">
            <PathText
              label={text.heading}
              path={`${path}.columns.${at}.heading`}
              value={column.heading}
              onChange={(heading) => put(at, { heading }, `columns.${at}.heading`)}
              max={80}
            />
            <FieldText
              label={text.cell}
              path={`${path}.columns.${at}.cell`}
              value={column.cell}
              onChange={(cell) => put(at, { cell }, `columns.${at}.cell`)}
              max={200}
              offers={offers}
            />
            <NumberField
              label={text.share}
              value={column.share}
              onChange={(share) => put(at, { share }, null)}
              min={1}
              max={1000}
            />
            <Select
              label={text.align}
              value={column.align}
              onChange={(align) => put(at, { align }, null)}
              options={ALIGNS}
            />
          </div>
        )}
      </RowsField>
      <p className="muted small">{text.shareHelp}</p>
    </>
  );
}

const ALIGNS = [
  { value: "left", label: text.aligns.left },
  { value: "center", label: text.aligns.center },
] as const;
