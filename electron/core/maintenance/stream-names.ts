import type { Db } from "../archive/database.ts";

/** Finds the stream of an event whose row is damaged or gone, by the indexes and the projection. */
export function createStreamNames(db: Db) {
  const isKnown = db.prepare("SELECT 1 FROM request WHERE id = ?");
  const rowOf = db
    .prepare(
      "SELECT rowid FROM event INDEXED BY sqlite_autoindex_event_1 WHERE writer = ? AND seq = ?",
    )
    .pluck();
  // `+` keeps the row itself out of it: the index alone is read.
  const streamOf = db
    .prepare("SELECT stream FROM event INDEXED BY event_stream WHERE +rowid = ? AND stream > ''")
    .pluck();
  const after = db.prepare(
    "SELECT stream, after, seq FROM event WHERE writer = ? AND seq > ? ORDER BY seq LIMIT 400",
  );

  const known = (stream: string): boolean =>
    stream === "office" || quietly(() => isKnown.get(stream)) !== undefined;

  return {
    known,
    /** The stream of one event, or null where nothing tells it any more. */
    of(writer: number, seq: number): string | null {
      const rowid = quietly(() => rowOf.get(writer, seq));
      const stream = rowid === undefined ? undefined : quietly(() => streamOf.get(rowid));
      if (typeof stream === "string" && known(stream)) return stream;
      return followerOf(writer, seq);
    },
  };

  /** The event that names it as the one before it in their stream. */
  function followerOf(writer: number, seq: number): string | null {
    const rows = quietly(() => after.all(writer, seq)) as
      | { stream: string; after: string }[]
      | undefined;
    const found = rows?.find((row) => row.after.includes(`:${seq}"`));
    return found === undefined ? null : found.stream;
  }
}

/** Undefined also where the pages that would tell are broken themselves. */
function quietly(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return undefined; // told already by the check of the pages
  }
}
