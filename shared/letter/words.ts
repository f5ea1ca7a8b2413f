import type {
  Availability,
  Disposition,
  Intake,
  LetterText,
  Requester,
} from "#shared/request/model.ts";
import { longDay, plainDay } from "#shared/time/format.ts";

/** The words that the papers use for the values of a request. */

export const REQUESTER_WORDS: Record<Requester["kind"], string> = {
  individual: "Perorangan",
  student: "Mahasiswa",
  agency: "Perangkat daerah",
  institution: "Lembaga",
};

const DELIVERY_WORDS: Record<Intake["delivery"], string> = {
  pickup: "Diambil di kantor",
  email: "Pos-el",
  post: "Pos",
  drive: "Flashdisk atau media lain",
};
/** How the answer is handed over; a way that a newer version knows stays as it is. */
export const deliveryWord = (delivery: string): string =>
  Object.entries(DELIVERY_WORDS).find(([way]) => way === delivery)?.[1] ?? delivery;

export const AVAILABILITY_WORDS: Record<Availability, string> = {
  available: "Tersedia",
  partial: "Tersedia sebagian",
  unavailable: "Tidak tersedia",
  excluded: "Dikecualikan",
};
export const NOT_ASSESSED = "Belum diperiksa";

/** The boxes beside Sifat on the lembar disposisi, in their order on the paper. */
export const NATURE_BOXES: readonly { nature: Disposition["nature"]; word: string }[] = [
  { nature: "very-urgent", word: "Sangat segera" },
  { nature: "urgent", word: "Segera" },
  { nature: "secret", word: "Rahasia" },
];

/** The two axes of Sifat (norms, part 2); what is ordinary goes without saying. */
export const SECURITY_WORDS: Record<LetterText["security"], string> = {
  ordinary: "",
  restricted: "Terbatas",
  secret: "Rahasia",
  "top-secret": "Sangat Rahasia",
};
export const URGENCY_WORDS: Record<LetterText["urgency"], string> = {
  ordinary: "",
  urgent: "Segera",
  "very-urgent": "Sangat Segera",
};

/** A line to be filled by hand. */
export const DOTS = "…………………………";

/** "19760520 199511 1 001" of the 18 digits (norms, part 2); anything else as it is. */
export const groupedNip = (nip: string): string =>
  nip.replace(/^(\d{8})(\d{6})(\d)(\d{3})$/, "$1 $2 $3 $4");

const UNITS = [
  "",
  "satu",
  "dua",
  "tiga",
  "empat",
  "lima",
  "enam",
  "tujuh",
  "delapan",
  "sembilan",
  "sepuluh",
  "sebelas",
] as const;

/** A number from 1 to 11.999 as letters spell it: 32 is "tiga puluh dua". */
export function spelled(value: number): string {
  const rest = (from: number): string => (from === 0 ? "" : ` ${spelled(from)}`);
  if (value < 12) return UNITS[value] ?? "";
  if (value < 20) return `${UNITS[value - 10] ?? ""} belas`;
  if (value < 100) return `${UNITS[Math.floor(value / 10)] ?? ""} puluh${rest(value % 10)}`;
  if (value < 200) return `seratus${rest(value - 100)}`;
  if (value < 1000) return `${UNITS[Math.floor(value / 100)] ?? ""} ratus${rest(value % 100)}`;
  if (value < 2000) return `seribu${rest(value - 1000)}`;
  return `${UNITS[Math.floor(value / 1000)] ?? ""} ribu${rest(value % 1000)}`;
}

/** "Kamis tanggal sembilan belas bulan November tahun dua ribu dua puluh enam" of a day. */
export function spelledDay(day: string): string {
  const [weekday = ""] = longDay(day).split(",");
  const [date = "", month = "", year = ""] = plainDay(day).split(" ");
  return `${weekday} tanggal ${spelled(Number(date))} bulan ${month} tahun ${spelled(Number(year))}`;
}

/** "3 (tiga)". */
export const counted = (value: number): string => `${value} (${spelled(value)})`;
