import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import Database from "better-sqlite3";

/** Contents by SHA-256 with their bytes. */
export type Contents = Map<string, number>;

/** Folder in the archive for what a backup or a repair has under way; cleared by each. */
export const WORK = "backup-work";

const NAME = /^[0-9a-f]{64}$/;

/** What lies in the archive's own store, whoever refers to it. */
export async function storedFiles(archive: string): Promise<Contents> {
  const files: Contents = new Map();
  const folder = join(archive, "files");
  const parts = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  for (const part of parts.sort()) {
    for (const name of await readdir(join(folder, part)).catch(() => [])) {
      if (!NAME.test(name)) continue;
      const there = await stat(join(folder, part, name)).catch(() => null);
      if (there?.isFile()) files.set(name, there.size);
    }
  }
  return files;
}

/**
 * What the requests of a database refer to, so that a content which the store has lost is kept in
 * the pool for as long as somebody may want it back. Not of requests whose identity was erased:
 * what was destroyed on purpose must be able to go.
 */
export function referredFiles(database: string, erased: ReadonlySet<string>): Contents {
  const db = new Database(database, { readonly: true });
  try {
    const rows = db
      .prepare(
        `SELECT stream AS request, body ->> '$.sha256' AS sha256, body ->> '$.size' AS size
         FROM event WHERE type = 'file.attached'
         UNION ALL
         SELECT stream, file.value ->> '$.sha256', file.value ->> '$.size'
         FROM event, json_each(event.body, '$.files') AS file
         WHERE event.type = 'incoming.answered'`,
      )
      .iterate() as IterableIterator<{ request: string; sha256: string; size: number }>;
    const files: Contents = new Map();
    for (const { request, sha256, size } of rows) {
      if (NAME.test(sha256) && !erased.has(request)) files.set(sha256, size);
    }
    return files;
  } finally {
    db.close();
  }
}

export const storedPath = (archive: string, sha256: string): string =>
  join(archive, "files", sha256.slice(0, 2), sha256);
