import { Metadata } from "@tus/server";
import { fail, ok, type Result } from "#shared/errors.ts";
import { MAX_FILE_BYTES } from "#shared/sync/files.ts";
import { isHash, type StoredFile } from "./blobs.ts";

/** What the headers of a new upload announce: its size in bytes and its hash. */
export function announcedFile(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Result<StoredFile> {
  const length = headers["upload-length"];
  const metadata = headers["upload-metadata"];
  if (typeof length !== "string" || !/^(0|[1-9]\d{0,15})$/u.test(length)) {
    return fail("upload_invalid");
  }
  if (Number(length) > MAX_FILE_BYTES) return fail("upload_too_large");
  const sha256 = typeof metadata === "string" ? hashOf(metadata) : null;
  return sha256 === null ? fail("upload_invalid") : ok({ sha256, size: Number(length) });
}

function hashOf(metadata: string): string | null {
  try {
    const sha256 = Metadata.parse(metadata)["sha256"];
    return typeof sha256 === "string" && isHash(sha256) ? sha256 : null;
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}
