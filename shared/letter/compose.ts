import type { RequestDetail } from "#shared/contract.ts";
import type { Office } from "#shared/office.ts";
import { type LetterText, letterTextSchema } from "#shared/request/model.ts";
import type { StoredText } from "#shared/request/events.ts";
import { filledLines } from "#shared/text.ts";
import { longDay, plainDay } from "#shared/time/format.ts";
import { createFill, fieldsIn, type Fill, type InputValue } from "./fill.ts";
import { type FieldKey, type FieldSource, INPUT_PREFIX } from "./fields.ts";
import { kopOf, officialSignature, placeAndDay } from "./office.ts";
import { orDash } from "./request.ts";
import { tableBlock } from "./table-block.ts";
import type { Template, TemplateBlock, TemplateSigner } from "./template.ts";
import type { Block, DocumentModel, Initial, Kop, Signature } from "./types.ts";
import { DOTS } from "./words.ts";

/** Printed where a draft's number will stand. */
export const NUMBER_DOTS = "…………";

/** What every page says of a letter that has no number, or whose number was voided. */
export const DRAFT_MARK = "DRAF – belum bernomor";
export const VOID_MARK = "BATAL – surat ini tidak berlaku";

export type LetterOrder = {
  template: Template;
  office: Office;
  request: RequestDetail;
  /** What was written on it; of old letters only what there was then. */
  text: StoredText;
  /** Null while it has none; a paper of no register never gets one. */
  number: string | null;
  /** When it got its number; null before. */
  issuedAt: string | null;
  /** The day it is in the office, YYYY-MM-DD. */
  today: string;
  officer: { name: string; post: string };
  /** Those who check it: their posts, and whether the paraf has been given. */
  initials: readonly Initial[];
  /** What the code on it says; empty for none. */
  code: string;
  /** Print the words that a signing service looks for. */
  anchored: boolean;
};

/** A letter as plain data, from its template. Pure: the same order gives the same model. */
export function composeLetter(order: LetterOrder): DocumentModel {
  const { template, office, request, number } = order;
  const text: LetterText = letterTextSchema.parse({ ...order.text, number: "" });
  const date = text.date === "" ? order.today : text.date;
  const draft = template.register !== null && number === null;
  const source: FieldSource = {
    office,
    request,
    text,
    subject: "",
    number: number ?? (template.register === null ? "" : NUMBER_DOTS),
    date,
    issuedAt: order.issuedAt,
    officer: order.officer,
  };
  source.subject = subjectOf(template, text, source);
  const fill = createFill(source, inputsOf(template, text, source));
  const letter: Writing = { order, source, text, fill };
  const shown = template.blocks.filter((block) => fill.holds(block.when));
  return {
    kind: template.id,
    title: template.name,
    author: office.name,
    date,
    mark: draft ? DRAFT_MARK : "",
    reference: draft || number === null ? `Permohonan ${request.number}` : `Surat nomor ${number}`,
    style: office.letterStyle,
    kop: kop(letter, shown),
    blocks: withCodeBeside(shown.flatMap((block) => blocksOf(letter, block))),
  };
}

/** A code stands beside a single signature, so that it does not fall alone on a page. */
function withCodeBeside(blocks: Block[]): Block[] {
  const code = blocks.find((block) => block.type === "qr");
  const signing = blocks.find((block) => block.type === "signing");
  if (code === undefined || signing === undefined || signing.signers.length > 1) return blocks;
  const { text, caption } = code;
  return blocks
    .filter((block) => block !== code)
    .map((block) => (block === signing ? { ...signing, code: { text, caption } } : block));
}

/** Hal of a letter: what was written, or what its template says. */
export function subjectOf(template: Template, text: LetterText, source: FieldSource): string {
  if (text.subject !== "") return text.subject;
  const fill = createFill(source, inputsOf(template, text, source));
  return template.subject === "" ? template.name : fill.text(template.subject);
}

type Writing = { order: LetterOrder; source: FieldSource; text: LetterText; fill: Fill };

/** What was filled in, or what the template proposes. */
function inputsOf(
  template: Template,
  text: LetterText,
  source: FieldSource,
): Map<string, InputValue> {
  const fill = createFill(source, new Map());
  const older: Record<string, InputValue> = {
    ...(text.reasons.length > 0 && { alasan: text.reasons }),
    ...(text.note !== "" && { catatan: text.note }),
  };
  return new Map(
    template.inputs.map(({ key, type, value }): [string, InputValue] => {
      const written = text.values[key] ?? older[key];
      if (written !== undefined) return [key, day(type, written)];
      const proposed = fill.text(value);
      return [key, type === "list" ? filledLines(proposed) : day(type, proposed)];
    }),
  );
}

/** Days are kept as YYYY-MM-DD and printed in words, with the day of the week. */
const day = (type: string, value: InputValue): InputValue =>
  type === "day" && typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value)
    ? longDay(value)
    : value;

