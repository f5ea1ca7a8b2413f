import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Holiday } from "#shared/time/calendar.ts";
import { readHolidaysJson } from "#shared/time/holidays.ts";

/** The national holidays and joint leave that come with Lajur, of every year that is known. */
export function readHolidays(): Holiday[] {
  const folder = new URL("../../resources/holidays/", import.meta.url);
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .flatMap((name) => {
      const text = readFileSync(fileURLToPath(new URL(name, folder)), "utf8");
      return readHolidaysJson(text).holidays;
    });
}
