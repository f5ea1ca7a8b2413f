/**
 * Days and moments as integers: a day is its number since 1970-01-01, a moment is milliseconds of
 * the office's wall clock since then. Temporal through the polyfill takes some 2 to 4 µs for each
 * step, and a deadline walks over dozens of days, 20,000 deadlines a second: so the engine adds
 * integers, and Temporal reads and writes what goes in and out (see `moments.ts`).
 */

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Number of the day `YYYY-MM-DD`. */
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY;

/** `YYYY-MM-DD` of a day's number; the time goes from the end, since years past 9999 are longer. */
export const dayText = (day: number): string =>
  new Date(day * DAY).toISOString().slice(0, -"T00:00:00.000Z".length);

/** The day that a moment of the wall clock lies in. */
export const dayAt = (local: number): number => Math.floor(local / DAY);

/** 0 for Monday to 6 for Sunday; 1970-01-01 was a Thursday. */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

/** Milliseconds after midnight of `HH:MM`. */
export const sinceMidnight = (clock: string): number =>
  Number(clock.slice(0, 2)) * HOUR + Number(clock.slice(3, 5)) * MINUTE;
