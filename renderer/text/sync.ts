import { pcName } from "#shared/register/words.ts";
import type { ResultOf } from "#shared/contract.ts";
import type { ChipTone } from "./request.ts";
import { numberText, sizeText } from "./common.ts";

export type SyncState = ResultOf<"sync.state">;
type Transfer = NonNullable<SyncState["transfer"]>;
type Refused = ResultOf<"sync.refused">[number];

/** How things stand with the portal in a word or two; the tone only supports it. */
export function syncWords(state: SyncState): { tone: ChipTone; words: string } {
  const { connection, transfer, refused, conflicts, failure } = state;
  const waits = waitingWords(state.waiting);
  switch (connection) {
    case "off":
      return { tone: "mute", words: "Tanpa portal" };
    case "rejoin":
      return { tone: "late", words: "Perlu bergabung lagi" };
    case "stopped":
      return { tone: "late", words: "Sinkron berhenti" };
    case "syncing":
      return { tone: "run", words: transfer === null ? "Menyinkronkan" : transferWords(transfer) };
    case "offline":
      return { tone: "warn", words: waits === "" ? "Luring" : `Luring, ${waits} menunggu` };
    case "idle":
      if (refused > 0 || conflicts > 0) return { tone: "late", words: "Perlu perhatian" };
      if (waits !== "") return { tone: "warn", words: `Menunggu ${waits}` };
      if (failure !== null) return { tone: "warn", words: "Sinkron gagal" };
      return { tone: "ok", words: "Tersambung" };
    default:
      return connection satisfies never;
  }
}

/** "12 catatan dan 2 berkas, 3,2 MB"; empty when nothing waits. */
export function waitingWords({ events, files, bytes }: SyncState["waiting"]): string {
  if (events === 0 && files === 0) return "";
  const things = [
    events > 0 ? `${numberText(events)} catatan` : "",
    files > 0 ? `${numberText(files)} berkas` : "",
  ].filter((part) => part !== "");
  return `${things.join(" dan ")}, ${sizeText(bytes)}`;
}

