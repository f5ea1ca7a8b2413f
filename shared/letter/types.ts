import type { DocumentKind } from "#shared/request/model.ts";

/**
 * A document as plain data: what stands on the paper, in which order, in which words. How it looks
 * (fonts, widths, page breaks) is the printer's business, electron/core/documents. Text is as typed
 * and may hold line breaks where the field allows them.
 */

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
  /** "Kepala Dinas Komunikasi dan Informatika," */
  post: string;
  /** Empty leaves a line to be filled by hand. */
  name: string;
  /** Rank and NIP, or the post, below the name. */
  details: string[];
};

/** A box of the lembar disposisi; `mark` is "" for an empty one, "✓" or an order "1", "2". */
export type Choice = { text: string; mark: string };

export type Block =
  | { type: "title"; text: string }
  /** Head of a letter: place and date, Nomor to Hal, then whom it goes to. */
  | { type: "opening"; place: string; fields: Field[]; salutation: string; to: string[] }
  | { type: "paragraph"; text: string }
  /** A line that introduces what follows and never stands last on a page. */
  | { type: "lead"; text: string }
  | { type: "fields"; fields: Field[] }
  | { type: "numbered"; items: string[] }
  | { type: "table"; columns: Column[]; rows: string[][] }
  /** Last paragraphs and signature; they stay on one page, so no signature stands alone. */
  | { type: "closing"; paragraphs: string[]; signature: Signature }
  /** Two signatures side by side below a sentence; they stay on one page. */
  | { type: "signatures"; text: string; left: Signature; right: Signature }
  /** Begins a page: the letter's number and date at the top right, then a title. */
  | { type: "appendix"; fields: Field[]; heading: string; title: string }
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
  kind: DocumentKind;
  /** For the file's properties: what it is, who issues it. */
  title: string;
  author: string;
  /** Day on the paper, YYYY-MM-DD. */
  date: string;
  /** A letter without its number; every page says so. */
  draft: boolean;
  /** At the foot of further pages: which letter or request the page belongs to. */
  reference: string;
  kop: Kop;
  blocks: Block[];
};
