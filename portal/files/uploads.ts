import { randomBytes } from "node:crypto";
import { type Failure, failure, fail, ok, type Result } from "#shared/errors.ts";
import type { Store } from "../store/store.ts";
import type { Staging, StoredFile } from "./blobs.ts";
import type { LeaseLocker } from "./lease-locker.ts";
import { grantFile, isNamed, readableFile } from "./rights.ts";

/** Uploads of one office in progress; beyond it those that rest for `RESTS` give way. */
const MOST_OPEN = 200;
const RESTS = 60 * 60 * 1000;

type Deps = {
  store: Store;
  staging: Staging;
  locker: LeaseLocker;
  now: () => Date;
};

export type OpenUpload = { id: string; office: string; sha256: string; size: number };
export type Begun =
  | { state: "stored"; file: StoredFile }
  /** Goes on at `offset`, in bytes; `made` when tus still has to make it. */
  | { state: "open"; id: string; offset: number; made: boolean };

export type Uploads = ReturnType<typeof createUploads>;

/** Uploads from the first byte until the file is stored, whatever node and whatever line. */
export function createUploads({ store, staging, locker, now }: Deps) {
  const { db } = store;

  /** Where an office's upload of a file stands; the same for all of its PCs. */
  async function begin(office: string, file: StoredFile): Promise<Result<Begun>> {
    if (!(await isNamed(db, office, file.sha256))) return fail("file_not_named");
    const stored = await readableFile(db, office, file.sha256);
    if (stored !== null) return ok({ state: "stored", file: stored });
    const open = await openOf(office, file.sha256);
    if (open !== null) {
      const offset = open.size === file.size ? await offsetOf(open.id) : null;
      if (offset === file.size) {
        const refused = await finish(open.id);
        return refused === null ? ok({ state: "stored", file }) : { ok: false, error: refused };
      }
      if (offset !== null) return ok({ state: "open", id: open.id, offset, made: true });
      await drop(open.id);
    }
    if (!(await makeRoom(office))) return fail("uploads_too_many");
    const id = `upload-${randomBytes(16).toString("hex")}`;
    const at = now().toISOString();
    const rows = await db
      .insertInto("upload_open")
      .values({ id, office, ...file, begun: at, touched: at })
      .onConflict((conflict) => conflict.doNothing())
      .returning("id")
      .execute();
    // Another PC of the office has just begun the same file.
    if (rows.length === 0) return fail("upload_out_of_order");
    return ok({ state: "open", id, offset: 0, made: false });
  }

  /** The upload, if it is the office's; it counts as alive from now on. */
  async function touch(office: string, id: string): Promise<OpenUpload | null> {
    const rows = await db
      .updateTable("upload_open")
      .set({ touched: now().toISOString() })
      .where("id", "=", id)
      .where("office", "=", office)
      .returning(["id", "office", "sha256", "size"])
      .execute();
    return rows[0] ?? null;
  }

  /**
   * All bytes are there: they become the office's file when they are what was announced. Null when
   * it is stored, also when another request has just done it.
   */
  async function finish(id: string): Promise<Failure | null> {
    let refused: Failure | null = null;
    const held = await locker.whileHeld(id, async () => {
      const open = await find(id);
      if (open === null) return;
      const { sha256, size } = await staging.digest(id);
      if (sha256 !== open.sha256 || size !== open.size) {
        await drop(id);
        refused = failure("file_mismatch");
        return;
      }
      await staging.keep(id, sha256);
      await store.transact(async (tx) => {
        await grantFile(tx, open.office, { sha256, size }, now().toISOString());
        await tx.deleteFrom("upload_open").where("id", "=", id).execute();
      });
    });
    return held ? refused : failure("upload_out_of_order");
  }

  /** Bytes that have come in; null when the bytes are not there, as after a restore. */
  async function offsetOf(id: string): Promise<number | null> {
    try {
      return (await staging.datastore.getUpload(id)).offset;
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  async function drop(id: string): Promise<void> {
    await staging.discard(id);
    await db.deleteFrom("upload_open").where("id", "=", id).execute();
  }

  async function makeRoom(office: string): Promise<boolean> {
    const open = await db
      .selectFrom("upload_open")
      .select(["id", "touched"])
      .where("office", "=", office)
      .orderBy("touched")
      .execute();
    if (open.length < MOST_OPEN) return true;
    const oldest = open[0];
    const rested = new Date(now().getTime() - RESTS).toISOString();
    if (oldest === undefined || oldest.touched > rested) return false;
    await drop(oldest.id);
    return true;
  }

  const columns = ["id", "office", "sha256", "size"] as const;
  const find = async (id: string): Promise<OpenUpload | null> =>
    (await db.selectFrom("upload_open").select(columns).where("id", "=", id).execute())[0] ?? null;
  const openOf = async (office: string, sha256: string): Promise<OpenUpload | null> => {
    const rows = await db
      .selectFrom("upload_open")
      .select(columns)
      .where("office", "=", office)
      .where("sha256", "=", sha256)
      .execute();
    return rows[0] ?? null;
  };

  return { begin, touch, finish, offsetOf, drop };
}

/** The tus stores throw plain objects with the status that they stand for. */
function isMissing(error: unknown): boolean {
  const status =
    typeof error === "object" && error !== null && "status_code" in error ? error.status_code : 0;
  return status === 404 || status === 410;
}
