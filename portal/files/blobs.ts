import type { Readable } from "node:stream";
import type { DataStore } from "@tus/server";
import type { Result } from "#shared/errors.ts";

/**
 * The bytes of files, named by their SHA-256, on a disk or in an S3-compatible store. A file is
 * there whole or not at all. Who may read one is none of its business: see rights.ts.
 */
export type Blobs = {
  /** Keeps what `source` yields, at most `most` bytes; `upload_too_large` keeps nothing. */
  put(source: AsyncIterable<Uint8Array>, most: number): Promise<Result<StoredFile>>;
  /** Size in bytes; null when it is not there. */
  size(sha256: string): Promise<number | null>;
  /** Null when it is not there. */
  read(sha256: string, range?: ByteRange): Promise<Readable | null>;
  delete(sha256: string): Promise<void>;
  /** Those whose hash begins with these two digits, of SHARDS. */
  list(shard: string): AsyncIterable<ListedFile>;
};

export const SHARDS: readonly string[] = Array.from({ length: 256 }, (_, n) =>
  n.toString(16).padStart(2, "0"),
);

/** Size in bytes. */
export type StoredFile = { sha256: string; size: number };
/** Both ends are included. */
export type ByteRange = { start: number; end: number };
/** `changed` in milliseconds since 1970. */
export type ListedFile = StoredFile & { changed: number };

/** Uploads on their way in, by tus; the same place as the blobs, so that one becomes the other. */
export type Staging = {
  datastore: DataStore;
  /** Reads a finished upload from end to end. */
  digest(upload: string): Promise<StoredFile>;
  /** Makes a finished upload the blob of this hash, which it must have. */
  keep(upload: string, sha256: string): Promise<void>;
  /** Removes whatever there is of an upload; one that is not there is no error. */
  discard(upload: string): Promise<void>;
  list(): AsyncIterable<{ upload: string; changed: number }>;
};

export type FileStorage = { blobs: Blobs; staging: Staging; close(): void };

/** Throws on anything that is no SHA-256 in small hexadecimal digits: it would be a path. */
export function checkHash(sha256: string): string {
  if (!isHash(sha256)) throw new Error("not a SHA-256");
  return sha256;
}

export const isHash = (text: string): boolean => /^[0-9a-f]{64}$/u.test(text);

/** Ids of uploads are minted here, so that a made-up one never reaches a path or a key. */
export const isUploadId = (text: string): boolean => /^upload-[0-9a-f]{32}$/u.test(text);
