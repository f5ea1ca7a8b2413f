import { fail, ok, type Result } from "#shared/errors.ts";
import { MAX_FILE_BYTES } from "#shared/sync/files.ts";
import type { FileStore, Incoming, Stored } from "./store.ts";

/** Unfinished uploads kept at once; beyond it the oldest is forgotten. */
const MAX_UPLOADS = 32;

type Upload = { name: string; size: number; incoming: Incoming; busy: boolean };
export type Uploaded = Stored & { name: string };

export type Uploads = ReturnType<typeof createUploads>;

/** Files that arrive in parts from the window, until they are attached or forgotten. */
export function createUploads(store: FileStore, newId: () => string) {
  const uploads = new Map<string, Upload>();

  async function begin(name: string, size: number): Promise<Result<{ upload: string }>> {
    const named = checkFile(name, size);
    if (!named.ok) return named;
    if (uploads.size >= MAX_UPLOADS) {
      const oldest = uploads.keys().next().value;
      if (oldest !== undefined) await abort(oldest);
    }
    const upload = newId();
    uploads.set(upload, { name, size, incoming: await store.receive(), busy: false });
    return ok({ upload });
  }

  async function append(
    id: string,
    offset: number,
    bytes: Uint8Array,
  ): Promise<Result<{ received: number }>> {
    const upload = uploads.get(id);
    if (upload === undefined) return fail("upload_unknown");
    const { incoming } = upload;
    if (upload.busy || offset !== incoming.size) return fail("upload_out_of_order");
    if (offset + bytes.byteLength > upload.size) {
      return fail("file_too_large", { name: upload.name });
    }
    upload.busy = true;
    try {
      await incoming.append(bytes);
    } finally {
      upload.busy = false;
    }
    return ok({ received: incoming.size });
  }

  /** Takes a whole upload out of the list and into the store. */
  async function take(id: string): Promise<Result<Uploaded>> {
    const upload = uploads.get(id);
    if (upload === undefined) return fail("upload_unknown");
    if (upload.busy || upload.incoming.size !== upload.size) return fail("upload_out_of_order");
    uploads.delete(id);
    return ok({ name: upload.name, ...(await upload.incoming.finish()) });
  }

  /** A whole upload on disk, to be read there; it stays until it is released. */
  function hold(id: string): Result<{ path: string; release: () => Promise<void> }> {
    const upload = uploads.get(id);
    if (upload === undefined) return fail("upload_unknown");
    if (upload.busy || upload.incoming.size !== upload.size) return fail("upload_out_of_order");
    upload.busy = true;
    return ok({ path: upload.incoming.path, release: () => abort(id) });
  }

  /** A whole upload of at most `most` bytes into memory; it is forgotten either way. */
  async function read(
    id: string,
    most: number,
  ): Promise<Result<{ name: string; bytes: Uint8Array }>> {
    const upload = uploads.get(id);
    if (upload === undefined) return fail("upload_unknown");
    const { name, size, incoming } = upload;
    if (upload.busy || incoming.size !== size) return fail("upload_out_of_order");
    try {
      if (size > most) return fail("sop_file_too_large", { name });
      return ok({ name, bytes: await incoming.read() });
    } finally {
      await abort(id);
    }
  }

  async function abort(id: string): Promise<void> {
    const upload = uploads.get(id);
    uploads.delete(id);
    await upload?.incoming.abort();
  }

  async function close(): Promise<void> {
    await Promise.all([...uploads.keys()].map(abort));
  }

  return { begin, append, take, hold, read, abort, close };
}

/** Refuses a name that no file system takes, an empty file and one over the limit. */
export function checkFile(name: string, size: number): Result<null> {
  const printable = !/[\u0000-\u001F\u007F/\\]/.test(name) && name.isWellFormed();
  const sensible = name.trim() !== "" && name.length <= 255 && name !== "." && name !== "..";
  if (!printable || !sensible) return fail("file_name_invalid", {}, "name");
  if (size === 0) return fail("file_empty", { name }, "size");
  if (size > MAX_FILE_BYTES) return fail("file_too_large", { name }, "size");
  return ok(null);
}
