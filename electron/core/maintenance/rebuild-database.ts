import { closeSync, fsyncSync, openSync } from "node:fs";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import Database from "better-sqlite3";
import { type Archive, createArchive } from "../archive/archive.ts";
import { type Db, openDatabase } from "../archive/database.ts";
import { MIRRORED } from "../archive/migrations/0005/mirrors.ts";
import type { Report } from "../tasks/progress.ts";
import { checkChains, isCorrupt } from "./chains.ts";
import { identityHolds, type IdentityRow } from "./identities.ts";
import { createProblems } from "./problems.ts";
import { salvageEvents, type WriterRow } from "./salvage-events.ts";

/** `whole` when every event is there; what was done, or why not, in sentences. */
export type Rebuilt = { whole: boolean; notes: string[] };

const UNREADABLE =
  "Isi basis data tidak dapat dibaca lagi. Basis data tidak diubah; pulihkan cadangan terakhir.";

const UNTOLD =
  "Riwayat yang utuh pun tidak dapat ditampilkan. Basis data tidak diubah; pasang versi terbaru, atau pulihkan cadangan terakhir.";

/**
 * Makes a database anew: events of the old one that verify, others from the backups where they
 * verify; identities by their digests; what stands beside the log by the copy that two of three
 * agree on; and the projection from the events.
 */
export function rebuildDatabase(
  from: string,
  sources: readonly Db[],
  target: string,
  now: string,
  report: Report,
): Rebuilt {
  const notes: string[] = [];
  const old = openDamaged(from);
  const opened = openDatabase(target, () => {});
  if (!opened.ok) throw new Error(opened.error.message);
  const fresh = opened.value;
  try {
    fresh.pragma("synchronous = OFF");
    const writers = copyMirrored(old, sources, fresh, notes);
    // Nothing can be told of what it held, so nothing can be said to be whole.
    if (writers.length === 0) return { whole: false, notes: [UNREADABLE] };
    fresh.exec("BEGIN IMMEDIATE");
    const events = salvageEvents(old, sources, fresh, writers, report);
    if (events.restored > 0)
      notes.push(`${events.restored} catatan diambil kembali dari cadangan.`);
    if (events.lost > 0) {
      fresh.exec("ROLLBACK");
      const sentence = `${events.lost} catatan tidak ada yang utuh, juga di cadangan yang dapat dibaca. Basis data tidak diubah; pulihkan cadangan terakhir, atau sambungkan cadangan lain lalu coba lagi.`;
      return { whole: false, notes: [sentence] };
    }
    writeHeads(fresh);
    copyIdentities(old, sources, fresh);
    copyTexts(old, fresh);
    report({ stage: "rebuild", done: 1, total: 2 });
    const archive = createArchive(
      fresh,
      {
        folder: join(from, ".."),
        holder: "",
        twins: "",
        safeMode: null,
        rescue: null,
        now: () => now,
        newId: () => {
          throw new Error("a repair writes no events");
        },
      },
      null,
      () => {},
    );
    const rebuilt = madeAnew(archive);
    if (rebuilt === null) {
      fresh.exec("ROLLBACK");
      return { whole: false, notes: [UNTOLD] };
    }
    fresh.exec("COMMIT");
    notes.push(
      `Basis data disusun ulang dari ${rebuilt.events} catatan dan ${rebuilt.requests} permohonan.`,
    );
    // One file, without a log of writes beside it.
    fresh.pragma("journal_mode = DELETE");
    return { whole: true, notes };
  } finally {
    old.close();
    fresh.close();
    syncFile(target);
  }
}

/** Null where a history is whole and yet says nothing that can be shown. */
function madeAnew(archive: Archive): ReturnType<Archive["rebuild"]> | null {
  try {
    return archive.rebuild();
  } catch (error) {
    console.error(error);
    return null;
  }
}

/** Reads around a schema that is damaged itself. */
function openDamaged(file: string): Db {
  const db = new Database(file, { readonly: true });
  db.unsafeMode();
  db.pragma("writable_schema = ON");
  return db;
}

type Values = Record<string, unknown>;

