import { createReadStream } from "node:fs";
import { mkdir, open, rm, stat } from "node:fs/promises";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { createGunzip } from "node:zlib";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import { fail, ok, type Result } from "#shared/errors.ts";
import {
  cursor as cursorSchema,
  feedItemSchema,
  type FeedItem,
  type Joined,
} from "#shared/sync/protocol.ts";
import { type SyncSettings } from "#shared/sync/contract.ts";
import { createArchive } from "../archive/archive.ts";
import { openDatabase } from "../archive/database.ts";
import { asideName, readyFile, type Ready, RESTORE, STAGED } from "../backup/staged.ts";
import { replaceFile, syncFolder } from "../backup/sync-disk.ts";
import { createFileStore } from "../files/store.ts";
import { createMessages } from "../messages/messages.ts";
import type { Report } from "../tasks/progress.ts";
import { createFileQueue } from "./file-queue.ts";
import { createPlaces } from "./places.ts";
import { takePage } from "./pull.ts";
import { createRefusals } from "./refusals.ts";
import { noCounts } from "./round.ts";

export type BootstrapInput = {
  /** The fresh PC's archive. */
  archive: string;
  /** The snapshot as it was downloaded: gzipped lines. */
  snapshot: string;
  url: string;
  joined: Omit<Joined, "token">;
  settings: SyncSettings;
  /** ISO instant. */
  now: string;
};

/** Items taken over in one transaction. */
const PAGE = 1000;

const endSchema = z.object({ cursor: cursorSchema });

/**
 * Makes the office's archive out of a portal's snapshot, beside the one of a fresh PC, and lays it
 * where the next start puts it in place, as a restored backup is. In a thread of its own. Answers
 * `snapshot_broken`; nothing has changed then. It is put in place once `ready.json` is there, which
 * the caller writes.
 */
export async function run(
  { archive: folder, snapshot, url, joined, settings, now }: BootstrapInput,
  report: Report,
): Promise<Result<Ready>> {
  const staging = join(folder, RESTORE);
  await rm(staging, { recursive: true, force: true });
  await mkdir(staging);
  const staged = join(staging, STAGED);
  const db = openDatabase(staged, () => {});
  if (!db.ok) return db;
  try {
    // Nothing of it counts before it is whole.
    db.value.pragma("synchronous = OFF");
    const options = {
      ...{ folder, holder: "", twins: "", safeMode: null, rescue: null },
      ...{ now: () => now, newId: randomUUID },
    };
    const archive = createArchive(db.value, options, null, () => {});
    const places = createPlaces(archive);
    archive.transact(() => {
      places.join(url, { ...joined, token: "" }, now, { epoch: joined.epoch, cursor: "0" });
      places.saveSettings(settings);
    });
    const messages = createMessages(archive);
    const taker = {
      archive,
      places,
      files: createFileQueue(archive),
      refusals: createRefusals(archive),
      store: createFileStore(folder),
      counts: noCounts(),
      onMessage: (message: Parameters<typeof messages.receive>[0]) =>
        void messages.receive(message),
      onStreams: () => {},
      onDestroyed: () => {},
    };
    const total = (await stat(snapshot)).size;
    let end: string | null = null;
    let page: FeedItem[] = [];
    const take = (): void => {
      takePage(taker, page, "0");
      page = [];
    };
    try {
      for await (const { line, read } of linesOf(snapshot)) {
        if (end !== null) return broken("isi sesudah akhir");
        const value: unknown = JSON.parse(line);
        const last = endSchema.safeParse(value);
        if (last.success) {
          end = last.data.cursor;
          continue;
        }
        page.push(feedItemSchema.parse(value));
        if (page.length >= PAGE) take();
        report({ done: Math.min(read, total), total });
      }
    } catch (error) {
      if (isBroken(error)) return broken((error as Error).message.slice(0, 200));
      throw error;
    }
    if (end === null) return broken("tanpa akhir");
    take();
    places.setCursor(end);
    places.succeeded(now);
    // One file, without a log of writes beside it.
    db.value.pragma("journal_mode = DELETE");
  } finally {
    db.value.close();
  }
  await syncFile(staged);
  await syncFolder(staging);
  const { size } = await stat(staged);
  return ok({ format: 1, size, aside: asideName(now), erasures: [] });
}

async function syncFile(path: string): Promise<void> {
  const handle = await open(path, "r+");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Says that the next start puts it in place. */
export const confirmStaged = (archive: string, ready: Ready): Promise<void> =>
  replaceFile(readyFile(archive), JSON.stringify(ready));

const broken = (detail: string): Result<never> => fail("snapshot_broken", { detail });

/** Cut short, not packed, no JSON, or no feed item. */
const isBroken = (error: unknown): boolean =>
  error instanceof SyntaxError ||
  error instanceof z.ZodError ||
  (error instanceof Error && "code" in error && /^Z_|ERR_.*ZLIB/.test(String(error.code)));

/** The lines of a gzipped file, with how much of the file has been read for them. */
async function* linesOf(path: string): AsyncGenerator<{ line: string; read: number }> {
  const packed = createReadStream(path);
  const plain = createGunzip();
  // What fails in either is thrown to whoever reads the lines.
  const flowing = pipeline(packed, plain).catch((error: Error) => plain.destroy(error));
  const text = new TextDecoder();
  let rest = "";
  try {
    for await (const part of plain as AsyncIterable<Uint8Array>) {
      const lines = (rest + text.decode(part, { stream: true })).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) if (line !== "") yield { line, read: packed.bytesRead };
    }
    if (rest !== "") yield { line: rest, read: packed.bytesRead };
  } finally {
    packed.destroy();
    await flowing;
  }
}
