import type { FindingCode } from "#shared/sop/check.ts";
import type { Recurrence } from "#shared/sop/definition.ts";
import { longMoment, monthName, plainDay } from "#shared/time/format.ts";
import type { Zone } from "#shared/office.ts";
import { numberText } from "./common.ts";

/** Words of the library and of one SOP. */
export const sopText = {
  title: "SOP",
  newSop: "SOP baru",
  import: "Impor …",
  template: "Templat Excel",
  templateSaved: (name: string) => `${name} diunduh. Isi lembarnya, lalu impor.`,
  books: "Buku SOP",
  states: "Saring menurut keadaan",
  published: "Dipakai",
  retired: "Tidak dipakai",
  drafts: "Draf",
  words: "Cari SOP",
  wordsPlaceholder: "Nama atau nomor …",
  none: "Belum ada SOP yang dipakai",
  noneHelp: "Pakai lagi SOP yang tidak dipakai, buat SOP baru, atau impor dari berkas.",
  noneRetired: "Semua SOP dipakai",
  noneRetiredHelp: "SOP yang tidak dipakai lagi tersusun di sini dan dapat dipakai kembali.",
  noDrafts: "Tidak ada draf",
  noDraftsHelp: "Draf muncul di sini saat SOP dibuat, diubah, disalin, atau diimpor.",
  notFound: "Tidak ada SOP yang cocok",
  notFoundHelp: "Ubah kata pencariannya.",
  clear: "Tampilkan semua",
  broken: "Ada SOP yang rusak",
  ofOffice: (count: number) => `${numberText(count)} SOP`,
  name: "Nama SOP",
  number: "Nomor",
  office: "Kantor",
  kind: "Jenis",
  steps: "Langkah",
  lanes: "Pelaksana",
  running: "Berjalan",
  open: "Perlu dipastikan",
  version: "Versi",
  hasDraft: "ada draf",

  newTitle: "SOP baru",
  newName: "Nama SOP",
  newHelp: "SOP dimulai sebagai draf kosong. Draf baru berlaku setelah diterbitkan.",
  begin: "Mulai menyusun",

  draftName: "Nama draf",
  draftUnnamed: "SOP tanpa nama",
  draftOf: "Dasar",
  draftNew: "SOP baru",
  draftFrom: (version: number) => `versi ${version}`,
  draftChanged: "Terakhir diubah",
  draftErrors: "Kesalahan",
  draftAdvice: "Saran",
  draftContinue: "Lanjutkan",
  draftDiscard: "Buang",
  draftDiscarded: (name: string) => `Draf ${name} dibuang.`,
  discardAsk: (name: string) => ({
    title: `Buang draf ${name}?`,
    body: `Semua isian draf ${name} hilang dan tidak dapat dikembalikan. SOP yang sudah terbit tidak berubah.`,
    confirm: "Buang draf",
    danger: true,
  }),

  startRequest: "Mulai permohonan",
  startWork: "Mulai kegiatan",
  startPeriod: (period: string) => `Mulai kegiatan ${period}`,
  print: "Cetak …",
  edit: "Ubah",
  editFrom: (version: number) => `Ubah dari versi ${version}`,
  toDraft: "Lanjutkan draf",
  copy: "Salin sebagai SOP baru",
  export: "Ekspor",
  exports: { xlsx: "Excel (.xlsx)", bpmn: "BPMN 2.0 (.bpmn)", json: "JSON (.json)" },
  exported: (name: string) => `${name} diunduh.`,
  more: "Lainnya",
  retire: "Tidak dipakai lagi …",
  retireTitle: (name: string) => `Tidak memakai SOP ${name} lagi`,
  retireHelp: (running: number) =>
    running === 0
      ? "Permohonan dan kegiatan baru tidak dapat memakai SOP ini. SOP dapat dipakai lagi kapan saja."
      : `Permohonan dan kegiatan baru tidak dapat memakai SOP ini; ${numberText(running)} yang sedang berjalan tetap diteruskan. SOP dapat dipakai lagi kapan saja.`,
  reason: "Alasan",
  retireConfirm: "Tidak dipakai lagi",
  retireDone: (name: string) => `SOP ${name} tidak dipakai lagi.`,
  reinstate: "Pakai lagi",
  reinstated: (name: string) => `SOP ${name} dipakai lagi.`,
  retiredNote: (at: string, name: string, reason: string) =>
    `Tidak dipakai sejak ${at}, dicatat ${name}. Alasan: ${reason}`,
  retiredTitle: "SOP ini tidak dipakai",
  olderTitle: (version: number) => `Ini versi ${version}, bukan versi terbaru`,
  olderNote: (newest: number) =>
    `Permohonan dan kegiatan baru mengikuti versi ${newest}. Yang sedang berjalan tetap pada versinya.`,
  toNewest: (newest: number) => `Buka versi ${newest}`,

  findings: "Perlu dipastikan kantor",
  findingsHelp:
    "Bagian ini tidak tertulis jelas di naskah. Cocokkan dengan naskah kantor, lalu nyatakan benar atau ubah SOP-nya.",
  confirm: "Benar, sudah dipastikan",
  confirmFor: (step: number) => `Benar, sudah dipastikan untuk baris ${step}`,
  confirmed: (count: number) => `${count} sudah dipastikan`,
  confirmedRow: (step: number, name: string, at: string) => `Baris ${step}: ${name}, ${at}`,
  confirmDone: (step: number) => `Baris ${step} sudah dipastikan.`,

  versions: "Versi",
  versionOf: (version: number) => `Versi ${version}`,
  versionNewest: "terbaru",
  versionShown: "sedang dilihat",
  versionBy: (at: string, name: string) => `${at} oleh ${name}`,
  versionRunning: (count: number) => `${numberText(count)} berjalan`,
  compare: "Bandingkan",
  compareFrom: "Versi pertama",
  compareTo: "Dengan versi",
  links: "SOP lain yang disebut",
  linkAs: (text: string) => `disebut “${text}”`,

  identity: "Identitas SOP",
  unit: "Unit kerja",
  section: "Bagian",
  day: (day: string | null) =>
    day === null ? "–" : day.length === 7 ? monthName(day) : plainDay(day),
  moment: (at: string, zone: Zone) => longMoment(at, zone),
  created: "Tanggal pembuatan",
  revised: "Tanggal revisi",
  approved: "Tanggal pengesahan",
  effective: "Tanggal berlaku",
  approvedBy: "Disahkan oleh",
  legalBasis: "Dasar hukum",
  qualifications: "Kualifikasi pelaksana",
  related: "Keterkaitan",
  equipment: "Peralatan dan perlengkapan",
  warnings: "Peringatan",
  records: "Pencatatan dan pendataan",
  worksheet: "Lembar kerja identifikasi",
  worksheetKind: "Jenis pekerjaan",
  product: "Produk",
  responsible: "Penanggung jawab",
  scope: "Ruang lingkup",
  identification: "Identifikasi kegiatan",
  stageTitle: "Judul kegiatan",
  stageFirst: "Langkah awal",
  stageMain: "Langkah utama",
  stageLast: "Langkah akhir",
  standard: "Standar pelayanan",
  standardDuration: "Jangka waktu",
  standardFee: "Biaya",
  standardHours: "Jam pelayanan",
  standardClosed: "Libur",
  standardStaff: "Pelaksana",
  hours: (open: string, close: string, [from, to]: readonly [string, string]) =>
    `${open}–${close}, istirahat ${from}–${to}`,
  staff: (post: string, count: number) => `${post}: ${count} orang`,
  remarks: "Catatan",
};

