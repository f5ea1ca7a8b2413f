/**
 * A document as plain data: what stands on the paper, in which order, in which words. How it looks
 * (fonts, widths, page breaks) is the printer's business, electron/core/documents. Text is as typed
 * and may hold line breaks where the field allows them.
 */

import type { LetterStyle } from "#shared/office.ts";

export type Kop = {
  government: string;
  name: string;
  /** Address, then telephone, pos-el and laman. */
  lines: string[];
  /** Data URL of PNG or JPEG; empty for none. */
  logo: string;
};

/** A label, a colon and what is said of it. */
export type Field = { label: string; value: string; strong?: boolean };

export type Column = {
  heading: string;
  /** Share of the table's width; the shares of a table need not sum up to anything. */
  share: number;
  align?: "left" | "center";
};

/** Where somebody signs. */
export type Signature = {
  /** "Contoh, 19 November 2026"; empty where the date stands elsewhere. */
  place: string;
  /** "Kepala Dinas Komunikasi dan Informatika,"; "a.n." and "u.b." on lines of their own. */
  post: string;
  /** Empty leaves a line to be filled by hand. */
  name: string;
  /** Rank and NIP, or the post, below the name. */
  details: string[];
  /** Words in the signature's room that a signing service looks for; empty or absent for none. */
  anchor?: string;
};

/** A box of the lembar disposisi; `mark` is "" for an empty one, "✓" or an order "1", "2". */
export type Choice = { text: string; mark: string };

/** A paraf: who checked, and the mark or an empty box to write it by hand. */
export type Initial = { post: string; mark: string };

/** What a square code says, and the words for those who read it. */
export type Code = { text: string; caption: string };

export type Block =
  /** Centred; with a number below it, and what it is about below TENTANG. */
  | { type: "title"; text: string; number?: string; about?: string }
  /** Head of a letter: place and date, Nomor to Hal, then whom it goes to. */
  | { type: "opening"; place: string; fields: Field[]; salutation: string; to: string[] }
  | { type: "paragraph"; text: string; indent?: boolean }
  /** A line that introduces what follows and never stands last on a page. */
  | { type: "lead"; text: string }
  | { type: "fields"; fields: Field[] }
  | { type: "list"; style: "number" | "letter" | "dash"; items: string[] }
  | { type: "table"; columns: Column[]; rows: string[][] }
  /**
   * Last paragraphs and one to three signatures; they stay on one page, so no signature stands
   * alone. Initials are the parafs, and the code stands, at the left of a single signature.
   */
  | {
      type: "signing";
      paragraphs: string[];
      signers: Signature[];
      initials: Initial[];
      code?: Code;
    }
  /** Tembusan. */
  | { type: "copies"; items: string[] }
  /** Begins a page: the letter's number and date at the top right, then a title. */
  | { type: "appendix"; fields: Field[]; heading: string; title: string }
  | ({ type: "qr" } & Code)
  | DispositionSheet;

export type DispositionSheet = {
  type: "disposition";
  title: string;
  from: Field[];
  received: Field[];
  nature: Choice[];
  subject: Field;
  recipients: Choice[];
  instructions: Choice[];
  note: string;
  /** "Jumat, 20 November 2026"; empty for none. */
  due: string;
  signature: Signature;
};

export type DocumentModel = {
  /** The template's id. */
  kind: string;
  /** For the file's properties: what it is, who issues it. */
  title: string;
  author: string;
  /** Day on the paper, YYYY-MM-DD. */
  date: string;
  /** What every page says of a letter without a number that counts; empty for one that has it. */
  mark: string;
  /** At the foot of further pages: which letter or request the page belongs to. */
  reference: string;
  style: LetterStyle;
  /** Null for a paper without a kop. */
  kop: Kop | null;
  blocks: Block[];
};
