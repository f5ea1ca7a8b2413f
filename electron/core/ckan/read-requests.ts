import { createHash } from "node:crypto";
import { ok } from "#shared/errors.ts";
import type { Deps } from "../deps.ts";
import type { FactStore } from "./facts.ts";
import type { Answer, OpenDataPortal, RemoteRequest } from "./open-data-portal.ts";
import { refuse } from "./refusals.ts";

const ROWS = 100;
/** Data requests kept of each kind; the newest come first. */
const MOST = 2000;

/** Takes the portal's data requests over: the open ones, and those that were closed last. */
export async function readRequests(
  { archive, facts }: Pick<Deps, "archive"> & { facts: FactStore },
  portal: OpenDataPortal,
  signal: AbortSignal,
): Promise<Answer<null>> {
  const round = (facts.read("round") ?? 0) + 1;
  for (const closed of [false, true]) {
    for (let start = 0; start < MOST;) {
      const page = await portal.requests.list({ closed, start, rows: ROWS }, signal);
      if (!page.ok) return page;
      if (signal.aborted) return refuse("ckan_stopped");
      const { total, requests } = page.value;
      archive.transact(() => requests.forEach((one) => put(one, round)));
      start += ROWS;
      if (requests.length === 0 || start >= total) break;
    }
  }
  archive.transact(() => {
    archive.sql("DELETE FROM ckan_request WHERE round <> ?").run(round);
    facts.write("round", round);
  });
  return ok(null);

  function put({ accepted: _, ...one }: RemoteRequest, seen: number): void {
    // The name of whoever asked is kept only as long as somebody may still take it over.
    const isTaken = takenAs(archive, one.id) !== null;
    archive
      .sql(
        `INSERT INTO ckan_request (id, title, description, organization, asker, opened, closed, round)
         VALUES (@id, @title, @description, @organization, @asker, @opened, @closed, @round)
         ON CONFLICT (id) DO UPDATE SET title = excluded.title, description = excluded.description,
           organization = excluded.organization, asker = excluded.asker, opened = excluded.opened,
           closed = excluded.closed, round = excluded.round`,
      )
      .run({
        ...one,
        asker: one.closed || isTaken ? "" : one.asker,
        closed: Number(one.closed),
        round: seen,
      });
  }
}

/**
 * Id of the request that is made of a data request: the same on every PC, so that two that take the
 * same one over make one request of it.
 */
export const requestOf = (datarequest: string): string =>
  `dr-${createHash("sha256").update(`datarequest ${datarequest}`).digest("hex").slice(0, 32)}`;

/** The request that was made of a data request, on whatever PC; null while none was. */
export function takenAs(
  { sql }: Deps["archive"],
  datarequest: string,
): { id: string; number: string } | null {
  const found = sql("SELECT id, number FROM request WHERE id = ?").get(requestOf(datarequest));
  return (found as { id: string; number: string } | undefined) ?? null;
}
