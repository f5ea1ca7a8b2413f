import type { Kysely } from "kysely";
import type { Tables } from "../store/tables.ts";
import type { StoredFile } from "./blobs.ts";

/**
 * Who may send and read which file. Knowing a hash opens nothing: an office reads what an event or
 * message of its own names and what it has sent in full itself, or was given in a message by an
 * office that had sent it.
 */
type Db = Kysely<Tables>;

/** Rows of one statement; SQLite takes at most 32,766 values. */
const ROWS = 500;

export type Naming = {
  office: string;
  /** The event's stream, or `message:` and the message's id. */
  source: string;
  /** The office that gives the files in a message. */
  giver?: string;
};

export async function nameFiles(
  db: Db,
  { office, source, giver }: Naming,
  hashes: readonly string[],
): Promise<void> {
  for (let from = 0; from < hashes.length; from += ROWS) {
    const rows = hashes
      .slice(from, from + ROWS)
      .map((sha256) => ({ office, sha256, source, giver: giver ?? null }));
    await db
      .insertInto("file_reference")
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** What a stream or a message named, it names no more: its request was destroyed, or it expired. */
export async function unnameFiles(
  db: Db,
  { office, source }: Pick<Naming, "office" | "source">,
): Promise<void> {
  await db
    .deleteFrom("file_reference")
    .where("office", "=", office)
    .where("source", "=", source)
    .execute();
}

/** The whole bytes are stored, and the office has sent them or was given them. */
export async function grantFile(
  db: Db,
  office: string,
  { sha256, size }: StoredFile,
  at: string,
): Promise<void> {
  await db
    .insertInto("file_blob")
    .values({ sha256, size, stored: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await db
    .insertInto("file_grant")
    .values({ office, sha256, at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function isNamed(db: Db, office: string, sha256: string): Promise<boolean> {
  const row = await db
    .selectFrom("file_reference")
    .select("sha256")
    .where("office", "=", office)
    .where("sha256", "=", sha256)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function isHeld(db: Db, office: string, sha256: string): Promise<boolean> {
  const row = await db
    .selectFrom("file_grant")
    .select("sha256")
    .where("office", "=", office)
    .where("sha256", "=", sha256)
    .executeTakeFirst();
  return row !== undefined;
}

/** Those of the hashes that the office may read, with their sizes. */
export async function readableFiles(
  db: Db,
  office: string,
  hashes: readonly string[],
): Promise<StoredFile[]> {
  if (hashes.length === 0) return [];
  return db
    .selectFrom("file_reference as named")
    .innerJoin("file_blob as blob", "blob.sha256", "named.sha256")
    .select(["blob.sha256", "blob.size"])
    .distinct()
    .where("named.office", "=", office)
    .where("named.sha256", "in", hashes)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("file_grant as held")
          .select("held.sha256")
          .whereRef("held.sha256", "=", "named.sha256")
          .where((held) =>
            held.or([
              held("held.office", "=", office),
              held("held.office", "=", held.ref("named.giver")),
            ]),
          ),
      ),
    )
    .execute();
}

export async function readableFile(
  db: Db,
  office: string,
  sha256: string,
): Promise<StoredFile | null> {
  return (await readableFiles(db, office, [sha256]))[0] ?? null;
}

/** Those that the office would have to send for others to get them, in the order asked. */
export async function missingFiles(
  db: Db,
  office: string,
  hashes: readonly string[],
): Promise<string[]> {
  const there = new Set((await readableFiles(db, office, hashes)).map(({ sha256 }) => sha256));
  return [...new Set(hashes)].filter((sha256) => !there.has(sha256));
}

/** The bytes are gone, as after a restore: everybody who has them may send them again. */
export async function forgetFile(db: Db, sha256: string): Promise<void> {
  await db.deleteFrom("file_grant").where("sha256", "=", sha256).execute();
  await db.deleteFrom("file_blob").where("sha256", "=", sha256).execute();
}
