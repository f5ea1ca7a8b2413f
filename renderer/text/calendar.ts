import type { HolidayKind } from "#shared/time/calendar.ts";
import { shortMoment } from "#shared/time/format.ts";
import type { Zone } from "#shared/office.ts";

export const calendarText = {
  title: "Jam layanan & libur",
  hours: "Jam layanan",
  weekday: "Hari",
  open: "Buka",
  close: "Tutup",
  breakFrom: "Istirahat dari",
  breakTo: "sampai",
  isOpen: (day: string) => `${day} melayani`,
  openAt: (day: string) => `${day} buka`,
  closeAt: (day: string) => `${day} tutup`,
  breakFromAt: (day: string) => `${day} istirahat dari`,
  breakToAt: (day: string) => `${day} istirahat sampai`,
  clockHours: "Waktu dalam jam dihitung menurut jam dinding, bukan jam layanan",
  clockHelp: "Bila tidak dicentang, 24 Jam berarti 24 jam layanan.",
  periods: "Masa dengan jam khusus (Ramadan)",
  periodName: "Nama masa",
  from: "Dari tanggal",
  to: "Sampai tanggal",
  addRamadan: "Tambah masa Ramadan",
  dropPeriod: (name: string) => `Hapus masa ${name}`,
  ramadan: "Ramadan",
  ramadanHelp: "Jam Ramadan menurut Perpres 21/2023: buka 08.00, tutup 15.00 (Jumat 15.30).",
  days: "Hari dengan jam khusus",
  dayName: "Keterangan",
  day: "Tanggal",
  dayOpen: "Buka (kosong: tutup)",
  dayClose: "Tutup",
  addDay: "Tambah hari",
  dropDay: (day: string) => `Hapus ${day}`,
  save: "Simpan jam layanan",
  saved: "Jam layanan disimpan.",
  unsaved: "jam layanan",
  holidays: (year: number) => `Libur ${year}`,
  decree: "Keputusan bersama",
  year: "Tahun",
  none: (year: number) =>
    `Libur ${year} belum diisi. Tenggat tahun itu dihitung tanpa hari libur sampai daftarnya ada.`,
  name: "Nama libur",
  kind: "Jenis",
  kinds: {
    national: "Libur nasional",
    joint_leave: "Cuti bersama",
    other: "Lainnya",
  } satisfies Record<HolidayKind, string>,
  addHoliday: "Tambah libur",
  drop: (day: string) => `Hapus libur ${day}`,
  saveHolidays: "Simpan libur",
  holidaysSaved: (year: number) => `Libur ${year} disimpan.`,
  holidaysUnsaved: "daftar libur",
  importFile: "Impor daftar libur (Excel, JSON, atau iCalendar)",
  imported: (count: number) => `${count} hari dibaca. Periksa, lalu simpan.`,
  otherYears: (years: readonly string[], year: number) =>
    `Berkas ini juga memuat libur ${years.join(", ")}. Pilih tahunnya, lalu impor lagi. Yang diambil hanya ${year}.`,
  onlyOtherYears: (years: readonly string[], year: number) =>
    `Berkas ini memuat libur ${years.join(", ")}, bukan ${year}. Pilih tahunnya, lalu impor lagi.`,
  problems: (count: number) => `${count} baris tidak terbaca:`,
  problem: (row: number | null, detail: string, message: string) =>
    [row === null ? "" : `Baris ${row}`, detail, message].filter((part) => part !== "").join(": "),
  moved: (count: number) =>
    count === 0 ? "Tidak ada tenggat yang bergeser." : `${count} tenggat bergeser:`,
  movedOne: (
    number: string,
    clock: "step" | "legal",
    from: string | null,
    to: string | null,
    zone: Zone,
  ) => {
    const words = (due: string | null) => (due === null ? "tanpa tenggat" : shortMoment(due, zone));
    const which = clock === "legal" ? " (UU 14/2008)" : "";
    return `${number}${which}: ${words(from)} menjadi ${words(to)}`;
  },
};
