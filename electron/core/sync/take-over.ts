import { open, rm, truncate } from "node:fs/promises";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { failure, type Result, ok, fail } from "#shared/errors.ts";
import type { SyncSettings } from "#shared/sync/contract.ts";
import type { Joined } from "#shared/sync/protocol.ts";
import type { Archive } from "../archive/archive.ts";
import { replaceFile } from "../backup/sync-disk.ts";
import { makeFolder, writeAt } from "../files/store.ts";
import { runTask } from "../tasks/run-task.ts";
import { resultOf } from "./connect.ts";
import type { PortalClient, Sink } from "./portal-client.ts";
import type { Ready } from "../backup/staged.ts";
import type { Transfer } from "./round.ts";

export type TakeOver = {
  archive: Archive;
  client: PortalClient;
  url: string;
  joined: Joined;
  settings: SyncSettings;
  report: (transfer: Transfer | null) => void;
  signal: AbortSignal;
};

/** Most memory that the thread may take which makes the archive out of the snapshot. */
const HEAP_MB = 900;
/** How often a snapshot is asked for that is still being made; the portal takes 20 seconds each time. */
const MOST_ASKED = 90;
/** Milliseconds until it is asked for again where the portal does not say. */
const AGAIN = 5000;

/**
 * Fetches everything of the office at once and makes its archive of it, beside the one of a fresh
 * PC; the next start puts it in place once it is confirmed. What was fetched stays over a break.
 */
export async function stageOffice({
  archive,
  client,
  url,
  joined,
  settings,
  report,
  signal,
}: TakeOver): Promise<Result<Ready>> {
  const folder = join(archive.folder, "arriving");
  const path = join(folder, "snapshot");
  const tagFile = join(folder, "snapshot.etag");
  await makeFolder(folder);
  const tag = await readFile(tagFile, "utf8").catch(() => null);
  if (tag === null) await rm(path, { force: true });
  const sink = await openSink(path);
  try {
    const fetched = await fetchSnapshot(sink);
    if (!fetched.ok) return resultOf(fetched);
  } finally {
    await sink.close();
  }
  const { token: _, ...told } = joined;
  const staged = await runTask(
    "sync-bootstrap",
    { archive: archive.folder, snapshot: path, url, joined: told, settings, now: archive.now() },
    {
      heapMb: HEAP_MB,
      signal,
      onProgress: ({ done, total }) => report({ what: "events-in", name: "", done, total }),
    },
  );
  await rm(path, { force: true });
  await rm(tagFile, { force: true });
  if (!staged.ok) return staged;
  // Whatever was begun here meanwhile would be gone without a word.
  if (!archive.isFresh()) return fail("archive_not_empty");
  archive.enterSafeMode(failure("archive_joining"));
  return ok(staged.value);

  /** Asks again as long as the portal is still making it, which takes minutes for a large office. */
  async function fetchSnapshot(sink: Sink): ReturnType<PortalClient["snapshot"]> {
    for (let left = MOST_ASKED; ; left -= 1) {
      const fetched = await client.snapshot(sink, tag, (done, total) =>
        report({ what: "snapshot", name: "", done, total }),
      );
      if (fetched.ok || fetched.code !== "snapshot_making" || left <= 1) return fetched;
      report({ what: "snapshot", name: "", done: 0, total: 0 });
      await sleep(fetched.retryAfter ?? AGAIN, undefined, { signal }).catch(() => {});
      if (signal.aborted) return fetched;
    }
  }

  async function openSink(to: string): Promise<Sink & { close(): Promise<void> }> {
    const handle = await open(to, "a+", 0o600);
    await handle.close();
    const writing = await open(to, "r+");
    let { size } = await writing.stat();
    return {
      get size() {
        return size;
      },
      async append(bytes) {
        await writeAt(writing, bytes, size);
        size += bytes.byteLength;
      },
      async restart() {
        await truncate(to, 0);
        size = 0;
      },
      began: (etag) => replaceFile(tagFile, etag),
      close: () => writing.close(),
    };
  }
}
