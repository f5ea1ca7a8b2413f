import type { NamedContent } from "#shared/sync/named-files.ts";
import type { Archive } from "../archive/archive.ts";

/** A content on its way. `stream` is a request's id, `office`, or empty for a message's. */
export type QueuedFile = {
  sha256: string;
  size: number;
  stream: string;
  upload: string | null;
  tries: number;
};

/** After so many vain tries a file waits until somebody asks. */
const MOST_TRIES = 5;

export type FileQueue = ReturnType<typeof createFileQueue>;

/** Contents that go out, and contents that are to come, by their SHA-256. */
export function createFileQueue({ sql }: Pick<Archive, "sql">) {
  const queue = (direction: "out" | "in", { sha256, size }: NamedContent, stream: string): void =>
    void sql(
      direction === "out"
        ? // What is here need not come any more.
          `INSERT INTO sync_file (sha256, direction, size, stream) VALUES (?, 'out', ?, ?)
           ON CONFLICT (sha256) DO UPDATE SET direction = 'out', size = max(size, excluded.size),
             tries = 0`
        : `INSERT INTO sync_file (sha256, direction, size, stream) VALUES (?, 'in', ?, ?)
           ON CONFLICT (sha256) DO UPDATE SET size = max(size, excluded.size)`,
    ).run(sha256, size, stream);

  /** Those to try, fewest tries first; all of them when somebody asked. */
  const list = (direction: "out" | "in", all: boolean): QueuedFile[] =>
    sql(
      `SELECT sha256, size, stream, upload, tries FROM sync_file
       WHERE direction = ? AND tries < ? ORDER BY tries LIMIT 1000`,
    ).all(direction, all ? Number.MAX_SAFE_INTEGER : MOST_TRIES) as QueuedFile[];

  const total = (direction: "out" | "in"): { files: number; bytes: number } =>
    sql(
      "SELECT count(*) AS files, ifnull(sum(size), 0) AS bytes FROM sync_file WHERE direction = ?",
    ).get(direction) as { files: number; bytes: number };

  return {
    queue,
    list,
    total,
    done: (sha256: string, direction: "out" | "in"): void =>
      void sql("DELETE FROM sync_file WHERE sha256 = ? AND direction = ?").run(sha256, direction),
    began: (sha256: string, upload: string): void =>
      void sql("UPDATE sync_file SET upload = ? WHERE sha256 = ?").run(upload, sha256),
    failed: (sha256: string): void =>
      void sql("UPDATE sync_file SET tries = tries + 1 WHERE sha256 = ?").run(sha256),
  };
}