function blocksOf(letter: Writing, block: TemplateBlock): Block[] {
  const { fill, source, order } = letter;
  switch (block.type) {
    case "kop":
      return [];
    case "title": {
      const number = byHand(fill, block.number);
      return [
        {
          type: "title",
          text: fill.text(block.text).toUpperCase(),
          ...(number !== "" && { number }),
          ...(block.about !== "" && { about: fill.text(block.about) }),
        },
      ];
    }
    case "opening":
      return [opening(letter, block)];
    case "paragraph":
      return fill
        .lines(block.text)
        .map((text): Block =>
          block.lead ? { type: "lead", text } : { type: "paragraph", text, indent: block.indent },
        );
    case "fields":
      return [
        {
          type: "fields",
          fields: block.fields.map(({ label, value, strong }) => ({
            label,
            value: orDash(byHand(fill, value)),
            strong,
          })),
        },
      ];
    case "list":
      return list(letter, block);
    case "table":
      return [tableBlock(block, order.request, fill)];
    case "signing":
      return [signing(letter, block)];
    case "copies": {
      const items = [...block.items.map((item) => fill.text(item)), ...letter.text.copies];
      return items.length === 0 ? [] : [{ type: "copies", items }];
    }
    case "appendix":
      return [
        {
          type: "appendix",
          heading: fill.text(block.heading),
          title: fill.text(block.title),
          fields: [
            { label: "Nomor", value: source.number },
            { label: "Tanggal", value: plainDay(source.date) },
          ],
        },
      ];
    case "qr":
      return order.code === ""
        ? []
        : [{ type: "qr", text: order.code, caption: CODE_CAPTION(source.number) }];
    default:
      return block satisfies never;
  }
}

/** The text; a line to fill by hand where what its writer says of it has not been said. */
function byHand(fill: Fill, written: string): string {
  const text = fill.text(written);
  const asked = fieldsIn(written).some((key) => key.startsWith(INPUT_PREFIX) || key === ADDRESSEE);
  return text.trim() === "" && asked ? DOTS : text;
}

const ADDRESSEE: FieldKey = "surat.kepada";

function kop({ fill, order }: Writing, blocks: readonly TemplateBlock[]): Kop | null {
  const block = blocks.find((one) => one.type === "kop");
  if (block === undefined) return null;
  const own = kopOf(order.office);
  if (block.name === "") return own;
  return { ...own, name: byHand(fill, block.name).toUpperCase(), lines: fill.lines(block.lines) };
}

const CODE_CAPTION = (number: string): string =>
  `Keaslian surat nomor ${number} dapat diperiksa lewat kode ini. Kode ini bukan tanda tangan elektronik.`;

function opening(letter: Writing, block: Extract<TemplateBlock, { type: "opening" }>): Block {
  const { fill, source, text, order } = letter;
  const to = text.to === "" ? block.to : text.to;
  return {
    type: "opening",
    place: placeAndDay(order.office, source.date),
    fields: [
      { label: "Nomor", value: source.number },
      { label: "Sifat", value: fill.text("{surat.sifat}") },
      { label: "Lampiran", value: orDash(fill.text(block.attached)) },
      { label: "Hal", value: source.subject, strong: true },
    ],
    salutation: "Yth.",
    to: fill.lines(to),
  };
}

function list({ fill }: Writing, block: Extract<TemplateBlock, { type: "list" }>): Block[] {
  const source = block.source === "" ? undefined : fill.input(block.source);
  const filled = Array.isArray(source) ? source.flat() : filledLines(source ?? "");
  const items = [...block.items.map((item) => fill.text(item)), ...filled].filter(
    (item) => item.trim() !== "",
  );
  if (items.length > 0) return [{ type: "list", style: block.style, items }];
  return block.source === "" ? [] : [{ type: "list", style: block.style, items: [DOTS] }];
}

/** A lampiran is signed again, but checked and signed electronically only once with the letter. */
function signing(letter: Writing, block: Extract<TemplateBlock, { type: "signing" }>): Block {
  const { fill, order } = letter;
  const first = order.template.blocks.find((one) => one.type === "signing" && fill.holds(one.when));
  const isFirst = block === first;
  return {
    type: "signing",
    paragraphs: fill.lines(block.text),
    signers: block.signers.map((signer) => signature(letter, signer, isFirst)),
    initials: isFirst ? [...order.initials] : [],
  };
}

function signature(
  { fill, order, text, source }: Writing,
  signer: TemplateSigner,
  anchored: boolean,
): Signature {
  const place = fill.text(signer.place);
  if (signer.role === "official") {
    const own = officialSignature(order.office, text.signer, source.date, place);
    const above = fill.text(signer.post);
    const signs = above === "" ? own : { ...own, post: `${above}\n${own.post}` };
    const { signatureAnchor: anchor } = order.office;
    return order.anchored && anchored && anchor !== "" ? { ...signs, anchor } : signs;
  }
  return {
    place,
    post: fill.text(signer.post),
    name: fill.text(signer.name),
    details: fill.lines(signer.details),
  };
}
