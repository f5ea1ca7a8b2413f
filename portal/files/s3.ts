import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { rm } from "node:fs/promises";
import type { Readable } from "node:stream";
import { NoSuchKey, NotFound, S3, type S3ClientConfig } from "@aws-sdk/client-s3";
import { type MetadataValue, S3Store } from "@tus/s3-store";
import { ok } from "#shared/errors.ts";
import {
  type Blobs,
  checkHash,
  type FileStorage,
  isHash,
  isUploadId,
  type Staging,
} from "./blobs.ts";
import { createBoundedCache } from "./bounded-cache.ts";
import { spool } from "./spool.ts";

export type S3Settings = {
  endpoint: string;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** `https://host/bucket/key`, as most stores other than Amazon's want it. */
  pathStyle: boolean;
};

const PREFIX = "files/";
const INFO = ".info";
/** Uploads in progress whose beginnings are remembered between two requests. */
const REMEMBERED = 1000;

/** Files in a bucket; `spoolFolder` holds on disk what is on its way there. */
export function createS3Storage(settings: S3Settings, spoolFolder: string): FileStorage {
  const { bucket } = settings;
  const config = clientConfig(settings);
  const client = new S3(config);
  const keyOf = (sha256: string): string => `${PREFIX}${checkHash(sha256).slice(0, 2)}/${sha256}`;

  const blobs: Blobs = {
    async put(source, most) {
      const spooled = await spool(spoolFolder, source, most);
      if (!spooled.ok) return spooled;
      const { path, sha256, size } = spooled.value;
      try {
        await client.putObject({
          Bucket: bucket,
          Key: keyOf(sha256),
          Body: createReadStream(path),
          ContentLength: size,
        });
      } finally {
        await rm(path, { force: true });
      }
      return ok({ sha256, size });
    },
    async size(sha256) {
      const head = await client
        .headObject({ Bucket: bucket, Key: keyOf(sha256) })
        .catch(nullIfMissing);
      return head?.ContentLength ?? null;
    },
    async read(sha256, range) {
      const Range = range === undefined ? undefined : `bytes=${range.start}-${range.end}`;
      const got = await client
        .getObject({ Bucket: bucket, Key: keyOf(sha256), Range })
        .catch(nullIfMissing);
      return (got?.Body as Readable | undefined) ?? null;
    },
    async delete(sha256) {
      await client.deleteObject({ Bucket: bucket, Key: keyOf(sha256) });
    },
    async *list(shard) {
      const folder = `${PREFIX}${shard}/`;
      for await (const { key, size, changed } of objectsOf(client, bucket, folder)) {
        const sha256 = key.slice(folder.length);
        if (isHash(sha256)) yield { sha256, size, changed };
      }
    },
  };
  const staging = createS3Staging(client, bucket, config, keyOf);
  return { blobs, staging, close: () => client.destroy() };
}

function createS3Staging(
  client: S3,
  bucket: string,
  config: S3ClientConfig,
  keyOf: (sha256: string) => string,
): Staging {
  const cache = createBoundedCache<MetadataValue>(REMEMBERED);
  const datastore = new S3Store({
    s3ClientConfig: { ...config, bucket },
    cache,
    useTags: false,
  });
  /** The tus store keeps an upload, what it knows of it, and a last part too short to be one. */
  const discard = async (upload: string): Promise<void> => {
    if (!isUploadId(upload)) throw new Error("not an upload's id");
    await datastore.remove(upload).catch(ignoreMissingUpload);
    await cache.delete(upload);
    for (const Key of [upload, `${upload}${INFO}`, `${upload}.part`]) {
      await client.deleteObject({ Bucket: bucket, Key });
    }
  };
  return {
    datastore,
    async digest(upload) {
      const hash = createHash("sha256");
      let size = 0;
      const got = await client.getObject({ Bucket: bucket, Key: upload });
      for await (const part of got.Body as AsyncIterable<Uint8Array>) {
        hash.update(part);
        size += part.byteLength;
      }
      return { sha256: hash.digest("hex"), size };
    },
    async keep(upload, sha256) {
      await client.copyObject({
        Bucket: bucket,
        Key: keyOf(sha256),
        CopySource: `${bucket}/${upload}`,
      });
      await discard(upload);
    },
    discard,
    async *list() {
      for await (const { key, changed } of objectsOf(client, bucket, "upload-")) {
        if (key.endsWith(INFO)) yield { upload: key.slice(0, -INFO.length), changed };
      }
    },
  };
}

function clientConfig(settings: S3Settings): S3ClientConfig {
  return {
    endpoint: settings.endpoint,
    region: settings.region,
    forcePathStyle: settings.pathStyle,
    credentials: {
      accessKeyId: settings.accessKeyId,
      secretAccessKey: settings.secretAccessKey,
    },
    // Amazon's newer checksums in trailers are not understood by many other stores.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
  };
}

async function* objectsOf(client: S3, bucket: string, prefix: string) {
  let token: string | undefined;
  do {
    const page = await client.listObjectsV2({
      Bucket: bucket,
      Prefix: prefix,
      ContinuationToken: token,
    });
    for (const { Key, Size, LastModified } of page.Contents ?? []) {
      yield { key: Key ?? "", size: Size ?? 0, changed: LastModified?.getTime() ?? 0 };
    }
    token = page.IsTruncated === true ? page.NextContinuationToken : undefined;
  } while (token !== undefined);
}

function nullIfMissing(error: unknown): null {
  if (error instanceof NoSuchKey || error instanceof NotFound) return null;
  throw error;
}

/** The tus store throws plain objects with the status that they stand for. */
function ignoreMissingUpload(error: unknown): void {
  if (typeof error === "object" && error !== null && "status_code" in error) return;
  throw error;
}
