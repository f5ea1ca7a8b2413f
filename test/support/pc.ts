import Database from "better-sqlite3";
import { createArchive } from "#core/archive/archive.ts";
import { openDatabase } from "#core/archive/database.ts";
import type { ReceivedItem } from "#core/archive/receive-log.ts";
import { createClock } from "#core/clock.ts";
import { conflictMethods } from "#core/conflicts/methods.ts";
import type { Deps } from "#core/deps.ts";
import { requestMethods } from "#core/requests/methods.ts";
import type { CallContext } from "#core/types.ts";
import type { Head } from "#shared/sync/protocol.ts";
import { magetan } from "./magetan.ts";

const definition = magetan();

let empty: Buffer | null = null;

/** Made once: a database of this version takes longer to make than to fill. */
function emptyDatabase(): Buffer {
  if (empty !== null) return empty;
  const opened = openDatabase(":memory:", () => {});
  if (!opened.ok) throw new Error(opened.error.message);
  empty = opened.value.serialize();
  opened.value.close();
  return empty;
}

export type Pc = ReturnType<typeof createPc>;

/** One PC of an office with its archive in memory: the real log, projection and commands. */
export function createPc(name: string, folder = "/nonexistent") {
  const db = new Database(emptyDatabase());
  let ids = 0;
  let now = Date.parse("2026-11-20T02:00:00.000Z");
  const newId = (): string => `${name}${(ids += 1)}`;
  const clock = createClock(() => (now += 1000));
  const options = {
    folder,
    holder: "uji",
    twins: "",
    safeMode: null,
    rescue: null,
    now: clock.instant,
    newId,
  };
  const archive = createArchive(db, options, null, () => db.close());
  const deps = {
    archive,
    clock,
    newId,
    device: () => null,
    changed: () => {},
    accesses: { note: () => {} },
  } as unknown as Deps;
  const requests = requestMethods(deps);
  const conflicts = conflictMethods(deps);
  const context: CallContext = { origin: "console", user: null };
  return {
    name,
    deps,
    archive,
    requests,
    conflicts,
    context,
    publish: () => archive.recordOffice("konsol", [{ type: "sop.published", body: definition }]),
    close: archive.close,
  };
}

/** Everything that `to` lacks of `from`, writer by writer. */
export function lacking(from: Pc, to: Pc): ReceivedItem[] {
  const known = new Map(to.archive.log.heads().map(({ writer, seq }: Head) => [writer, seq]));
  return from.archive.log.heads().flatMap(({ writer }) =>
    from.archive.log.wire(writer, (known.get(writer) ?? 0) + 1, {
      maxBytes: 1e9,
      maxEvents: 1e6,
    }),
  );
}

/** Brings what `from` has to `to`; what came in too early waits there. */
export const bring = (from: Pc, to: Pc) => to.archive.receive(lacking(from, to));

/** All that the screens read, in an order that does not depend on how it came in. */
export function shownBy({ archive: { db } }: Pc): Record<string, unknown[]> {
  const tables = ["request", "conflict", "conflict_lost", "sop", "register_entry", "letter"];
  return Object.fromEntries(
    tables.map((table) => {
      const rows = db.prepare(`SELECT * FROM ${table}`).all();
      return [table, rows.map((row) => JSON.stringify(row)).sort()];
    }),
  );
}
