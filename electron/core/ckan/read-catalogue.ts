import { setImmediate } from "node:timers/promises";
import { ok } from "#shared/errors.ts";
import type { Deps } from "../deps.ts";
import { type Catalogue, MOST_DATASETS } from "./catalogue.ts";
import type { FactStore, Reading } from "./facts.ts";
import type { Answer, OpenDataPortal } from "./open-data-portal.ts";
import { refuse } from "./refusals.ts";

/** Datasets asked for at once; fewer where the answer is too much for the line. */
const ROWS = 250;
const FEWEST = 10;
/** Datasets written in one go, so that whoever works meanwhile does not wait. */
const AT_ONCE = 50;
/** Milliseconds that are read twice, for what was being written while it was read. */
const OVERLAP = 10 * 60_000;
/** The whole catalogue is read anew after so many milliseconds, whatever the portal said changed. */
const WHOLE_AFTER = 30 * 24 * 3_600_000;

type Reader = Pick<Deps, "archive" | "clock"> & { facts: FactStore; catalogue: Catalogue };

/**
 * Brings the catalogue up to date. Each page is kept with how far it goes, so that a line that
 * breaks costs one page, and closing costs none.
 */
export async function readCatalogue(
  { archive, clock, facts, catalogue }: Reader,
  portal: OpenDataPortal,
  report: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<Answer<null>> {
  const reading = facts.read("reading") ?? begin();
  let isFirst = reading.start === 0;
  for (;;) {
    const { since, start, rows } = reading;
    const page = await portal.changes({ since, start, rows }, signal);
    if (!page.ok) {
      const tooMuch = ["ckan_answer_large", "ckan_slow", "ckan_answer_broken"];
      if (!tooMuch.includes(page.error.code) || rows <= FEWEST) return page;
      reading.rows = Math.max(FEWEST, Math.floor(rows / 2));
      facts.write("reading", reading);
      continue;
    }
    const { total, told, datasets, time } = page.value;
    if (total > MOST_DATASETS) return refuse("ckan_catalogue_large", { most: MOST_DATASETS });
    if (isFirst && time !== null) reading.began = time;
    isFirst = false;
    for (let at = 0; at < datasets.length; at += AT_ONCE) {
      // Right before writing: a portal that was forgotten meanwhile leaves nothing behind.
      if (signal.aborted) return refuse("ckan_stopped");
      archive.transact(() => datasets.slice(at, at + AT_ONCE).forEach(catalogue.put));
      await setImmediate();
    }
    if (signal.aborted) return refuse("ckan_stopped");
    // By what was told: a portal may answer fewer than were asked for.
    reading.total = total;
    reading.start = start + told;
    facts.write("reading", reading);
    report(reading.start, total);
    if (told === 0 || reading.start >= total) break;
  }
  const names = await portal.names(signal);
  if (!names.ok) return names;
  if (signal.aborted) return refuse("ckan_stopped");
  archive.transact(() => {
    catalogue.keepOnly(names.value);
    facts.write("reading", null);
    facts.write("read", { at: clock.instant(), began: reading.began });
  });
  return ok(null);

  function begin(): Reading {
    const last = facts.read("read");
    const now = clock.instant();
    const fresh = { start: 0, total: 0, rows: ROWS, began: now };
    if (last === null || Date.parse(now) - Date.parse(last.at) > WHOLE_AFTER) {
      return { ...fresh, since: null };
    }
    return { ...fresh, since: new Date(Date.parse(last.began) - OVERLAP).toISOString() };
  }
}
