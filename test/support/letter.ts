import type { Block, DocumentModel, Signature } from "#shared/letter/types.ts";
import { DEFAULT_STYLE } from "#shared/office.ts";

/** Letters of a made-up office as plain data, for what sets them. */

export const KOP = {
  government: "PEMERINTAH KABUPATEN CONTOH",
  name: "DINAS KOMUNIKASI DAN INFORMATIKA",
  lines: ["Jalan Merdeka Nomor 1, Contoh 12345", "Telepon (021) 000000"],
  logo: "",
};

export const HEAD: Signature = {
  place: "",
  post: "Kepala Dinas Komunikasi dan Informatika,",
  name: "Dra. Siti Contoh, M.Si.",
  details: ["Pembina Utama Muda", "NIP 19760520 199511 2 001"],
};

export const OPENING: Block = {
  type: "opening",
  place: "Contoh, 20 November 2026",
  fields: [
    { label: "Nomor", value: "500.14/12/DISKOMINFO/XI/2026" },
    { label: "Hal", value: "Permohonan data", strong: true },
  ],
  salutation: "Yth.",
  to: ["Rina Lestari", "di Contoh"],
};

export const SENTENCE =
  "Sehubungan dengan Undang-Undang Nomor 14 Tahun 2008, dengan ini disampaikan hal berikut. ";

export const paragraph = (text = SENTENCE): Block => ({ type: "paragraph", text });

export const signing = (
  paragraphs: string[] = ["Demikian disampaikan."],
  signers: Signature[] = [HEAD],
): Block => ({ type: "signing", paragraphs, signers, initials: [] });

export const letterOf = (blocks: Block[], changes: Partial<DocumentModel> = {}): DocumentModel => ({
  kind: "surat",
  title: "Surat",
  author: KOP.name,
  date: "2026-11-20",
  mark: "",
  reference: "Surat Nomor 500.14/12/DISKOMINFO/XI/2026",
  style: DEFAULT_STYLE,
  kop: KOP,
  blocks,
  ...changes,
});
