import { listed } from "./common.ts";

export const homeText = {
  title: "Beranda",
  greeting: (hour: number, name: string, day: string) => `${partOfDay(hour)}, ${name} · ${day}`,
  intake: "Permohonan baru",
  work: "Kegiatan baru",
  running: "sedang berjalan",
  received: "masuk bulan ini",
  ended: "selesai bulan ini",
  rejected: "di antaranya ditolak",
  dues: "Tenggat",
  late: "terlambat",
  dueToday: "jatuh tempo hari ini",
  toCheck: "surat menunggu paraf Anda",
  dueSoon: "jatuh tempo dalam 3 hari",
  todo: "Perlu Anda kerjakan",
  todoNone: "Tidak ada yang menunggu Anda",
  todoNoneHelp:
    "Permohonan yang sampai di lajur Anda akan muncul di sini, yang tenggatnya terdekat lebih dahulu.",
  noLanes: "Anda belum punya lajur",
  noLanesHelp: "Pilih lajur Anda di Pengaturan, Pengguna, agar pekerjaan Anda muncul di sini.",
  toUsers: "Ke Pengaturan",
  more: (count: number) => `${count} permohonan lain menunggu`,
  elsewhere: "Di lajur lain",
  elsewhereNone: "Tidak ada permohonan di lajur lain.",
  chart: "Masuk dan selesai per bulan",
  chartIn: "masuk",
  chartOut: "selesai",
  month: "Bulan",
  requesterAnd: (subject: string, requester: string) =>
    requester === "" ? `${subject} · kegiatan internal` : `${subject} · ${requester}`,
  dispositions: "Disposisi untuk Anda",
  dispositionFrom: (post: string) => `dari ${post}`,
  moreDispositions: (count: number) => `${count} disposisi lain untuk Anda`,
  recurring: "Kegiatan berkala",
  begin: (period: string) => `Mulai ${period}`,
  beginFor: (period: string, name: string) => `Mulai ${period}: ${name}`,
  following: (period: string) => `Berikutnya ${period}`,
  lanes: (lanes: readonly string[]) => `Lajur Anda: ${listed(lanes)}`,
};

function partOfDay(hour: number): string {
  if (hour < 11) return "Selamat pagi";
  if (hour < 15) return "Selamat siang";
  return hour < 18 ? "Selamat sore" : "Selamat malam";
}
