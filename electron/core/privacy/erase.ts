import { renameSync } from "node:fs";
import { join } from "node:path";
import { fail, ok, type Result } from "#shared/errors.ts";
import type { RequestState } from "#shared/request/state.ts";
import type { Archive } from "../archive/archive.ts";
import { readMeta } from "../archive/meta.ts";
import type { Deps } from "../deps.ts";
import {
  type Erasure,
  mergeErasures,
  readErasures,
  withdrawErasure,
  writeErasures,
} from "./erasures.ts";
import { askForTidying } from "./tidy.ts";

/** How many erasures the list must hold; told from a list that was lost. */
const COUNT = "erasures";

/**
 * Destroys what identifies the requester of a request: the key, the ciphertext, and with them every
 * word of theirs in the log. The list beside the database is written first, so that a crash between
 * the two is healed at the next start. In-house work, and what was erased already, stays as it is.
 * Inside another transaction, `clearPages` is the caller's to call after it.
 */
export function eraseIdentity(
  { archive }: Pick<Deps, "archive">,
  request: string,
  actor: string,
  reason: string,
): Result<RequestState> {
  const state = archive.readState(request);
  if (state === null) return fail("request_unknown", { id: request }, "request");
  if (archive.safeMode !== null) return fail("archive_safe_mode");
  if (state.requester === null || state.erased !== undefined) return ok(state);
  const sealed = archive.identities.seal(request, reason);
  const erasure = { request, number: state.number, at: archive.now(), by: actor, reason: sealed };
  mergeErasures(archive.folder, [erasure]);
  try {
    const erased = archive.transact(() => wipe(archive, erasure));
    if (!archive.db.inTransaction) clearPages(archive);
    return ok(erased ?? state);
  } catch (error) {
    archive.identities.forget();
    withdrawErasure(archive.folder, request);
    throw error;
  }
}

/**
 * Erases again whatever a restored backup brought back, and what a crash left undone. One query when
 * there is nothing to do. Answers how many.
 */
export function applyErasures(archive: Archive): number {
  if (archive.safeMode !== null) return 0;
  const erasures = wholeList(archive);
  if (erasures.length === 0) return 0;
  const back = archive.db
    .prepare(
      `SELECT request FROM identity WHERE request IN (SELECT value FROM json_each(@list))
       UNION SELECT request FROM identity_key WHERE request IN (SELECT value FROM json_each(@list))`,
    )
    .pluck()
    .all({ list: JSON.stringify(erasures.map(({ request }) => request)) }) as string[];
  if (back.length === 0) return 0;
  const wanted = new Set(back);
  archive.transact(() => {
    for (const one of erasures) if (wanted.has(one.request)) wipe(archive, one);
  });
  clearPages(archive);
  return back.length;
}

/** In a transaction: the event, then key and ciphertext, then all that is shown of the request. */
function wipe(archive: Archive, { request, by, reason }: Erasure): RequestState | null {
  const state = archive.readState(request);
  if (state !== null && state.erased === undefined) {
    const body = { reason: JSON.parse(archive.identities.unseal(reason)) as string };
    const definition = archive.definitionOf(state.sop);
    archive.record(request, by, state, definition, [{ type: "identity.erased", body }]);
    archive.sql(COUNT_ONE).run(COUNT);
  }
  archive.identities.destroy(request);
  askForTidying(archive.db);
  return state === null ? null : archive.reproject(request);
}

const COUNT_ONE = `INSERT INTO meta (key, value) VALUES (?, '1')
  ON CONFLICT (key) DO UPDATE SET value = CAST(value AS INTEGER) + 1`;

/**
 * The list; made anew from the log where it was lost or cannot be read. What cannot be read is kept
 * beside it.
 */
function wholeList(archive: Archive): Erasure[] {
  const { folder } = archive;
  let known: Erasure[] = [];
  try {
    known = readErasures(folder);
  } catch (error) {
    console.error(error);
    renameSync(join(folder, "erased.json"), join(folder, "erased.json.rusak"));
  }
  const counted = readMeta(archive.db, COUNT);
  if (known.length >= Number(counted ?? 0)) return known;
  const listed = new Set(known.map(({ request }) => request));
  const logged = archive.db
    .prepare("SELECT stream, at, actor, body FROM event WHERE type = 'identity.erased'")
    .all() as { stream: string; at: string; actor: string; body: string }[];
  const lost = logged.flatMap(({ stream, at, actor, body }): Erasure[] => {
    if (listed.has(stream)) return [];
    listed.add(stream);
    const reason = JSON.stringify((JSON.parse(body) as { reason: string }).reason);
    const number = archive.readState(stream)?.number ?? "";
    return [{ request: stream, number, at, by: actor, reason }];
  });
  if (lost.length > 0) writeErasures(folder, [...known, ...lost]);
  return [...known, ...lost];
}

/**
 * Takes old pages out of the write-ahead log; in the database itself `secure_delete` has overwritten
 * them.
 */
export function clearPages(archive: Archive): void {
  archive.db.pragma("wal_checkpoint(TRUNCATE)");
}
