import type { TemplateBlock } from "#shared/letter/template.ts";
import { CheckBox } from "../../components/check-box.tsx";
import { Select } from "../../components/select.tsx";
import { templatesText as text } from "../../text/templates.ts";
import { type BlockFieldsProps, type Of, PathText, withUnknown } from "./block-part.tsx";
import { useInputs } from "./editor-context.ts";
import { FieldText } from "./field-text.tsx";
import { newField } from "./new-block.ts";
import { RowsField } from "./rows-field.tsx";
import { SigningFields } from "./signing-fields.tsx";
import { TableFields } from "./table-fields.tsx";

/** What a block says, as fields. */
export function BlockFields({ block, path, onChange }: BlockFieldsProps<TemplateBlock>) {
  switch (block.type) {
    case "kop":
      return (
        <details open={block.name !== ""}>
          <summary>{text.kopOther}</summary>
          <FieldText
            label={text.kopName}
            help={text.kopNameHelp}
            path={`${path}.name`}
            value={block.name}
            onChange={(name) => onChange({ ...block, name }, "name")}
            max={160}
          />
          {block.name !== "" && (
            <FieldText
              label={text.kopLines}
              path={`${path}.lines`}
              value={block.lines}
              onChange={(lines) => onChange({ ...block, lines }, "lines")}
              rows={2}
              max={300}
            />
          )}
        </details>
      );
    case "qr":
      return null;
    case "title":
      return (
        <>
          <FieldText
            label={text.titleText}
            path={`${path}.text`}
            value={block.text}
            onChange={(words) => onChange({ ...block, text: words }, "text")}
            max={200}
            required
          />
          <FieldText
            label={text.titleNumber}
            help={text.titleNumberHelp}
            path={`${path}.number`}
            value={block.number}
            onChange={(number) => onChange({ ...block, number }, "number")}
            max={120}
          />
          <FieldText
            label={text.about}
            path={`${path}.about`}
            value={block.about}
            onChange={(about) => onChange({ ...block, about }, "about")}
            rows={2}
            max={400}
          />
        </>
      );
    case "opening":
      return (
        <>
          <FieldText
            label={text.attached}
            help={text.attachedHelp}
            path={`${path}.attached`}
            value={block.attached}
            onChange={(attached) => onChange({ ...block, attached }, "attached")}
            max={120}
          />
          <FieldText
            label={text.to}
            path={`${path}.to`}
            value={block.to}
            onChange={(to) => onChange({ ...block, to }, "to")}
            rows={3}
            max={600}
          />
        </>
      );
    case "paragraph":
      return (
        <>
          <FieldText
            label={text.text}
            help={text.textHelp}
            path={`${path}.text`}
            value={block.text}
            onChange={(words) => onChange({ ...block, text: words }, "text")}
            rows={3}
            max={3000}
            required
          />
          <div className="block-checks">
            <CheckBox
              isSelected={block.indent}
              isDisabled={block.lead}
              onChange={(indent) => onChange({ ...block, indent }, null)}
            >
              {text.indent}
            </CheckBox>
            <CheckBox
              isSelected={block.lead}
              onChange={(lead) => onChange({ ...block, lead }, null)}
            >
              {text.lead}
            </CheckBox>
          </div>
        </>
      );
    case "fields":
      return <LabelledFields block={block} path={path} onChange={onChange} />;
    case "list":
      return <ListFields block={block} path={path} onChange={onChange} />;
    case "table":
      return <TableFields block={block} path={path} onChange={onChange} />;
    case "signing":
      return <SigningFields block={block} path={path} onChange={onChange} />;
    case "copies":
      return (
        <TextRows
          legend={text.copies}
          items={block.items}
          path={`${path}.items`}
          nameOf={text.copyTo}
          add={text.addCopy}
          made=""
          max={40}
          onChange={(items, place) => onChange({ ...block, items }, place)}
        />
      );
    case "appendix":
      return (
        <>
          <FieldText
            label={text.appendixHeading}
            path={`${path}.heading`}
            value={block.heading}
            onChange={(heading) => onChange({ ...block, heading }, "heading")}
            max={200}
            required
          />
          <FieldText
            label={text.appendixTitle}
            path={`${path}.title`}
            value={block.title}
            onChange={(title) => onChange({ ...block, title }, "title")}
            max={200}
          />
        </>
      );
    default:
      return block satisfies never;
  }
}

function LabelledFields({ block, path, onChange }: BlockFieldsProps<Of<"fields">>) {
  const put = (at: number, change: object, place: string | null) =>
    onChange(
      {
        ...block,
        fields: block.fields.map((one, each) => (each === at ? { ...one, ...change } : one)),
      },
      place,
    );
  return (
    <RowsField
      legend={text.blockNames.fields}
      items={block.fields}
      nameOf={text.fieldRow}
      add={text.addField}
      made={newField}
      min={1}
      max={40}
      onChange={(fields) => onChange({ ...block, fields }, null)}
    >
      {(field, at) => (
        <div className="labelled-row">
          <PathText
            label={text.label}
            path={`${path}.fields.${at}.label`}
            value={field.label}
            onChange={(label) => put(at, { label }, `fields.${at}.label`)}
            max={120}
          />
          <FieldText
            label={text.value}
            path={`${path}.fields.${at}.value`}
            value={field.value}
            onChange={(value) => put(at, { value }, `fields.${at}.value`)}
            rows={1}
            max={600}
          />
          <CheckBox isSelected={field.strong} onChange={(strong) => put(at, { strong }, null)}>
            {text.strong}
          </CheckBox>
        </div>
      )}
    </RowsField>
  );
}

function ListFields({ block, path, onChange }: BlockFieldsProps<Of<"list">>) {
  const inputs = useInputs();
  const sources = [
    { value: "", label: text.sourceHere },
    ...inputs.map(({ key, label }) => ({ value: key, label: text.sourceInput(label) })),
  ];
  return (
    <>
      <div className="fields">
        <Select
          label={text.source}
          value={block.source}
          onChange={(source) => onChange({ ...block, source }, null)}
          options={withUnknown(sources, block.source)}
        />
        <Select
          label={text.style}
          value={block.style}
          onChange={(style) => onChange({ ...block, style }, null)}
          options={(["number", "letter", "dash"] as const).map((value) => ({
            value,
            label: text.styles[value],
          }))}
        />
      </div>
      <TextRows
        legend={text.items}
        items={block.items}
        path={`${path}.items`}
        nameOf={text.item}
        add={text.addItem}
        made={text.starting.item}
        max={60}
        rows={2}
        onChange={(items, place) => onChange({ ...block, items }, place)}
      />
    </>
  );
}

type TextRowsProps = {
  legend: string;
  items: string[];
  path: string;
  nameOf: (place: number) => string;
  add: string;
  made: string;
  max: number;
  rows?: number;
  onChange: (items: string[], place: string | null) => void;
};

function TextRows({ items, path, nameOf, made, rows, onChange, ...props }: TextRowsProps) {
  return (
    <RowsField
      {...props}
      items={items}
      nameOf={nameOf}
      made={() => made}
      onChange={(next) => onChange(next, null)}
    >
      {(item, at) => (
        <FieldText
          label={nameOf(at + 1)}
          hideLabel
          path={`${path}.${at}`}
          value={item}
          onChange={(words) =>
            onChange(
              items.map((one, each) => (each === at ? words : one)),
              `items.${at}`,
            )
          }
          rows={rows ?? 1}
          max={rows === undefined ? 200 : 1000}
        />
      )}
    </RowsField>
  );
}
