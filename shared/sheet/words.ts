import type { Outcome } from "#shared/sop/definition.ts";
import type { HeadKey } from "./types.ts";

/** The sheet's headings after PermenPAN-RB 35/2012; a lane's heading is its own name. */
export const HEAD_WORDS: Record<Exclude<HeadKey, "lane">, string> = {
  no: "No",
  activity: "Kegiatan",
  lanes: "Pelaksana",
  quality: "Mutu Baku",
  requirements: "Kelengkapan",
  time: "Waktu",
  outputs: "Output",
  note: "Keterangan",
};

export const OUTCOME_WORDS: Record<Outcome, string> = {
  selesai: "selesai",
  ditolak: "ditolak",
  "tidak-tersedia": "tidak tersedia",
  "unduh-langsung": "unduh langsung",
};
