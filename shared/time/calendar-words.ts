import type { Weekday } from "./calendar.ts";
import type { CalendarPlace } from "./check-calendar.ts";
import { plainDay } from "./format.ts";

export const WEEKDAY_WORDS: Record<Weekday, string> = {
  monday: "Senin",
  tuesday: "Selasa",
  wednesday: "Rabu",
  thursday: "Kamis",
  friday: "Jumat",
  saturday: "Sabtu",
  sunday: "Minggu",
};

/** Where in a calendar something stands: "Senin", "masa ke-2, Jumat", "17 Agustus 2026". */
export function placeWords(place: CalendarPlace): string {
  switch (place.in) {
    case "calendar":
      return "jam layanan";
    case "week":
      return WEEKDAY_WORDS[place.weekday];
    case "period": {
      const period = `masa ke-${place.at + 1}`;
      return place.weekday === null ? period : `${period}, ${WEEKDAY_WORDS[place.weekday]}`;
    }
    case "day":
    case "holiday":
      return plainDay(place.day);
    case "year":
      return `tahun ${place.year}`;
    default:
      return place satisfies never;
  }
}
