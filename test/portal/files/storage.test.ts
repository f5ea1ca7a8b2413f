import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { Upload } from "@tus/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FileStorage, SHARDS } from "../../../portal/files/blobs.ts";
import { createDiskStorage } from "../../../portal/files/disk.ts";
import { createS3Storage } from "../../../portal/files/s3.ts";
import { startS3 } from "../../support/s3.ts";

type Opened = { storage: FileStorage; close(): Promise<void> };
const MEGABYTE = 1024 * 1024;
const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
const uploadId = (): string => `upload-${randomBytes(16).toString("hex")}`;

const KINDS: [string, (folder: string) => Promise<Opened>][] = [
  [
    "a disk",
    (folder) =>
      Promise.resolve({ storage: createDiskStorage(folder), close: () => Promise.resolve() }),
  ],
  [
    "an S3 store",
    async (folder) => {
      const s3 = await startS3();
      const storage = createS3Storage(s3.settings, join(folder, "spool"));
      return {
        storage,
        close: async () => {
          storage.close();
          await s3.stop();
        },
      };
    },
  ],
];

describe.each(KINDS)("files on %s", (_name, open) => {
  const folder = mkdtempSync(join(tmpdir(), "lajur-files-"));
  let opened: Opened;
  let storage: FileStorage;
  beforeAll(async () => {
    opened = await open(folder);
    storage = opened.storage;
  });
  afterAll(async () => {
    await opened.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const put = async (bytes: Buffer, most = MEGABYTE) =>
    storage.blobs.put(Readable.from([bytes.subarray(0, 10), bytes.subarray(10)]), most);
  const readAll = async (sha256: string, range?: { start: number; end: number }) => {
    const stream = await storage.blobs.read(sha256, range);
    return stream === null ? null : buffer(stream);
  };
  const listed = async () => {
    const found: string[] = [];
    for (const shard of SHARDS) {
      for await (const { sha256 } of storage.blobs.list(shard)) found.push(sha256);
    }
    return found;
  };
  const staged = async () => {
    const found: string[] = [];
    for await (const { upload } of storage.staging.list()) found.push(upload);
    return found;
  };

  it("keeps bytes under their SHA-256 and gives them back, whole or in part", async () => {
    const bytes = randomBytes(5000);
    const sha256 = hashOf(bytes);
    expect(await put(bytes)).toEqual({ ok: true, value: { sha256, size: 5000 } });
    expect(await storage.blobs.size(sha256)).toBe(5000);
    expect(await readAll(sha256)).toEqual(bytes);
    expect(await readAll(sha256, { start: 0, end: 9 })).toEqual(bytes.subarray(0, 10));
    expect(await readAll(sha256, { start: 4000, end: 4999 })).toEqual(bytes.subarray(4000));
    expect(await listed()).toContain(sha256);
  });

  it("takes the same bytes again without keeping them twice", async () => {
    const bytes = randomBytes(100);
    await put(bytes);
    await put(bytes);
    expect((await listed()).filter((sha256) => sha256 === hashOf(bytes))).toHaveLength(1);
    expect(await readAll(hashOf(bytes))).toEqual(bytes);
  });

  it("keeps nothing of what is too long or breaks off", async () => {
    const bytes = randomBytes(2000);
    const refused = await put(bytes, 1999);
    expect(!refused.ok && refused.error.code).toBe("upload_too_large");
    const broken = (async function* () {
      yield bytes;
      await Promise.resolve();
      throw new Error("line lost");
    })();
    await expect(storage.blobs.put(broken, MEGABYTE)).rejects.toThrow("line lost");
    expect(await storage.blobs.size(hashOf(bytes))).toBeNull();
    expect(leftIn(join(folder, "incoming"))).toEqual([]);
    expect(leftIn(join(folder, "spool"))).toEqual([]);
  });

  it("says that a file is not there, and deletes one that is", async () => {
    const bytes = randomBytes(50);
    const sha256 = hashOf(bytes);
    expect(await storage.blobs.size(sha256)).toBeNull();
    expect(await storage.blobs.read(sha256)).toBeNull();
    await put(bytes);
    await storage.blobs.delete(sha256);
    await storage.blobs.delete(sha256);
    expect(await storage.blobs.read(sha256)).toBeNull();
    expect(await listed()).not.toContain(sha256);
  });

  it.each(["..", "../../etc/passwd", "A".repeat(64), `${"a".repeat(63)}/`, ""])(
    "never makes a path or a key of %j",
    async (name) => {
      await expect(attempt(() => storage.blobs.size(name))).rejects.toThrow("not a SHA-256");
      await expect(attempt(() => storage.blobs.read(name))).rejects.toThrow("not a SHA-256");
      await expect(attempt(() => storage.blobs.delete(name))).rejects.toThrow("not a SHA-256");
      await expect(attempt(() => storage.staging.discard(name))).rejects.toThrow("upload's id");
    },
  );

  it("makes a blob of an upload that came in parts", async () => {
    const bytes = randomBytes(6 * MEGABYTE);
    const { datastore } = storage.staging;
    const id = uploadId();
    await datastore.create(new Upload({ id, size: bytes.length, offset: 0 }));
    expect(await staged()).toContain(id);
    const middle = 5 * MEGABYTE + 1234;
    expect(await datastore.write(Readable.from([bytes.subarray(0, middle)]), id, 0)).toBe(middle);
    expect((await datastore.getUpload(id)).offset).toBe(middle);
    const end = await datastore.write(Readable.from([bytes.subarray(middle)]), id, middle);
    expect(end).toBe(bytes.length);

    expect(await storage.staging.digest(id)).toEqual({
      sha256: hashOf(bytes),
      size: bytes.length,
    });
    await storage.staging.keep(id, hashOf(bytes));
    expect((await readAll(hashOf(bytes)))?.equals(bytes)).toBe(true);
    expect(await staged()).not.toContain(id);
  });

  it("leaves nothing of an upload that is discarded, begun, cut or finished", async () => {
    const { datastore } = storage.staging;
    for (const written of [0, 1000, 3000]) {
      const id = uploadId();
      await datastore.create(new Upload({ id, size: 3000, offset: 0 }));
      if (written > 0) await datastore.write(Readable.from([randomBytes(written)]), id, 0);
      await storage.staging.discard(id);
      await storage.staging.discard(id);
      expect(await staged()).not.toContain(id);
      await expect(datastore.getUpload(id)).rejects.toMatchObject({ status_code: 404 });
    }
  });
});

const leftIn = (folder: string): string[] => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};
/** What is thrown at once counts as a rejection. */
const attempt = async (act: () => Promise<unknown>): Promise<unknown> => act();
