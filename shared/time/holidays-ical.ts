import { dayNumber, dayText } from "./days.ts";
import {
  collectHolidays,
  failed,
  type HolidayFinding,
  type HolidayRow,
  kindOfTitle,
  type ReadHolidays,
  unreadable,
} from "./holidays.ts";

/**
 * Holidays of an iCalendar file (RFC 5545): the whole days of its events. ical.js is
 * under the MPL, and of the format only a handful of properties matters here.
 */

type Property = { name: string; parameters: string; value: string };
type DayEvent = Map<string, Property>;

/** Longest event that is taken for holidays. */
const MOST_DAYS = 31;

export function readHolidaysIcal(text: string): ReadHolidays {
  const refused = unreadable(text);
  if (refused !== null) return refused;
  const lines = unfolded(text);
  if (lines[0]?.toUpperCase() !== "BEGIN:VCALENDAR") return failed("file_unreadable");
  const findings: HolidayFinding[] = [];
  const rows: HolidayRow[] = [];
  for (const [at, event] of eventsOf(lines).entries()) {
    if (event.get("STATUS")?.value.toUpperCase() === "CANCELLED") continue;
    const days = daysOf(event);
    const name = plain(event.get("SUMMARY")?.value ?? "");
    if (typeof days === "string") findings.push({ code: days, row: at + 1, detail: name });
    else rows.push(...days.map((day) => ({ row: at + 1, day, kind: kindOf(event), name })));
  }
  const read = collectHolidays(rows);
  // Events that were told need no second word that the file is empty.
  const empty = findings.length > 0 && rows.length === 0;
  return {
    holidays: read.holidays,
    decree: "",
    findings: [...findings, ...(empty ? [] : read.findings)],
  };
}

/** Long lines are folded: what begins with a space or tab goes on the line before. */
const unfolded = (text: string): string[] =>
  text
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?/g, "\n")
    .replace(/\n[ \t]/g, "")
    .split("\n")
    .map((line) => line.trimEnd())
    .filter((line) => line !== "");

/** Events with their own properties; those of parts inside, such as alarms, are left out. */
function eventsOf(lines: readonly string[]): DayEvent[] {
  const events: DayEvent[] = [];
  let event: DayEvent | null = null;
  let inside = 0;
  for (const line of lines) {
    const property = propertyOf(line);
    if (property.name === "BEGIN") {
      if (event !== null) inside += 1;
      else if (property.value.toUpperCase() === "VEVENT") event = new Map();
    } else if (property.name === "END" && event !== null) {
      if (inside === 0) events.push(event);
      event = inside === 0 ? null : event;
      inside = Math.max(0, inside - 1);
    } else if (event !== null && inside === 0) event.set(property.name, property);
  }
  return events;
}

/** `NAME;PARAMETER="a:b":value`; a colon within quotes does not end the parameters. */
function propertyOf(line: string): Property {
  const [, name = "", parameters = "", value = ""] =
    /^([^;:]*)((?:;(?:[^":]|"[^"]*")*)?):(.*)$/u.exec(line) ?? [];
  return { name: name.toUpperCase(), parameters: parameters.toUpperCase(), value };
}

/** Each day of an event; its DTEND is the first day after it. */
function daysOf(
  event: DayEvent,
): string[] | "event_without_day" | "event_repeats" | "event_too_long" {
  if (event.has("RRULE") || event.has("RDATE")) return "event_repeats";
  const start = wholeDay(event.get("DTSTART"));
  if (start === null) return "event_without_day";
  const end = wholeDay(event.get("DTEND"));
  const first = dayNumber(start);
  const count = end === null ? 1 : Math.max(1, dayNumber(end) - first);
  if (count > MOST_DAYS) return "event_too_long";
  return Array.from({ length: count }, (_, at) => dayText(first + at));
}

/** `YYYY-MM-DD` of a date without a time, null for anything else. */
function wholeDay(property: Property | undefined): string | null {
  const found = /^(\d{4})(\d{2})(\d{2})$/u.exec(property?.value.trim() ?? "");
  if (found === null) return null;
  const day = `${found[1]}-${found[2]}-${found[3]}`;
  return Number.isNaN(dayNumber(day)) || dayText(dayNumber(day)) !== day ? null : day;
}

const kindOf = (event: DayEvent): string =>
  kindOfTitle(`${event.get("SUMMARY")?.value ?? ""} ${event.get("CATEGORIES")?.value ?? ""}`);

/** Text without iCalendar's escapes, on one line. */
const plain = (value: string): string =>
  value.replace(/\\([nN,;\\])/gu, (_, sign: string) => (sign.toLowerCase() === "n" ? " " : sign));
