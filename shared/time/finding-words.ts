import type { CalendarFindingCode } from "./check-calendar.ts";
import type { TimeProblem } from "./duration.ts";
import type { HolidayFindingCode } from "./holidays.ts";

/** What is wrong with a calendar, a list of holidays or a waktu, and what to do about it. */

export const CALENDAR_FINDINGS: Record<CalendarFindingCode, string> = {
  hours_across_midnight: "Jam tutup harus sesudah jam buka pada hari yang sama.",
  break_outside_hours: "Istirahat berada di luar jam layanan.",
  break_reversed: "Istirahat harus berakhir sesudah mulainya.",
  breaks_overlap: "Dua istirahat bertumpukan.",
  day_all_break: "Istirahat menghabiskan seluruh jam layanan hari ini.",
  week_empty: "Tidak ada hari layanan dalam sepekan. Isi jam sedikitnya untuk satu hari.",
  no_open_day: "Kalender ini tidak punya satu pun hari buka, jadi tenggat tidak dapat dihitung.",
  period_reversed: "Hari terakhir masa ini mendahului hari pertamanya.",
  periods_overlap: "Masa ini bertumpukan dengan masa lain.",
  day_twice: "Hari ini sudah punya jam khusus.",
  day_on_holiday: "Hari ini hari libur. Yang berlaku adalah jam khususnya.",
  holiday_twice: "Hari libur ini tercatat dua kali.",
  holidays_too_many: "Hari libur setahun lebih dari 200. Periksa daftarnya.",
};

export const HOLIDAY_FINDINGS: Record<HolidayFindingCode, string> = {
  file_unreadable: "Berkas ini bukan daftar hari libur yang dikenal.",
  file_empty: "Berkas ini tidak memuat hari libur.",
  file_too_large: "Berkas ini terlalu besar untuk daftar hari libur.",
  date_invalid: "Tanggal tidak dikenal.",
  kind_unknown: "Jenis hari libur tidak dikenal: tulis libur nasional, cuti bersama, atau lainnya.",
  name_invalid: "Nama hari libur terlalu panjang atau memuat karakter yang tidak dapat dicetak.",
  day_twice: "Hari ini tercatat lebih dari sekali. Yang pertama dipakai.",
  other_year: "Hari ini bukan dari tahun berkas ini.",
  too_many: "Hari libur setahun lebih dari 200. Periksa berkasnya.",
  event_without_day: "Acara ini bukan sehari penuh, jadi bukan hari libur.",
  event_repeats: "Acara ini berulang menurut aturan. Tulis setiap tanggalnya.",
  event_too_long: "Acara ini lebih dari 31 hari.",
};

export const TIME_PROBLEMS: Record<TimeProblem, string> = {
  zero: "Waktu harus lebih dari nol.",
  negative: "Waktu tidak boleh kurang dari nol.",
  reversed: "Angka pertama harus yang lebih kecil, misalnya 1-2 Hari.",
  too_long: "Waktu ini lebih dari lima tahun. Periksa angka dan satuannya.",
  names_a_day: "Tulis lamanya, misalnya 1 Hari, bukan harinya.",
  not_understood: "Waktu ini tidak dikenal. Contoh: 30 menit, 7 Jam, 1-2 Hari, 1 minggu.",
};
