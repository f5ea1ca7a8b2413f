import { z } from "zod";
import { block, line, optionalBlock, optionalLine } from "#shared/text.ts";
import { REGISTER_IDS } from "./register.ts";

/**
 * A template is data: which inputs a letter asks of its writer, and the blocks it is made of. Texts
 * hold fields in braces, `{pemohon.nama}`; see fields.ts for those there are.
 */

const slug = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/, { error: "params_invalid" });
/** Name of an input, as fields refer to it: `{isian.alasan}`. */
const inputKey = z.string().regex(/^[a-z][a-z0-9-]{0,29}$/, { error: "params_invalid" });

/** What the writer of a letter fills in beyond what the request already says. */
export const INPUT_TYPES = ["text", "list", "day", "rows"] as const;
export const templateInputSchema = z.strictObject({
  key: inputKey,
  label: line(120),
  /** Several lines of text; a list of paragraphs; a day; rows of a table. */
  type: z.enum(INPUT_TYPES),
  required: z.boolean().default(false),
  help: optionalLine(300),
  /** Headings of the columns, for rows. */
  columns: z.array(line(80)).max(8).default([]),
  /** What stands there before anything is written; may hold fields. */
  value: optionalBlock(2000),
});

/** Shown only when the field holds something; `!field` when it holds nothing. */
const when = optionalLine(80);

const field = z.strictObject({
  label: line(120),
  value: optionalBlock(600),
  strong: z.boolean().default(false),
});

const column = z.strictObject({
  heading: line(80),
  /** Share of the table's width. */
  share: z.number().positive().max(1000),
  align: z.enum(["left", "center"]).default("left"),
  /** Text of a cell: `{nama}` of a row of data, `{1}` the first column of rows that were filled in. */
  cell: optionalLine(200),
});

/** Where somebody signs: an official of the office, or whoever the texts name. */
const signer = z.strictObject({
  role: z.enum(["official", "other"]),
  /** Place and day above it; empty where the head of the letter carries them. */
  place: optionalBlock(200),
  /** Above an official's own post, words such as "Mengetahui,". */
  post: optionalLine(200),
  name: optionalLine(200),
  /** Rank, NIP or institution, one a line. */
  details: optionalBlock(300),
});

export const templateBlockSchema = z.discriminatedUnion("type", [
  /** The office's; of another office of the same government where `name` says which. */
  z.strictObject({
    type: z.literal("kop"),
    when,
    name: optionalLine(160),
    lines: optionalBlock(300),
  }),
  /** Centred title; the number below it, which only a paper of a register has; TENTANG `about`. */
  z.strictObject({
    type: z.literal("title"),
    when,
    text: line(200),
    number: optionalLine(120).default("{surat.nomor}"),
    about: optionalBlock(400),
  }),
  /** Place and date, Nomor, Sifat, Lampiran, Hal, and whom it goes to. */
  z.strictObject({
    type: z.literal("opening"),
    when,
    attached: optionalLine(120),
    to: optionalBlock(600),
  }),
  /** One paragraph for each line of the text; `lead` never stands last on a page. */
  z.strictObject({
    type: z.literal("paragraph"),
    when,
    text: block(3000),
    lead: z.boolean().default(false),
    indent: z.boolean().default(true),
  }),
  z.strictObject({ type: z.literal("fields"), when, fields: z.array(field).min(1).max(40) }),
  /** The items written here, or those of an input. */
  z.strictObject({
    type: z.literal("list"),
    when,
    style: z.enum(["number", "letter", "dash"]).default("number"),
    source: optionalLine(40),
    items: z.array(block(1000)).max(60).default([]),
  }),
  /** Rows of data (`data`, `data-tersedia`) or of an input. */
  z.strictObject({
    type: z.literal("table"),
    when,
    source: line(40),
    columns: z.array(column).min(1).max(10),
    /** Lines to fill by hand where there is nothing to show. */
    blank: z.int().min(0).max(40).default(3),
  }),
  /** Last paragraphs and up to three signatures; never alone on a page. */
  z.strictObject({
    type: z.literal("signing"),
    when,
    text: optionalBlock(2000),
    signers: z.array(signer).min(1).max(3),
  }),
  /** Tembusan; the letter's own, after those written here. */
  z.strictObject({
    type: z.literal("copies"),
    when,
    items: z.array(line(200)).max(40).default([]),
  }),
  /** Begins a page that carries the letter's number and date at its top right. */
  z.strictObject({
    type: z.literal("appendix"),
    when,
    heading: line(200),
    title: optionalLine(200),
  }),
  /** A code by which a paper is checked. */
  z.strictObject({ type: z.literal("qr"), when }),
]);

export const templateSchema = z.strictObject({
  id: slug,
  /** Name on the screen: "Surat penolakan". */
  name: line(120),
  /** Register that numbers it; null for papers without a number. */
  register: z.enum(REGISTER_IDS).nullable(),
  /** Code of the classification that is proposed. */
  classification: optionalLine(40),
  /** Hal, or what stands below TENTANG in registers and lists; may hold fields. */
  subject: optionalLine(300),
  /** Only where somebody asked; in-house work has nobody to answer. */
  needsRequester: z.boolean().default(false),
  /** At most one numbered letter of it a request. */
  once: z.boolean().default(false),
  /** Words in a step's outputs or activity by which the step offers it. */
  offeredBy: z.array(line(80)).max(20).default([]),
  inputs: z.array(templateInputSchema).max(40).default([]),
  blocks: z.array(templateBlockSchema).min(1).max(120),
});

export type Template = z.infer<typeof templateSchema>;
export type TemplateBlock = z.infer<typeof templateBlockSchema>;
export type TemplateInput = z.infer<typeof templateInputSchema>;
export type TemplateSigner = z.infer<typeof signer>;
/** A template as an archive keeps it; `shipped` when the program wrote it, not the office. */
export type TemplateVersion = Template & { version: number; shipped?: true };
