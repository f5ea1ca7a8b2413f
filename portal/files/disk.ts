import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, opendir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { FileStore } from "@tus/file-store";
import { ok } from "#shared/errors.ts";
import {
  type Blobs,
  checkHash,
  type FileStorage,
  isHash,
  isUploadId,
  type Staging,
} from "./blobs.ts";
import { spool } from "./spool.ts";

/** Files on this computer's disk, or on one that all nodes of the portal mount. */
export function createDiskStorage(folder: string): FileStorage {
  const incoming = join(folder, "incoming");
  const pathOf = (sha256: string): string => join(folder, checkHash(sha256).slice(0, 2), sha256);

  const blobs: Blobs = {
    async put(source, most) {
      const spooled = await spool(incoming, source, most);
      if (!spooled.ok) return spooled;
      const { path, sha256, size } = spooled.value;
      await place(path, pathOf(sha256));
      return ok({ sha256, size });
    },
    size: async (sha256) => (await statOf(pathOf(sha256)))?.size ?? null,
    async read(sha256, range) {
      const path = pathOf(sha256);
      if ((await statOf(path)) === null) return null;
      return createReadStream(path, range);
    },
    delete: (sha256) => rm(pathOf(sha256), { force: true }),
    async *list(shard) {
      for await (const name of entriesOf(join(folder, shard))) {
        const info = isHash(name) ? await statOf(join(folder, shard, name)) : null;
        if (info !== null) yield { sha256: name, size: info.size, changed: info.mtimeMs };
      }
    },
  };
  return { blobs, staging: createDiskStaging(join(folder, "uploads"), pathOf), close: () => {} };
}

function createDiskStaging(folder: string, pathOf: (sha256: string) => string): Staging {
  const fileOf = (upload: string): string => {
    if (!isUploadId(upload)) throw new Error("not an upload's id");
    return join(folder, upload);
  };
  return {
    datastore: new FileStore({ directory: folder }),
    async digest(upload) {
      const hash = createHash("sha256");
      let size = 0;
      for await (const part of createReadStream(fileOf(upload)) as AsyncIterable<Buffer>) {
        hash.update(part);
        size += part.byteLength;
      }
      return { sha256: hash.digest("hex"), size };
    },
    async keep(upload, sha256) {
      await syncPath(fileOf(upload));
      await place(fileOf(upload), pathOf(sha256));
      await rm(`${fileOf(upload)}.json`, { force: true });
    },
    async discard(upload) {
      await rm(fileOf(upload), { force: true });
      await rm(`${fileOf(upload)}.json`, { force: true });
    },
    async *list() {
      for await (const name of entriesOf(folder)) {
        const info = isUploadId(name) ? await statOf(join(folder, name)) : null;
        if (info !== null) yield { upload: name, changed: info.mtimeMs };
      }
    },
  };
}

/** The same bytes that may stand there already are replaced: they count as new for the clearing. */
async function place(from: string, to: string): Promise<void> {
  const shard = dirname(to);
  if ((await mkdir(shard, { recursive: true, mode: 0o700 })) !== undefined) {
    await syncPath(dirname(shard));
  }
  await rename(from, to);
  await syncPath(shard);
}

async function syncPath(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const statOf = (path: string) => stat(path).catch(nullIfMissing);

/** Names in a folder, one after the other; none when there is no folder. */
async function* entriesOf(folder: string): AsyncGenerator<string> {
  const opened = await opendir(folder).catch(nullIfMissing);
  if (opened === null) return;
  for await (const entry of opened) yield entry.name;
}

function nullIfMissing(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null;
  throw error;
}
