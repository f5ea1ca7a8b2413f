import type { RetentionList } from "./contract.ts";

/** Names of the lists: on the screen, on a sheet of a workbook (31 characters), on paper. */
export const LIST_TITLES: Record<RetentionList, { short: string; title: string }> = {
  move: { short: "Usul pindah", title: "DAFTAR ARSIP USUL PINDAH" },
  destroy: { short: "Usul musnah", title: "DAFTAR ARSIP USUL MUSNAH" },
  review: { short: "Dinilai kembali", title: "DAFTAR ARSIP YANG DINILAI KEMBALI" },
  permanent: { short: "Permanen", title: "DAFTAR ARSIP PERMANEN" },
  unruled: { short: "Belum diatur", title: "DAFTAR ARSIP TANPA ATURAN RETENSI" },
  placed: { short: "Tempat", title: "DAFTAR TEMPAT ARSIP" },
  destroyed: { short: "Dimusnahkan", title: "DAFTAR ARSIP YANG DIMUSNAHKAN" },
};
