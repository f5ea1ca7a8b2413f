import { type Result, fail, ok } from "#shared/errors.ts";
import type { Client } from "./client.ts";

/** Bytes a part; below the contract's 1 MiB, so that progress moves on a slow disk. */
export const PART = 512 * 1024;

export type UploadOptions = {
  /** Told after each part: bytes received so far and in all. */
  onProgress?: (received: number, size: number) => void;
  signal?: AbortSignal;
};

export type Uploaded = { upload: string; name: string; size: number };
export type Upload = (file: File, options?: UploadOptions) => Promise<Result<Uploaded>>;

/**
 * Sends a file to the core in order, one part under way while the next is read. A file that
 * vanishes or changes while it is read fails with `file_missing`, and nothing of it is kept.
 */
export function createUpload(client: Client, readPart = readAsBase64): Upload {
  return async function upload(file, { onProgress, signal } = {}) {
    const { name, size } = file;
    const begun = await client.call("upload.begin", { name, size });
    if (!begun.ok) return begun;
    const id = begun.value.upload;
    const giveUp = async <T>(refusal: T): Promise<T> => {
      await client.call("upload.abort", { upload: id });
      return refusal;
    };

    let read = readPart(file, 0);
    for (let offset = 0; offset < size; offset += PART) {
      const bytes = await read;
      if (signal?.aborted) return giveUp(fail("upload_aborted", { name }));
      if (bytes === null) return giveUp(fail("file_missing", { name }));
      if (offset + PART < size) read = readPart(file, offset + PART);
      const appended = await client.call("upload.append", { upload: id, offset, bytes });
      if (!appended.ok) return giveUp(appended);
      onProgress?.(appended.value.received, size);
    }
    if (signal?.aborted) return giveUp(fail("upload_aborted", { name }));
    return ok({ upload: id, name, size });
  };
}

/** One part as base64, or null when the file can no longer be read or is no longer what it was. */
export function readAsBase64(file: File, offset: number): Promise<string | null> {
  const part = file.slice(offset, offset + PART);
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onerror = () => resolve(null);
    reader.onload = () => {
      const url = typeof reader.result === "string" ? reader.result : "";
      const whole = Math.min(PART, file.size - offset) === part.size;
      resolve(whole ? url.slice(url.indexOf(",") + 1) : null);
    };
    reader.readAsDataURL(part);
  });
}
