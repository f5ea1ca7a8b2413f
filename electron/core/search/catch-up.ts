import type { Archive } from "../archive/archive.ts";
import { createRefusals, unread } from "../sync/refusals.ts";

/** Requests a step, some 20 ms of work. */
const STEP = 24;

/**
 * Takes up into the search what came in by thousands and is shown already: other PCs' requests, and
 * all of them after an update that makes the index anew.
 */
export function createCatchUp(archive: Archive) {
  const next = archive.sql(`SELECT request FROM search_due LIMIT ${STEP}`).pluck();
  const drop = archive.sql("DELETE FROM search_due WHERE request = ?");

  const refusals = createRefusals(archive);

  return {
    /** Some of them, in one transaction; false when none was left. */
    step(): boolean {
      const requests = next.all() as string[];
      if (requests.length === 0) return false;
      archive.transact(() => {
        archive.writeManySearched();
        for (const request of requests) {
          drop.run(request);
          if (!archive.catchUpSearch(request)) refusals.add(unread(request));
        }
      });
      return true;
    },
  };
}

/** How many requests the search has still to take up. */
export const requestsDue = ({ sql }: Archive): number =>
  sql("SELECT count(*) FROM search_due").pluck().get() as number;
