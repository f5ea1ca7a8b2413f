import type { Access } from "#shared/privacy/contract.ts";
import type { Archive } from "../archive/archive.ts";
import type { Clock } from "../clock.ts";
import { CONSOLE } from "../office/people.ts";
import type { CallContext } from "../types.ts";

/** Notes who saw which identity (UU 27/2022). */
export type AccessLog = ReturnType<typeof createAccessLog>;

/** Seeing the same again within this time is one access, in milliseconds. */
const AGAIN = 15 * 60_000;
/** How long a row waits for others, so that opening a request costs no write; in milliseconds. */
const WAIT = 1000;
/** Rows kept while the disk takes none, and accesses remembered; the oldest go first. */
const MOST = 5000;

type Row = {
  at: string;
  actor: string;
  request: string | null;
  what: Access;
  count: number | null;
};

/**
 * Rows are written behind the answer, together with those of the same second, and at closing. A
 * power cut can lose the last second's, never more. In safe mode nothing is noted.
 */
export function createAccessLog(archive: Archive, clock: Clock) {
  const seen = new Map<string, number>();
  let waiting: Row[] = [];
  let timer: NodeJS.Timeout | null = null;
  // In-house work has no requester, and an erased one cannot be seen any more.
  const hasIdentity = archive.db.prepare("SELECT 1 FROM identity WHERE request = ?");
  const put = archive.db.prepare(
    `INSERT INTO identity_access (at, actor, request, what, count)
     VALUES (@at, @actor, @request, @what, @count)`,
  );

  /** One request's identity, or several requests' one by one. */
  function note({ user }: CallContext, what: Access, ...requests: string[]): void {
    const now = clock.now();
    for (const request of requests) {
      const key = `${user ?? ""} ${what} ${request}`;
      const last = seen.get(key);
      if (last !== undefined && Math.abs(now - last) < AGAIN) continue;
      seen.delete(key);
      seen.set(key, now);
      wait({ at: clock.instant(), actor: user ?? CONSOLE.id, request, what, count: null });
    }
    for (const oldest of seen.keys()) {
      if (seen.size <= MOST) break;
      seen.delete(oldest);
    }
  }

  /** Many at once, such as a list that leaves the office; each time counts. */
  function noteMany({ user }: CallContext, what: Access, count: number): void {
    if (count === 0) return;
    wait({ at: clock.instant(), actor: user ?? CONSOLE.id, request: null, what, count });
  }

  function wait(row: Row): void {
    if (archive.safeMode !== null) return;
    waiting.push(row);
    if (waiting.length > MOST) waiting.shift();
    timer ??= setTimeout(flush, WAIT).unref();
  }

  /** Writes what waits. What cannot be written now waits on: no answer fails by it. */
  function flush(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (waiting.length === 0 || archive.safeMode !== null || !archive.db.open) return;
    const rows = waiting;
    waiting = [];
    try {
      archive.transact(() => {
        for (const row of rows) {
          if (row.request === null || hasIdentity.get(row.request) !== undefined) put.run(row);
        }
      });
    } catch (error) {
      console.error(error);
      waiting = [...rows, ...waiting].slice(-MOST);
    }
  }

  return { note, noteMany, flush };
}
