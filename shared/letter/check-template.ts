import { isField, INPUT_PREFIX } from "./fields.ts";
import { fieldsIn } from "./fill.ts";
import { ROW_FIELDS, TABLE_SOURCES } from "./table-block.ts";
import type { Template, TemplateBlock } from "./template.ts";

/** What is wrong with a template, told where it stands; nothing of it is saved while something is. */
export type TemplateFinding = {
  code: keyof typeof SENTENCES;
  /** Block, from 1; null for the template as a whole. */
  block: number | null;
  detail: string;
};

const SENTENCES = {
  field_unknown: "Isian {detail} tidak dikenal. Pilih dari daftar isian.",
  input_unknown: "Isian {detail} tidak ada di daftar isian templat ini.",
  input_twice: "Isian {detail} ditulis dua kali. Beri nama lain.",
  input_reserved: "Nama isian {detail} sudah dipakai untuk data permohonan. Beri nama lain.",
  input_columns: "Isian {detail} berupa baris tabel, tetapi kolomnya belum ada.",
  source_unknown: "Sumber {detail} tidak dikenal. Pilih data permohonan atau satu isian.",
  personal_subject:
    "Hal memuat {detail}. Hal tercatat di buku agenda, jadi tidak boleh memuat data pemohon.",
  signing_missing: "Surat bernomor harus punya tempat tanda tangan.",
  kop_twice: "Kop hanya boleh satu.",
} as const;

export const templateSentence = ({ code, detail }: TemplateFinding): string =>
  SENTENCES[code].replace("{detail}", detail);

export function checkTemplate(template: Template): TemplateFinding[] {
  const inputs = new Set(template.inputs.map(({ key }) => key));
  return [
    ...duplicates(template),
    ...template.inputs
      .filter(({ key }) => Object.hasOwn(TABLE_SOURCES, key))
      .map(({ key }): TemplateFinding => ({ code: "input_reserved", block: null, detail: key })),
    ...template.inputs
      .filter(({ type, columns }) => type === "rows" && columns.length === 0)
      .map(({ label }): TemplateFinding => ({ code: "input_columns", block: null, detail: label })),
    ...unknownIn(template.subject, inputs, null),
    ...template.inputs.flatMap(({ value }) => unknownIn(value, new Set(), null)),
    ...fieldsIn(template.subject)
      .filter((key) => key.startsWith("pemohon."))
      .map((key): TemplateFinding => ({
        code: "personal_subject",
        block: null,
        detail: `{${key}}`,
      })),
    ...template.blocks.flatMap((block, index) => blockFindings(block, inputs, index + 1)),
    ...wholeFindings(template),
  ];
}

const duplicates = ({ inputs }: Template): TemplateFinding[] =>
  inputs
    .filter(({ key }, index) => inputs.findIndex((one) => one.key === key) < index)
    .map(({ key }) => ({ code: "input_twice", block: null, detail: key }));

function wholeFindings({ blocks, register }: Template): TemplateFinding[] {
  const count = (type: TemplateBlock["type"]) => blocks.filter((one) => one.type === type).length;
  return [
    ...(register !== null && count("signing") === 0
      ? [{ code: "signing_missing", block: null, detail: "" } as const]
      : []),
    ...(count("kop") > 1 ? [{ code: "kop_twice", block: null, detail: "" } as const] : []),
  ];
}

/** Fields of a row: those of data, or the columns `{1}` to `{8}`, and its number. */
const ROW = new Set([...Object.keys(ROW_FIELDS), "no", ...Array.from("12345678")]);

function blockFindings(
  block: TemplateBlock,
  inputs: ReadonlySet<string>,
  place: number,
): TemplateFinding[] {
  const condition = block.when.replace(/^!/, "");
  const found = condition === "" ? [] : unknownIn(`{${condition}}`, inputs, place);
  if (block.type === "table") {
    const known = Object.hasOwn(TABLE_SOURCES, block.source) || inputs.has(block.source);
    if (!known) found.push({ code: "source_unknown", block: place, detail: block.source });
    const cells = block.columns.flatMap(({ cell }) => unknownIn(cell, inputs, place, ROW));
    return [...found, ...cells];
  }
  if (block.type === "list" && block.source !== "" && !inputs.has(block.source)) {
    found.push({ code: "source_unknown", block: place, detail: block.source });
  }
  return [...found, ...textsOf(block).flatMap((text) => unknownIn(text, inputs, place))];
}

/** All texts of a block that may hold fields. */
function textsOf(block: TemplateBlock): string[] {
  switch (block.type) {
    case "kop":
      return [block.name, block.lines];
    case "qr":
    case "table":
      return [];
    case "title":
      return [block.text, block.number, block.about];
    case "opening":
      return [block.attached, block.to];
    case "paragraph":
      return [block.text];
    case "fields":
      return block.fields.map(({ value }) => value);
    case "list":
    case "copies":
      return block.items;
    case "signing":
      return [
        block.text,
        ...block.signers.flatMap(({ place, post, name, details }) => [place, post, name, details]),
      ];
    case "appendix":
      return [block.heading, block.title];
    default:
      return block satisfies never;
  }
}

function unknownIn(
  text: string,
  inputs: ReadonlySet<string>,
  block: number | null,
  extra: ReadonlySet<string> = new Set(),
): TemplateFinding[] {
  return fieldsIn(text).flatMap((key): TemplateFinding[] => {
    if (isField(key) || extra.has(key)) return [];
    if (!key.startsWith(INPUT_PREFIX)) {
      return [{ code: "field_unknown", block, detail: `{${key}}` }];
    }
    return inputs.has(key.slice(INPUT_PREFIX.length))
      ? []
      : [{ code: "input_unknown", block, detail: `{${key}}` }];
  });
}
