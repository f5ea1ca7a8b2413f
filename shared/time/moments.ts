import { dayNumber, dayText } from "./days.ts";
import { Temporal } from "./temporal.ts";

/** Where instants and calendar months come in and go out; the rest counts integers. */

/** Wall clock of a zone `ahead` milliseconds before UTC; throws RangeError for what is no instant. */
export const toLocal = (instant: string, ahead: number): number =>
  Temporal.Instant.from(instant).epochMilliseconds + ahead;

/** ISO instant in UTC with milliseconds, as everywhere in the archive. */
export const toInstant = (local: number, ahead: number): string =>
  Temporal.Instant.fromEpochMilliseconds(local - ahead).toString({ fractionalSecondDigits: 3 });

/** The same day of the month, `months` later, or that month's last day where it is shorter. */
export const addMonths = (day: number, months: number): number =>
  dayNumber(Temporal.PlainDate.from(dayText(day)).add({ months }).toString());
