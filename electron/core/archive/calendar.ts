import {
  calendarSettingsSchema,
  type CalendarSettings,
  type Holiday,
  holidayYearSchema,
  type HolidayYear,
  type OfficeCalendar,
} from "#shared/time/calendar.ts";
import { type CalendarIndex, indexCalendar } from "#shared/time/calendar-index.ts";
import { DEFAULT_CALENDAR } from "#shared/time/usual-hours.ts";
import type { Zone } from "#shared/time/zone.ts";
import type { Db } from "./database.ts";

/** Years around now that the index lays out once; deadlines beyond them are right, only slower. */
const BEFORE = 2;
const AFTER = 2;

export type CalendarStore = ReturnType<typeof createCalendarStore>;

/** The office's calendar as deadlines are counted by; read once, until something of it changes. */
export function createCalendarStore(db: Db, now: () => string) {
  const findSettings = db.prepare("SELECT settings FROM calendar").pluck();
  const findYears = db.prepare("SELECT holidays FROM holiday_year ORDER BY year").pluck();
  const findProfile = db.prepare("SELECT profile FROM office").pluck();
  let known: CalendarIndex | null = null;

  const settings = (): CalendarSettings => {
    const text = findSettings.get() as string | undefined;
    const { zone: _, holidays: __, ...usual } = DEFAULT_CALENDAR;
    return text === undefined ? usual : calendarSettingsSchema.parse(JSON.parse(text));
  };
  const years = (): HolidayYear[] =>
    (findYears.all() as string[]).map((text) => holidayYearSchema.parse(JSON.parse(text)));
  const holidays = (): Holiday[] => years().flatMap((year) => year.holidays);
  const zone = (): Zone => {
    const text = findProfile.get() as string | undefined;
    return text === undefined ? "WIB" : (JSON.parse(text) as { zone: Zone }).zone;
  };
  const calendar = (): OfficeCalendar => ({ zone: zone(), ...settings(), holidays: holidays() });

  return {
    settings,
    years,
    zone,
    calendar,
    index(): CalendarIndex {
      const year = Number(now().slice(0, 4));
      known ??= indexCalendar(calendar(), year - BEFORE, year + AFTER);
      return known;
    },
    /** Forgets what was read, after the profile, the hours or the holidays have changed. */
    changed(): void {
      known = null;
    },
  };
}
