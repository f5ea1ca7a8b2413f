import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { composeLetter, type LetterOrder } from "#shared/letter/compose.ts";
import { type Template, templateSchema } from "#shared/letter/template.ts";
import type { Block, DocumentModel, Signature } from "#shared/letter/types.ts";
import { RESOURCES } from "./magetan.ts";
import { OFFICE, requestOf } from "./paper.ts";

/** The shipped templates, and letters of them, for tests. */

const folder = join(RESOURCES, "templates");

/** Every shipped file by its name, as it stands in the file. */
export const templateFiles = new Map(
  readdirSync(folder).map((file): [string, unknown] => [
    file.replace(/\.json$/, ""),
    JSON.parse(readFileSync(join(folder, file), "utf8")),
  ]),
);

export const shippedTemplate = (id: string): Template =>
  templateSchema.parse(templateFiles.get(id));

/** A letter that is being written on 20 November 2026. */
export const letter = (changes: Partial<LetterOrder> & Pick<LetterOrder, "template">) =>
  composeLetter({
    office: OFFICE,
    request: requestOf(1),
    text: {},
    number: null,
    issuedAt: null,
    today: "2026-11-20",
    officer: { name: "Rudi Contoh", post: "Petugas Layanan" },
    initials: [],
    code: "",
    anchored: false,
    ...changes,
  });

export function blockOf<T extends Block["type"]>(
  model: DocumentModel,
  type: T,
): Extract<Block, { type: T }> {
  const block = model.blocks.find((one) => one.type === type);
  if (block === undefined) throw new Error(`no ${type}`);
  return block as Extract<Block, { type: T }>;
}

/** All that stands on a paper, one text a line, in its order. */
export const wordsOf = ({ blocks }: DocumentModel): string[] => blocks.flatMap(wordsOfBlock);

function wordsOfBlock(block: Block): string[] {
  switch (block.type) {
    case "title":
      return [
        block.text,
        ...(block.number === undefined ? [] : [`NOMOR ${block.number}`]),
        ...(block.about === undefined ? [] : [block.about]),
      ];
    case "opening":
      return [
        block.place,
        ...fieldLines(block.fields),
        `${block.salutation} ${block.to.join(", ")}`,
      ];
    case "paragraph":
    case "lead":
      return [block.text];
    case "fields":
      return fieldLines(block.fields);
    case "list":
      return block.items.map((item, index) => `(${index + 1}) ${item}`);
    case "table":
      return [block.columns.map(({ heading }) => heading), ...block.rows].map((row) =>
        row.join(" | "),
      );
    case "signing":
      return [...block.paragraphs, ...block.signers.map(signatureLine)];
    case "copies":
      return block.items;
    case "appendix":
      return [block.heading, ...fieldLines(block.fields), block.title];
    case "qr":
      return [block.text, block.caption];
    case "disposition":
      throw new Error("a form of its own");
  }
}

const fieldLines = (fields: readonly { label: string; value: string }[]): string[] =>
  fields.map(({ label, value }) => `${label}: ${value}`);

const signatureLine = ({ place, post, name, details }: Signature): string =>
  [place, post, name, ...details].filter((part) => part !== "").join(" / ");
