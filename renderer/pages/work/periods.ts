import type { Recurrence } from "#shared/sop/definition.ts";
import { nextPeriod, periodOf } from "#shared/time/period.ts";

/** Periods before and after today's that can be chosen. */
const BEFORE = { monthly: 12, yearly: 3 };
const AFTER = { monthly: 12, yearly: 2 };

/** Months or years around `today`, oldest first, and `wanted` wherever it lies. */
export function periodsAround(today: string, recurrence: Recurrence, wanted: string): string[] {
  const now = periodOf(today, recurrence);
  let period = earlier(now, BEFORE[recurrence]);
  const periods: string[] = [];
  for (let count = BEFORE[recurrence] + 1 + AFTER[recurrence]; count > 0; count -= 1) {
    periods.push(period);
    period = nextPeriod(period);
  }
  return periods.includes(wanted) || wanted === "" ? periods : [...periods, wanted].toSorted();
}

/** The period `count` months or years before. */
function earlier(period: string, count: number): string {
  const [year = 0, month] = period.split("-").map(Number);
  if (month === undefined) return String(year - count);
  const months = year * 12 + month - 1 - count;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}`;
}
