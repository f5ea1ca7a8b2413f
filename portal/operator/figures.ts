import { statfs } from "node:fs/promises";
import { sql } from "kysely";
import type { Store } from "../store/store.ts";

/** What the operator's pages show, in as many queries as there are kinds of things. */

/** PostgreSQL sums up to a number that it sends as text; null for no rows. */
type Sum = number | string | null;

export type OfficeFigures = {
  id: string;
  name: string;
  /** Where its feed ends: how many things it holds. */
  end: number;
  /** PCs whose connection was not ended. */
  devices: number;
  seen: string | null;
  /** Most that one of its PCs still has to fetch. */
  lag: number;
  refused: number;
  forks: number;
  /** Requests from the public that the office has not answered yet. */
  waiting: number;
  /** Bytes. A file that two offices have counts for both. */
  events: number;
  files: number;
};

export async function readOffices({ db }: Store): Promise<OfficeFigures[]> {
  const offices = await db
    .selectFrom("office")
    .select(["id", "name", "feed_n as end", "feed_bytes as events"])
    .orderBy("name")
    .execute();
  const devices = byOffice(
    await db
      .selectFrom("device")
      .innerJoin("office", "office.id", "device.office")
      .where("device.revoked", "is", null)
      .groupBy("device.office")
      .select(({ fn, ref }) => [
        "device.office",
        fn.countAll<number>().as("count"),
        fn.max(ref("device.seen")).as("seen"),
        sql<number>`max(office.feed_n - device.fetched_n)`.as("lag"),
      ])
      .execute(),
  );
  const refused = byOffice(
    await db
      .selectFrom("feed")
      .where("kind", "=", "refused")
      .groupBy("office")
      .select(({ fn }) => ["office", fn.countAll<number>().as("count")])
      .execute(),
  );
  const forks = byOffice(
    await db
      .selectFrom("fork")
      .groupBy("office")
      .select(({ fn }) => ["office", fn.countAll<number>().as("count")])
      .execute(),
  );
  const waiting = byOffice(
    await db
      .selectFrom("public_request")
      .where("revision", "=", 0)
      .where("withdrawn", "is", null)
      .where("erased", "is", null)
      .groupBy("office")
      .select(({ fn }) => ["office", fn.countAll<number>().as("count")])
      .execute(),
  );
  const files = byOffice(
    await db
      .selectFrom("file_grant")
      .innerJoin("file_blob", "file_blob.sha256", "file_grant.sha256")
      .groupBy("file_grant.office")
      .select(({ fn, ref }) => ["file_grant.office", fn.sum<Sum>(ref("size")).as("bytes")])
      .execute(),
  );
  return offices.map((office) => ({
    ...office,
    devices: devices.get(office.id)?.count ?? 0,
    seen: devices.get(office.id)?.seen ?? null,
    lag: devices.get(office.id)?.lag ?? 0,
    refused: refused.get(office.id)?.count ?? 0,
    forks: forks.get(office.id)?.count ?? 0,
    waiting: waiting.get(office.id)?.count ?? 0,
    files: Number(files.get(office.id)?.bytes ?? 0),
  }));
}

const byOffice = <R extends { office: string }>(rows: readonly R[]): Map<string, R> =>
  new Map(rows.map((row) => [row.office, row]));

export type Storage = {
  /** Bytes: what the offices' feeds hold, and the files, each counted once. */
  events: number;
  files: number;
  fileCount: number;
  /** Unfinished uploads. */
  uploads: number;
  /** Bytes that are free where `data` lies; null where there is no such folder. */
  free: number | null;
};

export async function readStorage({ db }: Store, data: string): Promise<Storage> {
  const events = await db
    .selectFrom("office")
    .select(({ fn, ref }) => fn.sum<Sum>(ref("feed_bytes")).as("bytes"))
    .executeTakeFirstOrThrow();
  const files = await db
    .selectFrom("file_blob")
    .select(({ fn, ref }) => [
      fn.sum<Sum>(ref("size")).as("bytes"),
      fn.countAll<number>().as("count"),
    ])
    .executeTakeFirstOrThrow();
  const uploads = await db
    .selectFrom("upload_open")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  const disk = await statfs(data).catch(nullIfMissing);
  return {
    events: Number(events.bytes ?? 0),
    files: Number(files.bytes ?? 0),
    fileCount: files.count,
    uploads: uploads.count,
    free: disk === null ? null : disk.bavail * disk.bsize,
  };
}

function nullIfMissing(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null;
  throw error;
}

export type DeviceFigures = {
  id: string;
  name: string;
  letter: string;
  app: string;
  joined: string;
  seen: string | null;
  revoked: string | null;
  fetched: number;
};

/** Those that are connected first, then by when they joined. */
export const readDevices = ({ db }: Store, office: string): Promise<DeviceFigures[]> =>
  db
    .selectFrom("device")
    .select(["id", "name", "letter", "app", "joined", "seen", "revoked", "fetched_n as fetched"])
    .where("office", "=", office)
    .orderBy(sql`case when revoked is null then 0 else 1 end`)
    .orderBy("joined")
    .orderBy("id")
    .execute();

export type Trouble = { at: string; writer: string; seq: number; type: string; code: string };

/** What was refused last, with the reason's code. */
export async function readRefused({ db }: Store, office: string, most: number): Promise<Trouble[]> {
  const rows = await db
    .selectFrom("feed")
    .select(["at", "writer", "seq", "type", "refused"])
    .where("office", "=", office)
    .where("kind", "=", "refused")
    .orderBy("n", "desc")
    .limit(most)
    .execute();
  return rows.map(({ at, writer, seq, type, refused }) => ({
    at,
    type,
    writer: writer ?? "",
    seq: seq ?? 0,
    code: refused ?? "",
  }));
}

export type Fork = { at: string; writer: string; seq: number; device: string };

/** Events that came a second time with another content, and the name of the PC that sent it. */
export const readForks = ({ db }: Store, office: string, most: number): Promise<Fork[]> =>
  db
    .selectFrom("fork")
    .leftJoin("device", "device.id", "fork.device")
    .select(({ fn, val, ref }) => [
      "fork.at",
      "fork.writer",
      "fork.seq",
      fn.coalesce(ref("device.name"), val("")).as("device"),
    ])
    .where("fork.office", "=", office)
    .orderBy("fork.at", "desc")
    .limit(most)
    .execute();
