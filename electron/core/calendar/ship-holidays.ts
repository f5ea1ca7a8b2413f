import { basename, join } from "node:path";
import type { OfficeEvent } from "#shared/office.ts";
import { holidayYearSchema } from "#shared/time/calendar.ts";
import type { Archive } from "../archive/archive.ts";
import { CONSOLE } from "../office/people.ts";
import { type BrokenFile, brokenFile, readShipped, schemaFinding } from "../sops/shipped.ts";

/**
 * Takes the shipped holidays of years for which the archive has none. What an office has confirmed
 * or changed is never overwritten; a broken file is left out and named.
 */
export function shipHolidays(archive: Archive, resources: string): BrokenFile[] {
  const known = new Set(archive.calendar.years().map(({ year }) => year));
  const broken: BrokenFile[] = [];
  const events: OfficeEvent[] = [];
  for (const { file, data, detail } of readShipped(join(resources, "holidays"))) {
    if (known.has(Number(basename(file, ".json")))) continue;
    const parsed = holidayYearSchema.safeParse(data);
    if (parsed.success) events.push({ type: "holidays.saved", body: parsed.data });
    else broken.push(brokenFile(file, [schemaFinding(detail ?? parsed.error.message)]));
  }
  if (events.length > 0) archive.recordOffice(CONSOLE.id, events);
  return broken;
}
