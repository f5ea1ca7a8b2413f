import { sql } from "kysely";
import type { Store } from "../store/store.ts";
import { type Blobs, type FileStorage, SHARDS } from "./blobs.ts";
import { forgetFile } from "./rights.ts";

const DAY = 24 * 60 * 60 * 1000;
/** An upload may rest for as long as an office may be without a line. */
const UPLOAD_RESTS = 14 * DAY;
/** By then whoever got a message has made what it named its own, in an event. */
const MESSAGE_NAMES = 365 * DAY;
/** Bytes come before the row that names them; what is younger may still get one. */
const YOUNG = DAY;
export type Cleared = { uploads: number; files: number; lost: number };

type Deps = {
  store: Store;
  storage: FileStorage;
  now: () => Date;
  /** Ends it early; what is left is done the next time. */
  stopping?: AbortSignal;
};

/**
 * Removes unfinished uploads that nobody goes on with and files that nobody may read any more, and
 * finds out which files have lost their bytes, so that the PCs are asked for them again. One node
 * at a time; null when another one is at it.
 */
export async function clearFiles({ store, storage, now, stopping }: Deps): Promise<Cleared | null> {
  const cleared: Cleared = { uploads: 0, files: 0, lost: 0 };
  const at = now().getTime();
  const done = await store.onlyOne("files", async () => {
    cleared.uploads = await clearUploads(store, storage, at);
    await clearMessageNames(store, new Date(at - MESSAGE_NAMES).toISOString());
    await clearGrants(store);
    for (const shard of SHARDS) {
      if (stopping?.aborted === true) return;
      const { files, lost } = await clearShard(store, storage.blobs, shard, at);
      cleared.files += files;
      cleared.lost += lost;
    }
  });
  return done ? cleared : null;
}

async function clearUploads(store: Store, { staging }: FileStorage, at: number): Promise<number> {
  const before = new Date(at - UPLOAD_RESTS).toISOString();
  const rested = await store.db
    .selectFrom("upload_open")
    .select("id")
    .where("touched", "<", before)
    .execute();
  for (const { id } of rested) {
    await staging.discard(id);
    await store.db.deleteFrom("upload_open").where("id", "=", id).execute();
  }
  let strays = 0;
  for await (const { upload, changed } of staging.list()) {
    if (at - changed < UPLOAD_RESTS) continue;
    const known = await store.db
      .selectFrom("upload_open")
      .select("id")
      .where("id", "=", upload)
      .execute();
    if (known.length > 0) continue;
    await staging.discard(upload);
    strays += 1;
  }
  return rested.length + strays;
}

/** What old messages named, they name no more. */
async function clearMessageNames(store: Store, before: string): Promise<void> {
  await store.db
    .deleteFrom("file_reference")
    .where("source", "in", ({ selectFrom }) =>
      selectFrom("message")
        .select(sql<string>`'message:' || message.id`.as("source"))
        .where("message.at", "<", before),
    )
    .execute();
}

/** Nothing names the file for the office any more. */
async function clearGrants(store: Store): Promise<void> {
  await store.db
    .deleteFrom("file_grant")
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("file_reference as named")
            .select("named.sha256")
            .whereRef("named.office", "=", "file_grant.office")
            .whereRef("named.sha256", "=", "file_grant.sha256"),
        ),
      ),
    )
    .execute();
}

async function clearShard(store: Store, blobs: Blobs, shard: string, at: number) {
  const counts = { files: 0, lost: 0 };
  const found = new Set<string>();
  // Nobody holds it, so nobody can read it; see rights.ts.
  const held = new Set(await hashesOf(store, "file_grant", shard));
  for await (const { sha256, changed } of blobs.list(shard)) {
    found.add(sha256);
    if (held.has(sha256) || at - changed < YOUNG) continue;
    await store.transact((tx) => forgetFile(tx, sha256));
    await blobs.delete(sha256);
    counts.files += 1;
  }
  for (const sha256 of await hashesOf(store, "file_blob", shard)) {
    // One that came in while this was listing is there after all.
    if (found.has(sha256) || (await blobs.size(sha256)) !== null) continue;
    await store.transact((tx) => forgetFile(tx, sha256));
    counts.lost += 1;
  }
  return counts;
}

async function hashesOf(
  store: Store,
  table: "file_grant" | "file_blob",
  shard: string,
): Promise<string[]> {
  const rows = await store.db
    .selectFrom(table)
    .select("sha256")
    .distinct()
    .where("sha256", ">=", shard)
    // After every hexadecimal digit.
    .where("sha256", "<", `${shard}g`)
    .execute();
  return rows.map(({ sha256 }) => sha256);
}
