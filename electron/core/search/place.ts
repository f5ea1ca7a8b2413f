import type { Db } from "../archive/database.ts";

/**
 * The ids of search_doc: the minute something was written in, and its place among what was written
 * in that minute. So a higher id is newer, and a stretch of time is a stretch of ids.
 */

/** Places a minute; what is beyond them goes into the minutes after it. */
const PLACES = 64;
/** Minutes are counted from here; nothing is older than the office's PCs. */
const FIRST = Date.UTC(1990, 0, 1);
const MINUTE = 60_000;

/** The lowest id of what was written at this instant (milliseconds since 1970) or later. */
const idAt = (milliseconds: number): number =>
  Math.max(0, Math.floor((milliseconds - FIRST) / MINUTE)) * PLACES + 1;

/** When the thing with this id was written, to the minute; milliseconds since 1970. */
export const timeOf = (id: number): number => Math.floor(id / PLACES) * MINUTE + FIRST;

/** Whether the id stands where something written at this ISO instant would stand. */
export const isPlaced = (id: number, at: string): boolean => {
  const wanted = idAt(Date.parse(at));
  return id >= wanted && id < wanted + PLACES - 1;
};

export function createPlaces(db: Db) {
  const taken = db
    .prepare("SELECT id FROM search_doc WHERE id >= ? AND id < ? ORDER BY id")
    .pluck();
  const last = db.prepare("SELECT max(id) FROM search_doc").pluck();

  /** The first free id for something written at this ISO instant. */
  return function placeOf(at: string): number {
    const wanted = idAt(Date.parse(at));
    const free = freeIn(wanted);
    if (free !== null) return free;
    // Imports write thousands within a minute; behind all others there is always room.
    const newest = (last.get() as number) + 1;
    if (newest <= wanted + PLACES * 60 * 24) return newest;
    for (let from = wanted + PLACES; ; from += PLACES) {
      const found = freeIn(from);
      if (found !== null) return found;
    }
  };

  function freeIn(from: number): number | null {
    const ids = taken.all(from, from + PLACES - 1) as number[];
    if (ids.length === PLACES - 1) return null;
    const index = ids.findIndex((id, at) => id !== from + at);
    return from + (index < 0 ? ids.length : index);
  }
}
