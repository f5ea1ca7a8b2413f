import type { Recurrence } from "#shared/sop/definition.ts";
import { MONTHS } from "./format.ts";

/** Months and years that runs of recurring work are for: `YYYY-MM` or `YYYY`. */

/** The period that the day `YYYY-MM-DD` lies in. */
export const periodOf = (day: string, recurrence: Recurrence): string =>
  recurrence === "monthly" ? day.slice(0, 7) : day.slice(0, 4);

/** The month after a month, the year after a year. */
export function nextPeriod(period: string): string {
  const [year = 0, month] = period.split("-").map(Number);
  if (month === undefined) return String(year + 1);
  return month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, "0")}`;
}

/** "November 2026" or "2026". */
export function periodWords(period: string): string {
  const [year = "", month] = period.split("-");
  return month === undefined ? year : `${MONTHS[Number(month) - 1] ?? month} ${year}`;
}