/** Tables beside the log, by the majority of table, mirror and backup. Answers the writers. */
function copyMirrored(old: Db, sources: readonly Db[], fresh: Db, notes: string[]): WriterRow[] {
  for (const { table, key, columns } of MIRRORED) {
    if (table === "file_text") continue;
    const all = [...key, ...columns];
    const listed = all.join(", ");
    const read = (db: Db, name: string): Map<string, Values> => {
      const rows = quietly(() => db.prepare(`SELECT ${listed} FROM ${name}`).all()) as Values[];
      return new Map(rows.map((row) => [JSON.stringify(key.map((one) => row[one])), row]));
    };
    const here = read(old, table);
    const mirror = read(old, `${table}_mirror`);
    const others = sources.map((source) => read(source, table));
    const put = fresh.prepare(
      `INSERT OR IGNORE INTO ${table} (${listed}) VALUES (${all.map((one) => `@${one}`).join(", ")})`,
    );
    const certain: Values[] = [];
    const unsure: Values[] = [];
    for (const id of new Set([...here.keys(), ...mirror.keys()])) {
      const [one, two] = [here.get(id), mirror.get(id)];
      const third = others.map((other) => other.get(id)).find((row) => row !== undefined);
      const agreed = agree(one, two) ?? agree(one, third) ?? agree(two, third);
      const known = agreed ?? one ?? two;
      if (known !== undefined) (agreed === null ? unsure : certain).push(known);
    }
    // What two copies agree on comes first; a row under a damaged key only joins where it can.
    for (const row of [...certain, ...unsure]) put.run(row);
    if (unsure.length > 0) {
      notes.push(`${unsure.length} baris ${table} tidak dapat dipastikan; periksa isinya.`);
    }
  }
  return fresh.prepare("SELECT id, uuid FROM writer ORDER BY id").all() as WriterRow[];
}

const agree = (one: Values | undefined, other: Values | undefined): Values | null =>
  one !== undefined && JSON.stringify(one) === JSON.stringify(other) ? one : null;

function writeHeads(fresh: Db): void {
  const { heads } = checkChains(fresh, createProblems(), () => {});
  const put = fresh.prepare("INSERT INTO head (stream, writer, seq, lamport) VALUES (?, ?, ?, ?)");
  for (const [stream, ends] of heads) {
    for (const { writer, seq, lamport } of ends) put.run(stream, writer, seq, lamport);
  }
}

/** Identities whose digest holds under some key that is known of their request. */
function copyIdentities(old: Db, sources: readonly Db[], fresh: Db): void {
  const erased = new Set(
    fresh.prepare("SELECT stream FROM event WHERE type = 'identity.erased'").pluck().all(),
  );
  const isRequest = fresh.prepare(
    `SELECT 1 FROM event WHERE stream = @id AND type = 'request.created'
     UNION ALL SELECT 1 FROM event
     WHERE type = 'bundle.imported' AND json_extract(body, '$.id') = @id LIMIT 1`,
  );
  const putKey = fresh.prepare("INSERT OR IGNORE INTO identity_key (request, key) VALUES (?, ?)");
  const put = fresh.prepare(
    `INSERT OR IGNORE INTO identity (digest, request, salt, nonce, ciphertext)
     VALUES (@digest, @request, @salt, @nonce, @ciphertext)`,
  );
  for (const db of [old, ...sources]) {
    const rows = quietly(() => db.prepare("SELECT * FROM identity").all()) as IdentityRow[];
    for (const row of rows) {
      if (erased.has(row.request) || isRequest.get({ id: row.request }) === undefined) continue;
      const key = [old, ...sources]
        .map((from) => keyOf(from, row.request))
        .find((one) => one !== null && identityHolds(row, one));
      if (key === undefined || key === null) continue;
      putKey.run(row.request, key);
      put.run(row);
    }
  }
}

function keyOf(db: Db, request: string): Buffer | null {
  const found = quietly(() =>
    db.prepare("SELECT key FROM identity_key WHERE request = ?").pluck().all(request),
  );
  return (found[0] as Buffer | undefined) ?? null;
}

/** Texts of attachments that are as they were read; what is left out is read again. */
function copyTexts(old: Db, fresh: Db): void {
  const rows = quietly(() =>
    old
      .prepare(
        `SELECT file_text.* FROM file_text JOIN file_text_mirror AS mirror ON mirror.id = file_text.id
           AND mirror.sha256 = file_text.sha256 AND mirror.state = file_text.state`,
      )
      .all(),
  ) as (Values & { text: Buffer | null })[];
  const put = fresh.prepare(
    "INSERT INTO file_text (id, sha256, state, tries, text) VALUES (@id, @sha256, @state, @tries, @text)",
  );
  for (const row of rows) if (row.text === null || unpacks(row.text)) put.run(row);
}

function unpacks(text: Buffer): boolean {
  try {
    inflateSync(text);
    return true;
  } catch {
    return false; // it will be read from its attachment again
  }
}

/** Nothing where the pages or the table cannot be read; the other copies tell. */
function quietly(read: () => unknown[]): unknown[] {
  try {
    return read();
  } catch (error) {
    if (isCorrupt(error) || error instanceof Database.SqliteError) return [];
    throw error;
  }
}

function syncFile(path: string): void {
  const handle = openSync(path, "r+");
  fsyncSync(handle);
  closeSync(handle);
}
