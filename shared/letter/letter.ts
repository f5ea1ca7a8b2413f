import type { RequestDetail } from "#shared/contract.ts";
import type { LetterText } from "#shared/request/model.ts";
import type { Office } from "#shared/office.ts";
import { plainDay } from "#shared/time/format.ts";
import { placeAndDay } from "./office.ts";
import { type Asked, addressee } from "./request.ts";
import type { Block, Field } from "./types.ts";

/** What the numbered letters share: their text, their number, their head. */

export type LetterKind = "refusal" | "delivery" | "extension";

/** A letter's text with its number, or the draft of one; `at` is when it was issued. */
export type Letter = LetterText & { draft: boolean; at: string | null };

/** Printed where a draft's number will stand. */
export const NUMBER_DOTS = "…………";

/** The issued letter of that kind, or a draft with the text that is being written. */
export function letterOf(
  kind: LetterKind,
  request: Asked,
  text: LetterText | undefined,
  today: string,
): Letter {
  const issued = request.documents.find((document) => document.kind === kind);
  const { reasons, note, date, number } = issued ?? text ?? EMPTY;
  return {
    reasons,
    note,
    date: date === "" ? today : date,
    number: issued === undefined ? NUMBER_DOTS : number,
    draft: issued === undefined,
    at: issued?.at ?? null,
  };
}

const EMPTY: LetterText = { reasons: [], note: "", date: "", number: "" };

/** Place and date, Nomor, Sifat, Lampiran, Hal, and whom it goes to (norms, part 2). */
export function opening(
  office: Office,
  request: Asked,
  letter: Letter,
  attached: string,
  subject: string,
): Block {
  return {
    type: "opening",
    place: placeAndDay(office, letter.date),
    fields: [
      { label: "Nomor", value: letter.number },
      { label: "Sifat", value: "Biasa" },
      { label: "Lampiran", value: attached },
      { label: "Hal", value: subject, strong: true },
    ],
    salutation: "Yth.",
    to: addressee(request),
  };
}

/** Number and date of the letter, as its lampiran carries them. */
export const letterFields = (letter: Letter): Field[] => [
  { label: "Nomor", value: letter.number },
  { label: "Tanggal", value: plainDay(letter.date) },
];

/** "Surat nomor 500.14/12/XI/2026", at the foot of further pages. */
export const letterReference = (letter: Letter, request: RequestDetail): string =>
  letter.draft ? `Permohonan ${request.number}` : `Surat nomor ${letter.number}`;
