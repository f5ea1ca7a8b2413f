import type { Problem, Repair } from "#shared/maintenance/contract.ts";

/** Problems told one by one; a broken archive may have more than anybody reads. */
const MOST = 500;

/** What is said and advised of each kind of problem; a part of the contract, like error codes. */
const KINDS = {
  pages_broken: [
    "Bagian basis data rusak.",
    "Perbaiki dari cadangan, atau pulihkan cadangan terakhir.",
    "restore",
  ],
  index_broken: [
    "Daftar cari di basis data tidak cocok dengan isinya.",
    "Pilih Perbaiki; daftar cari disusun ulang.",
    "rebuild",
  ],
  schema_changed: [
    "Bentuk basis data berubah.",
    "Perbaiki dari cadangan, atau pulihkan cadangan terakhir.",
    "restore",
  ],
  event_changed: [
    "Catatan nomor {seq} berubah sejak dicatat.",
    "Perbaiki dengan cadangan; catatan aslinya diambil dari sana.",
    "restore-event",
  ],
  event_missing: [
    "Catatan nomor {seq} hilang.",
    "Perbaiki dengan cadangan; catatan aslinya diambil dari sana.",
    "restore-event",
  ],
  event_unreadable: [
    "Catatan nomor {seq} tidak dapat dibaca.",
    "Perbaiki dengan cadangan; catatan aslinya diambil dari sana.",
    "restore-event",
  ],
  event_loose: [
    "Catatan nomor {seq} menunjuk catatan lain yang tidak ada.",
    "Pulihkan cadangan terakhir.",
    "restore",
  ],
  writer_changed: [
    "Penanda catatan terakhir tidak cocok dengan riwayat; riwayatnya utuh.",
    "Pilih Perbaiki; penanda disusun ulang dari riwayat.",
    "rebuild",
  ],
  heads_differ: [
    "Penanda catatan terakhir permohonan tidak cocok dengan riwayatnya.",
    "Pilih Perbaiki; penanda disusun ulang dari riwayat.",
    "rebuild",
  ],
  history_broken: [
    "Riwayatnya tidak dapat dibaca.",
    "Perbaiki dengan cadangan, atau pulihkan cadangan terakhir.",
    "restore",
  ],
  number_twice: [
    "Satu nomor dipakai dua kali.",
    "Buka Perlu keputusan, lalu beri nomor baru atau batalkan salah satu suratnya.",
    "none",
  ],
  projection_differs: [
    "Yang ditampilkan berbeda dari riwayatnya.",
    "Pilih Perbaiki; yang ditampilkan disusun ulang dari riwayat.",
    "rebuild",
  ],
  search_differs: [
    "Daftar pencarian berbeda dari isinya.",
    "Pilih Perbaiki; daftar pencarian disusun ulang.",
    "rebuild",
  ],
  text_broken: [
    "Teks untuk pencarian dari lampiran {name} rusak; lampirannya sendiri tidak.",
    "Pilih Perbaiki; teksnya dibaca ulang dari lampiran.",
    "rebuild",
  ],
  register_behind: [
    "Buku {name} tahun {year} tertinggal dari nomor yang sudah diberikan.",
    "Pilih Perbaiki; buku disusun ulang dari riwayat.",
    "rebuild",
  ],
  identity_missing: [
    "Identitas pemohon tidak ada di arsip.",
    "Perbaiki dengan cadangan; identitas diambil dari sana.",
    "restore-event",
  ],
  identity_changed: [
    "Identitas pemohon berubah sejak disimpan.",
    "Perbaiki dengan cadangan; identitas diambil dari sana.",
    "restore-event",
  ],
  local_changed: [
    "{name} berubah tanpa lewat Lajur.",
    "Perbaiki dengan cadangan, atau periksa isinya di Pengaturan.",
    "restore",
  ],
  file_missing: [
    "Berkas {name} tidak ada di arsip.",
    "Perbaiki dengan cadangan, atau lampirkan lagi berkas aslinya.",
    "restore-file",
  ],
  file_unreadable: [
    "Berkas {name} tidak dapat dibaca.",
    "Periksa diska dan izin foldernya, lalu perbaiki dengan cadangan.",
    "restore-file",
  ],
  file_changed: [
    "Isi berkas {name} berubah sejak disimpan.",
    "Perbaiki dengan cadangan, atau lampirkan lagi berkas aslinya.",
    "restore-file",
  ],
} as const satisfies Record<string, readonly [message: string, advice: string, repair: Repair]>;

export type ProblemCode = keyof typeof KINDS;

/** `values` fill the sentence's braces; `detail` is for whoever looks into it. */
export type Tell = (
  code: ProblemCode,
  request: string | null,
  values?: Record<string, string | number> & { detail?: string },
) => void;

export type Found = Omit<Problem, "number"> & { code: ProblemCode };

/** Collects problems; the same one is told once. */
export function createProblems() {
  const known = new Set<string>();
  const list: Found[] = [];

  const tell: Tell = (code, request, values = {}) => {
    const [sentence, advice, repair] = KINDS[code];
    const message = sentence.replace(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? ""));
    const { detail = "" } = values;
    const key = `${code} ${request} ${message} ${detail}`;
    if (known.has(key)) return;
    known.add(key);
    if (list.length < MOST) list.push({ code, message, detail, request, advice, repair });
  };

  return {
    tell,
    list: (): readonly Found[] => list,
    count: (): number => known.size,
    /** Whether the history of anything is not as it was written. */
    historyHurt: (): boolean => list.some(({ code }) => /^(event|history)_/.test(code)),
    names: (request: string): boolean => list.some((problem) => problem.request === request),
  };
}

export type Problems = ReturnType<typeof createProblems>;

/** Healed by a database made anew; files lie beside it, and some things are for people to settle. */
export const isOfDatabase = ({ repair }: Pick<Problem, "repair">): boolean =>
  repair !== "restore-file" && repair !== "none";
