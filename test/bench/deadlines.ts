import { readFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { intake, openCore } from "../support/core.ts";
import { at } from "../../scripts/run.ts";
import { type Holiday, holidayYearSchema } from "#shared/time/calendar.ts";
import { indexCalendar } from "#shared/time/calendar-index.ts";
import { computeDeadline, computeDue } from "#shared/time/deadline.ts";
import { DEFAULT_CALENDAR } from "#shared/time/usual-hours.ts";
import { count, type Figure, median, perSecond } from "./table.ts";

const ROUNDS = 100_000;
const TIMES = ["30 menit", "7 Jam", "1 Hari", "1-2 Hari", "5 Hari Kerja", "2 minggu", "1 Bulan"];
const HOUR = 3_600_000;

/** Deadlines with their derivation over two years of the real calendar; due instants alone beside. */
export function benchDeadlines(): Figure {
  const holidays = [2025, 2026].flatMap(
    (year): Holiday[] =>
      holidayYearSchema.parse(
        JSON.parse(readFileSync(at(`resources/holidays/${year}.json`), "utf8")),
      ).holidays,
  );
  const calendar = indexCalendar({ ...DEFAULT_CALENDAR, holidays }, 2025, 2027);
  const first = Date.parse("2025-01-02T01:00:00Z");
  const input = (round: number) => ({
    start: new Date(first + (round % 16_000) * HOUR).toISOString(),
    time: TIMES[round % TIMES.length] ?? null,
    calendar,
  });
  const known = computeDeadline({ start: "2026-03-17T02:00:00Z", time: "3 Hari", calendar });
  if (known.kind !== "due" || known.due !== "2026-03-27T09:30:00.000Z") {
    throw new Error("Idulfitri 2026 is counted wrongly");
  }
  const run = (work: (round: number) => unknown): number => {
    const started = performance.now();
    for (let round = 0; round < ROUNDS; round += 1) work(round);
    return performance.now() - started;
  };
  run((round) => computeDue(input(round)));
  const explained = run((round) => computeDeadline(input(round)));
  const alone = run((round) => computeDue(input(round)));
  return {
    what: "deadlines a second, each with its derivation",
    measured: count(perSecond(ROUNDS, explained)),
    reference: `${count(perSecond(ROUNDS, alone))} due instants without it`,
    aim: "20,000",
  };
}

const ROWS = 100_000;
const PAGES = 15;

/** The first page of the list by lateness, beside the first page by date of registration. */
export async function benchLateList(): Promise<Figure> {
  const lajur = openCore();
  const { id } = await lajur.call("request.create", { ...intake, letterInHand: true });
  await lajur.core.close();
  fill(lajur.folder, id);
  const filled = openCore({ archive: lajur.folder });
  const time = async (sort: "due" | "newest"): Promise<number> => {
    const times: number[] = [];
    for (let round = 0; round < PAGES; round += 1) {
      const started = performance.now();
      const page = await filled.call("request.list", { sort, status: "running", limit: 100 });
      times.push(performance.now() - started);
      if (page.rows.length !== 100 || page.total !== ROWS) throw new Error("the list is short");
    }
    return median(times);
  };
  const late = await time("due");
  const newest = await time("newest");
  await filled.dispose();
  return {
    what: `first page of ${count(ROWS)} requests by lateness`,
    measured: `${late.toFixed(1)} ms`,
    reference: `${newest.toFixed(1)} ms by date of registration`,
    aim: "under 30 ms",
  };
}

/** Copies the one request's row; the list reads nothing else. */
function fill(folder: string, id: string): void {
  const db = new Database(join(folder, "archive.sqlite"));
  const [one] = db.prepare("SELECT * FROM request WHERE id = ?").all(id) as Record<
    string,
    unknown
  >[];
  if (one === undefined) throw new Error("no request to copy");
  const names = Object.keys(one);
  const add = db.prepare(
    `INSERT INTO request (${names.join(", ")}) VALUES (${names.map((name) => `@${name}`).join(", ")})`,
  );
  db.transaction(() => {
    for (let row = 1; row < ROWS; row += 1) {
      const due = new Date(Date.UTC(2026, 0, 1) + ((row * 7919) % 500_000) * 60_000).toISOString();
      const number = `2027/${String(row).padStart(6, "0")}`;
      add.run({ ...one, id: `copy-${row}`, number, due, deadline: due, created: due });
    }
  })();
  db.close();
}
