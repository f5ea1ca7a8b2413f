/** Hours in which the made-up office works: Monday to Friday, 08.00 to 16.00 WIB. */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const HOURS = 8;
/** 01.00 UTC is 08.00 in WIB; a Monday. */
const FIRST = Date.UTC(2020, 10, 2, 1);

/** Working days of the six years that the archive tells of. */
export const WORK_DAYS = 1565;
export const WORK_HOURS = WORK_DAYS * HOURS;

/** Milliseconds since 1970 of the moment that many working hours after the first. */
export function momentOf(hours: number): number {
  const day = Math.floor(hours / HOURS);
  const weeks = Math.floor(day / 5);
  return FIRST + (weeks * 7 + (day - weeks * 5)) * DAY + (hours - day * HOURS) * HOUR;
}
