import type { Template, TemplateBlock } from "#shared/letter/template.ts";
import { templatesText as text } from "../../text/templates.ts";

export type BlockType = TemplateBlock["type"];

/** The kinds of blocks in the order of a letter, as the menu offers them. */
export const BLOCK_TYPES = [
  "kop",
  "title",
  "opening",
  "paragraph",
  "fields",
  "list",
  "table",
  "signing",
  "copies",
  "appendix",
  "qr",
] as const satisfies readonly BlockType[];

/** A block to begin with; what must not be empty holds words to write over. */
export function newBlock(type: BlockType, { inputs }: Template): TemplateBlock {
  const when = "";
  switch (type) {
    case "kop":
      return { type, when, name: "", lines: "" };
    case "qr":
      return { type, when };
    case "title":
      return { type, when, text: text.starting.title, number: "{surat.nomor}", about: "" };
    case "opening":
      return { type, when, attached: "", to: "{pemohon.tujuan-surat}" };
    case "paragraph":
      return { type, when, text: text.starting.paragraph, lead: false, indent: true };
    case "fields":
      return { type, when, fields: [newField()] };
    case "list":
      return { type, when, style: "number", source: "", items: [text.starting.item] };
    case "table":
      return { type, when, source: "data", columns: columnsOf(inputs, "data"), blank: 3 };
    case "signing":
      return { type, when, text: "", signers: [newSigner("official")] };
    case "copies":
      return { type, when, items: [] };
    case "appendix":
      return { type, when, heading: text.starting.appendix, title: "" };
    default:
      return type satisfies never;
  }
}

export const newField = () => ({ label: text.starting.label, value: "", strong: false });

export const newColumn = () => ({
  heading: text.starting.heading,
  share: 30,
  align: "left" as const,
  cell: "",
});

export const newSigner = (role: "official" | "other") => ({
  role,
  place: "",
  post: role === "official" ? "" : text.starting.post,
  name: "",
  details: "",
});

/** Columns that a source fills at once: of data its name and period, of an input its own columns. */
export function columnsOf(inputs: Template["inputs"], source: string) {
  const number = {
    heading: text.starting.number,
    share: 8,
    align: "center" as const,
    cell: "{no}",
  };
  const input = inputs.find(({ key }) => key === source);
  const column = (heading: string, cell: string) => ({ ...newColumn(), heading, cell });
  if (input === undefined) {
    return [
      number,
      column(text.starting.dataName, "{nama}"),
      column(text.starting.dataPeriod, "{periode}"),
    ];
  }
  const own = input.columns.map((heading, at) => column(heading, `{${at + 1}}`));
  return [number, ...(own.length > 0 ? own : [column(input.label, "{1}")])];
}
