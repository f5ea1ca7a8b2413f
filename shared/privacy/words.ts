import type { Access } from "./contract.ts";

/** Shown where an identity has been erased. */
export const ERASED = "(identitas dihapus)";

/** Words that paper, workbook and screen share. */
export const ACCESS_WORDS: Record<Access, string> = {
  opened: "Dibuka",
  found: "Dicari saat mendaftar",
  printed: "Dicetak atau dilihat di kertas",
  exported: "Diekspor",
  reported: "Disusun untuk pemohon",
  corrected: "Diperbaiki",
  erased: "Dihapus",
};