const RECURS: Record<Recurrence, string> = { monthly: "bulanan", yearly: "tahunan" };

/** "Layanan", "Internal" or "Internal, berkala bulanan". */
export function sopKind(sop: {
  requesterLane: string | null;
  recurrence: Recurrence | null;
}): string {
  const kind = sop.requesterLane === null ? "Internal" : "Layanan";
  return sop.recurrence === null ? kind : `${kind}, berkala ${RECURS[sop.recurrence]}`;
}

const FIELDS: Record<string, string> = {
  name: "nama SOP",
  number: "nomor SOP",
  office: "pemerintah daerah",
  unit: "unit kerja",
  section: "bagian",
  revised: "tanggal revisi",
  lanes: "pelaksana",
  steps: "baris kegiatan",
};

const FINDINGS: Record<FindingCode, (detail: string) => string> = {
  schema: (detail) => `isian tidak dikenal atau kosong (${detail})`,
  field_missing: (detail) => `${FIELDS[detail] ?? detail} belum diisi`,
  gist_missing: () => "kegiatan belum diisi",
  too_long: (detail) => `terlalu panjang: “${detail} …”`,
  name_twice: (detail) => `pelaksana “${detail}” tertulis dua kali`,
  number_gap: (detail) => `nomornya seharusnya ${detail}`,
  start_misplaced: () => "mulai harus berada di baris pertama",
  no_end: () => "tidak ada langkah yang mengakhiri SOP",
  lane_unknown: (detail) =>
    detail === ""
      ? "pelaksana belum dipilih"
      : `pelaksana “${detail}” tidak ada di daftar pelaksana`,
  lane_empty: (detail) => `pelaksana “${detail}” tidak mengerjakan apa pun`,
  branch_missing: () => "tidak menunjuk langkah berikutnya",
  branch_open: (detail) =>
    detail === ""
      ? "langkah berikutnya belum dipilih"
      : `pilihan “${detail}” belum menunjuk langkah berikutnya`,
  branch_unknown: (detail) => `menunjuk langkah ${detail} yang tidak ada`,
  branch_unnamed: () => "keputusan tanpa kata pilihan",
  branch_twice: (detail) => `pilihan “${detail}” tertulis dua kali`,
  decision_one_way: () => "keputusan hanya punya satu pilihan",
  many_ways: () => "bukan keputusan tetapi punya beberapa arah",
  unreachable: () => "tidak pernah dicapai dari langkah mana pun",
  never_ends: () => "tidak pernah sampai ke akhir SOP",
  time_unknown: (detail) => `waktu “${detail}” tidak dipahami, jadi tenggatnya tidak dihitung`,
  names_subject: (detail) =>
    `kegiatan menyebut pelakunya (“${detail}”); mulai dengan kata kerja karena pelaku sudah ada di kolomnya`,
  inferred: (detail) =>
    `tidak tertulis di naskah, hasil pembacaan: ${detail
      .split(", ")
      .map((field) => INFERRED[field] ?? field)
      .join(", ")}`,
};

const INFERRED: Record<string, string> = {
  lane: "pelaksana",
  next: "langkah berikutnya",
  also: "pelaksana lain yang terlibat",
};

/** A finding in words, with its row. */
export function findingText(code: string, step: number | null, detail: string): string {
  const words = Object.hasOwn(FINDINGS, code) ? FINDINGS[code as FindingCode](detail) : code;
  return step === null ? sentence(words) : `Baris ${step}: ${words}`;
}

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
