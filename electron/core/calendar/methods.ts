import type { ResultOf } from "#shared/contract.ts";
import { fail, ok, type Result } from "#shared/errors.ts";
import type { OfficeEvent } from "#shared/office.ts";
import type { OfficeCalendar } from "#shared/time/calendar.ts";
import {
  type CalendarFinding,
  checkCalendar,
  yearsWithoutHolidays,
} from "#shared/time/check-calendar.ts";
import { placeWords } from "#shared/time/calendar-words.ts";
import { computeDeadline } from "#shared/time/deadline.ts";
import { CALENDAR_FINDINGS, HOLIDAY_FINDINGS } from "#shared/time/finding-words.ts";
import { readHolidaysIcal } from "#shared/time/holidays-ical.ts";
import { type ReadHolidays, readHolidaysJson } from "#shared/time/holidays.ts";
import type { Deps } from "../deps.ts";
import { readGiven } from "../files/read-given.ts";
import { actorOf, today } from "../office/methods.ts";
import type { CallContext, Handlers } from "../types.ts";
import { deadlineResultOf } from "./deadline-result.ts";
import { readHolidaysWorkbook } from "./holidays-workbook.ts";
import { movingDeadlines } from "./moved.ts";

type Methods =
  | "calendar.get"
  | "calendar.save"
  | "holiday.save"
  | "holiday.read"
  | "deadline.compute";

/** A list of holidays is small; beyond this a file is something else, in bytes. */
const MAX_FILE = 5 * 1024 * 1024;

export function calendarMethods(deps: Deps): Pick<Handlers, Methods> {
  const { archive } = deps;

  function detail(): ResultOf<"calendar.get"> {
    const calendar = archive.calendar.calendar();
    return {
      ...archive.calendar.settings(),
      years: archive.calendar.years(),
      findings: checkCalendar(calendar).map(findingOf),
      missing: yearsWithoutHolidays(calendar, today(deps)),
    };
  }

  /** Records the change unless the calendar that it makes is broken. */
  function save(
    context: CallContext,
    event: OfficeEvent,
    next: OfficeCalendar,
    refusal: "calendar_broken" | "holidays_broken",
  ): Result<ResultOf<"calendar.save">> {
    const actor = actorOf(archive, context);
    if (!actor.ok) return actor;
    const error = checkCalendar(next).find((one) => one.level === "error");
    if (error !== undefined) {
      const { place, message } = findingOf(error);
      return fail(refusal, { detail: `${place}: ${message}` });
    }
    const moved = movingDeadlines(archive, () => archive.recordOffice(actor.value, [event]));
    deps.changed(null);
    return ok({ calendar: detail(), moved });
  }

  return {
    "calendar.get": () => ok(detail()),
    "calendar.save": (settings, context) => {
      const next = { ...archive.calendar.calendar(), ...settings };
      return save(context, { type: "calendar.saved", body: settings }, next, "calendar_broken");
    },
    "holiday.save": (body, context) => {
      const other = body.holidays.find(({ day }) => Number(day.slice(0, 4)) !== body.year);
      if (other !== undefined) {
        return fail("holidays_broken", { detail: `${other.day}: ${HOLIDAY_FINDINGS.other_year}` });
      }
      const calendar = archive.calendar.calendar();
      const others = calendar.holidays.filter(({ day }) => Number(day.slice(0, 4)) !== body.year);
      const next = { ...calendar, holidays: [...others, ...body.holidays] };
      return save(context, { type: "holidays.saved", body }, next, "holidays_broken");
    },
    "holiday.read": async (params, context) => {
      const file = await readGiven(deps.uploads, params, context, MAX_FILE);
      if (!file.ok) return file;
      const given = readHolidays(file.value.bytes);
      if (!given.ok) return given;
      const read = given.value;
      const findings = read.findings.map((one) => ({
        ...one,
        message: HOLIDAY_FINDINGS[one.code],
      }));
      return ok({ ...read, findings });
    },
    "deadline.compute": ({ start, time }) => {
      const calendar = archive.calendar.index();
      const deadline = computeDeadline({ start, time, calendar });
      return ok(deadlineResultOf(deadline, calendar.calendar.zone));
    },
  };
}

/** By what the file begins with; its name says nothing that could be relied on. */
function readHolidays(bytes: Uint8Array): Result<ReadHolidays> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readHolidaysWorkbook(bytes);
  const text = new TextDecoder("utf-8").decode(bytes);
  const isCalendar = text.trimStart().toUpperCase().startsWith("BEGIN:VCALENDAR");
  return ok(isCalendar ? readHolidaysIcal(text) : readHolidaysJson(text));
}

const findingOf = ({ code, level, place }: CalendarFinding) => ({
  code,
  level,
  place: placeWords(place),
  message: CALENDAR_FINDINGS[code],
});