/** "Mengirim 3 dari 12 catatan", "Menerima berkas, 1,2 MB dari 8 MB". */
export function transferWords({ what, done, total }: Omit<Transfer, "name">): string {
  const events = `${numberText(done)} dari ${numberText(total)} catatan`;
  const bytes = `${sizeText(done)} dari ${sizeText(total)}`;
  switch (what) {
    case "events-out":
      return `Mengirim ${events}`;
    case "events-in":
      return total > 0 ? `Menerima ${events}` : `Menerima ${numberText(done)} catatan`;
    case "file-out":
      return `Mengirim berkas, ${bytes}`;
    case "file-in":
      return `Menerima berkas, ${bytes}`;
    case "snapshot":
      return total > 0 ? `Mengunduh arsip kantor, ${bytes}` : "Portal menyiapkan arsip kantor";
    default:
      return what satisfies never;
  }
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** "5 menit lalu", of two ISO instants; what lies ahead or just now is "baru saja". */
export function agoText(then: string, now: string): string {
  const passed = Date.parse(now) - Date.parse(then);
  if (passed < MINUTE) return "baru saja";
  if (passed < HOUR) return `${Math.floor(passed / MINUTE)} menit lalu`;
  if (passed < DAY) return `${Math.floor(passed / HOUR)} jam lalu`;
  return `${numberText(Math.floor(passed / DAY))} hari lalu`;
}

/** "dalam 2 menit", of two ISO instants. */
export function aheadText(then: string, now: string): string {
  const left = Date.parse(then) - Date.parse(now);
  if (left < MINUTE) return "sebentar lagi";
  if (left < HOUR) return `dalam ${Math.ceil(left / MINUTE)} menit`;
  return `dalam ${Math.ceil(left / HOUR)} jam`;
}

/** Words of the portal: the indicator, and its part of Pengaturan. */
export const syncText = {
  title: "Portal & perangkat",
  indicator: (words: string) => `Portal: ${words}. Buka rinciannya`,
  details: "Sambungan ke portal",
  waiting: "Menunggu dikirim",
  nothingWaits: "tidak ada, semua sudah di portal",
  missing: "Belum tiba di PC ini",
  missingFiles: ({ files, bytes }: SyncState["missing"]) =>
    `${numberText(files)} berkas, ${sizeText(bytes)}`,
  lastSuccess: "Terakhir sinkron",
  never: "belum pernah",
  nextTry: "Dicoba lagi",
  refused: (count: number) => `${numberText(count)} catatan ditolak`,
  refusedGo: "Lihat alasannya",
  conflicts: (count: number) => `${numberText(count)} permohonan perlu keputusan`,
  conflictsGo: "Buka",
  now: "Sinkron sekarang",
  toSettings: "Pengaturan portal",
  meteredNote: "Sambungan berbayar: berkas dikirim saat Anda memilih Sinkron sekarang.",

  help: "Lewat portal, beberapa PC di kantor ini mengerjakan permohonan yang sama, dan pemohon dapat mengajukan serta memantau permohonannya. Tanpa portal pun Lajur tetap lengkap di satu PC.",
  noneTitle: "PC ini belum tersambung ke portal",
  join: "Gabung ke portal",
  joinHelp:
    "Minta kode sekali pakai kepada pengelola portal, atau buat di PC kantor ini yang sudah bergabung lewat Tambah PC.",
  rejoinTitle: "PC ini perlu bergabung lagi",
  url: "Alamat portal",
  urlExample: "https://portal.contohkab.go.id",
  code: "Kode sekali pakai",
  codeHelp: "Misalnya E4ET-1QR5-1Z1S. Kode hanya berlaku satu kali.",
  pcName: "Nama PC ini",
  pcNameHelp: "Tampak di daftar perangkat kantor, misalnya PC Loket atau PC Kabid.",
  line: "Proxy dan sertifikat",
  lineHelp: "Hanya bila jaringan kantor memerlukannya. Tanyakan kepada pengelola jaringan.",
  joining: "Menghubungi portal",
  joined: (office: string) => `PC ini bergabung dengan ${office}.`,

  connection: "Sambungan",
  portal: "Portal",
  office: "Kantor",
  thisPc: "PC ini",
  pcOf: (name: string, letter: string) => (letter === "" ? name : `${name} (huruf ${letter})`),
  letterHelp: (letter: string) =>
    letter === ""
      ? "Nomor permohonan di PC ini tanpa huruf."
      : `Nomor permohonan dan agenda yang dibuat di PC ini memuat huruf ${letter}.`,
  leave: "Putuskan dari portal …",
  leaveQuestion: (office: string) => ({
    title: "Putuskan PC ini dari portal?",
    body: `Semua isi arsip tetap ada di PC ini, tetapi pekerjaan baru tidak lagi dikirim ke dan diterima dari ${office}. Untuk tersambung lagi diperlukan kode baru.`,
    confirm: "Putuskan",
    danger: true,
  }),
  leaveWaiting: (waits: string) =>
    ` Masih ada ${waits} yang belum sampai di portal; PC lain tidak akan menerimanya.`,
  left: "PC ini tidak lagi tersambung ke portal.",

  settings: "Cara sinkron",
  automatic: "Sinkron sendiri selama ada sambungan",
  limit: "Batasi kecepatan",
  limitField: "Paling cepat (KB/detik)",
  limitInvalid: "Isi dengan angka dari 1 sampai 1.000.000.",
  limitHelp: "Supaya sambungan kantor tetap lancar untuk yang lain.",
  metered: "Sambungan berbayar (kuota)",
  meteredHelp:
    "Catatan tetap dikirim; berkas lampiran menunggu sampai Anda memilih Sinkron sekarang.",
  proxy: "Proxy HTTP",
  proxyHelp: "Kosongkan bila tidak ada.",
  proxyExample: "http://proxy.contohkab.go.id:8080",
  authority: "Berkas sertifikat (CA) kantor",
  authorityHelp: "Letak berkas PEM dengan lengkap. Kosongkan untuk memakai sertifikat sistem.",
  authorityExample: "C:\\sertifikat\\ca-kabupaten.pem",
  saveSettings: "Simpan cara sinkron",
  settingsSaved: "Cara sinkron tersimpan.",
  unsaved: "cara sinkron",

  devices: "PC kantor ini",
  name: "Nama",
  letter: "Huruf",
  joinedAt: "Bergabung",
  seen: "Terakhir terlihat",
  state: "Keadaan",
  own: "PC ini",
  active: "Aktif",
  revoked: (when: string) => `Dicabut ${when}`,
  revoke: "Cabut …",
  revokeOf: (name: string) => `Cabut ${pcName(name)}`,
  revokeQuestion: (name: string) => ({
    title: `Cabut sambungan ${pcName(name)}?`,
    body: `Perangkat itu tidak dapat lagi mengirim atau menerima apa pun, misalnya karena hilang atau rusak. Yang belum sempat dikirimnya tidak akan diterima. Nomor buku yang dipegangnya diambil alih lewat Penomoran.`,
    confirm: "Cabut sambungan",
    danger: true,
  }),
  revokedNow: (name: string) => `Sambungan ${pcName(name)} dicabut.`,
  devicesOffline: "Daftar PC hanya dapat dilihat saat portal tersambung.",
  addPc: "Tambah PC …",
  invite: "Tambah PC ke kantor ini",
  inviteCode: "Kode sekali pakai",
  inviteExpires: (when: string) => `Berlaku sampai ${when}, untuk satu PC.`,
  inviteMaking: "Meminta kode dari portal …",
  inviteSteps: (url: string) => [
    "Pasang dan buka Lajur di PC yang baru.",
    "Pilih Gabung ke kantor yang sudah ada.",
    `Isi alamat portal ${url} dan kode di atas, beri nama PC, lalu pilih Gabung.`,
    "Tunggu sampai seluruh arsip kantor terunduh. Sesudah itu PC baru siap dipakai.",
  ],

  refusedTitle: "Catatan yang ditolak",
  refusedHelp:
    "Catatan ini tetap ada di arsip PC asalnya dan tidak menghalangi catatan lain. Kerjakan ulang bila masih diperlukan.",
  when: "Waktu",
  what: "Catatan",
  direction: { out: "dari PC ini", in: "dari PC lain" } satisfies Record<
    Refused["direction"],
    string
  >,
  reason: "Alasan",
  ofOffice: "Data kantor",
  ofRequest: (number: string) => `Permohonan ${number}`,

  firstTitle: "Gabung ke kantor yang sudah ada",
  firstHelp:
    "Kantor ini sudah memakai Lajur di PC lain? Isi alamat portal dan kode dari PC itu; seluruh arsip kantor diunduh ke PC ini.",
};
