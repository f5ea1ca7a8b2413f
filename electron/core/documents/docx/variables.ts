import type { Block, DocumentModel, Field, Signature } from "#shared/letter/types.ts";
import { plainDay } from "#shared/time/format.ts";

/** The words that SRIKANDI fills in (norms, part 6). */
const NUMBER = "${nomor_naskah}";
const DATE = "${tanggal_naskah}";
export const SIGNATURE = "${ttd_pengirim}";

const OPENING = new Map([
  ["Nomor", NUMBER],
  ["Sifat", "${sifat}"],
  ["Hal", "${hal}"],
]);
const APPENDIX = new Map([
  ["Nomor", NUMBER],
  ["Tanggal", DATE],
]);

/**
 * The letter with SRIKANDI's variables in place of its number, date, sifat, hal and signature. The
 * number comes from there, so it is no draft, and a code that vouches for another number is left out.
 */
export function withVariables(model: DocumentModel): DocumentModel {
  const day = plainDay(model.date);
  const number = numberOf(model.blocks);
  return {
    ...model,
    mark: "",
    reference: number === "" ? model.reference : model.reference.split(number).join(NUMBER),
    blocks: model.blocks.filter(({ type }) => type !== "qr").map((block) => filled(block, day)),
  };
}

function filled(block: Block, day: string): Block {
  switch (block.type) {
    case "title":
      return block.number === undefined ? block : { ...block, number: NUMBER };
    case "opening":
      return {
        ...block,
        place: endsWithDay(block.place, day) ?? afterComma(block.place),
        fields: replaced(block.fields, OPENING),
      };
    case "appendix":
      return { ...block, fields: replaced(block.fields, APPENDIX) };
    case "signing": {
      const official = officialOf(block.signers);
      const { code: _, ...rest } = block;
      return {
        ...rest,
        signers: block.signers.map((signer) => ({
          ...signer,
          place: endsWithDay(signer.place, day) ?? signer.place,
          anchor: official.includes(signer) ? SIGNATURE : "",
        })),
      };
    }
    case "copies":
    case "disposition":
    case "fields":
    case "lead":
    case "list":
    case "paragraph":
    case "qr":
    case "table":
      return block;
  }
}

const replaced = (fields: readonly Field[], variables: ReadonlyMap<string, string>): Field[] =>
  fields.map((field) => ({ ...field, value: variables.get(field.label) ?? field.value }));

/** "Contoh, ${tanggal_naskah}"; null where the text does not end with the letter's day. */
const endsWithDay = (place: string, day: string): string | null =>
  place.endsWith(day) ? place.slice(0, -day.length) + DATE : null;

/** Dots for the day, or a day that differs from the letter's. */
const afterComma = (place: string): string =>
  place.slice(0, place.lastIndexOf(",") + 1) + (place.includes(",") ? " " : "") + DATE;

/**
 * Whoever signs for the office: the signers with words for a signing service; without any the last
 * one with a NIP, as the sender stands at the right or below; else the last one.
 */
function officialOf(signers: readonly Signature[]): Signature[] {
  const anchored = signers.filter(({ anchor }) => anchor !== undefined && anchor !== "");
  if (anchored.length > 0) return anchored;
  const official =
    signers.findLast(({ details }) => details.some((line) => line.startsWith("NIP "))) ??
    signers.at(-1);
  return official === undefined ? [] : [official];
}

/** The letter's number as it stands on it; empty for dots in its place. */
function numberOf(blocks: readonly Block[]): string {
  for (const block of blocks) {
    const number =
      block.type === "title"
        ? block.number
        : block.type === "opening"
          ? block.fields.find(({ label }) => label === "Nomor")?.value
          : undefined;
    if (number !== undefined && /\w/.test(number)) return number;
  }
  return "";
}
