import Database from "better-sqlite3";
import type { Head, Manifest } from "#shared/backup/manifest.ts";
import { hashOf } from "../archive/log.ts";
import type { Report } from "../tasks/progress.ts";

/** What a copy of the database holds. */
export type Contents = Pick<Manifest, "schema" | "counts" | "heads">;

/** Pages copied between two reports. */
const PAGES = 2000;

/**
 * Copies the database as it stands at one moment by SQLite's online backup, while others go on
 * writing to it: the open transaction holds the moment, so that no write makes it begin again.
 */
export async function copyDatabase(from: string, to: string, report: Report): Promise<void> {
  const source = new Database(from, { readonly: true });
  try {
    source.exec("BEGIN");
    source.prepare("SELECT count(*) FROM sqlite_schema").get();
    await source.backup(to, {
      progress: ({ totalPages, remainingPages }) => {
        report({ stage: "database", done: totalPages - remainingPages, total: totalPages });
        return PAGES;
      },
    });
    source.exec("COMMIT");
  } finally {
    source.close();
  }
  // One file without a log beside it, which opens where nothing can be written too.
  const copy = new Database(to);
  try {
    copy.pragma("journal_mode = DELETE");
  } finally {
    copy.close();
  }
}

/**
 * Opens a copy and verifies every page and every writer's chain. Answers what it holds, or what is
 * wrong in words; never throws for a broken database.
 */
export function verifyDatabase(file: string, report: Report): Contents | { problem: string } {
  let db: Database.Database | null = null;
  try {
    db = new Database(file, { readonly: true });
    const pages = db.pragma("integrity_check(1)", { simple: true });
    if (pages !== "ok") return { problem: `basis data: ${String(pages)}` };
    return readContents(db, report);
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  } finally {
    db?.close();
  }
}

function readContents(db: Database.Database, report: Report): Contents | { problem: string } {
  const count = (sql: string): number => db.prepare(sql).pluck().get() as number;
  const events = count("SELECT count(*) FROM event");
  const heads: Head[] = [];
  let seen = 0;
  const writers = db.prepare("SELECT id, uuid, seq, hash FROM writer ORDER BY id").all() as {
    id: number;
    uuid: string;
    seq: number;
    hash: Buffer | null;
  }[];
  const rows = db.prepare(
    `SELECT seq, prev, after, lamport, at, actor, stream, type, version, body, hash
     FROM event WHERE writer = ? ORDER BY seq`,
  );
  for (const { id, uuid, seq, hash } of writers) {
    let last: { seq: number; hash: Buffer | null } = { seq: 0, hash: null };
    for (const row of rows.iterate(id) as IterableIterator<Row>) {
      const { hash: written, ...rest } = row;
      const linked = last.hash === null ? row.prev === null : row.prev?.equals(last.hash);
      if (row.seq !== last.seq + 1 || linked !== true) {
        return { problem: `catatan nomor ${last.seq + 1} hilang` };
      }
      if (!hashOf({ writer: uuid, ...rest }).equals(written)) {
        return { problem: `catatan nomor ${row.seq} berubah` };
      }
      last = { seq: row.seq, hash: written };
      seen += 1;
      if (seen % 2000 === 0) report({ stage: "verify", done: seen, total: events });
    }
    if (last.seq !== seq || (seq > 0 && hash?.equals(last.hash as Buffer) !== true)) {
      return { problem: `catatan nomor ${seq} hilang` };
    }
    if (seq > 0) heads.push({ writer: uuid, seq, hash: (last.hash as Buffer).toString("hex") });
  }
  if (seen !== events) return { problem: "ada catatan tanpa penulis" };
  return {
    schema: db.pragma("user_version", { simple: true }) as number,
    counts: {
      events,
      requests: count("SELECT count(*) FROM event WHERE type = 'request.created'"),
      letters: count("SELECT count(*) FROM letter"),
    },
    heads,
  };
}

type Row = Omit<Parameters<typeof hashOf>[0], "writer"> & { hash: Buffer };

/** True where a copy holds exactly what the manifest says. */
export function holdsWhatItSays(contents: Contents, manifest: Manifest): boolean {
  const { events, requests } = manifest.counts;
  return (
    contents.schema === manifest.schema &&
    contents.counts.events === events &&
    contents.counts.requests === requests &&
    JSON.stringify(contents.heads) === JSON.stringify(manifest.heads)
  );
}
