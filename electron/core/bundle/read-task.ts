import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { BUNDLE_LIMITS } from "#shared/bundle/limits.ts";
import {
  BUNDLE_VERSION,
  type BundledRequest,
  bundledRequestSchema,
  type Manifest,
  MANIFEST,
  type ManifestEntry,
  manifestHeadSchema,
  manifestSchema,
  REQUEST_FILE,
} from "#shared/bundle/manifest.ts";
import { fail, ok, type Result } from "#shared/errors.ts";
import type { Report } from "../tasks/progress.ts";
import { checkListing, shown } from "./zip-check.ts";

export type ReadOrder = {
  path: string;
  /** Folder of its own for what is unpacked; made when it is needed. */
  staging: string;
};

/** A file of the bundle, unpacked and held against its checksum. */
export type Staged = ManifestEntry & { staged: string };

export type ReadBundle = { manifest: Manifest; bundled: BundledRequest; files: Staged[] };

/**
 * Reads a bundle from outside: first the ZIP's directory, then the manifest, then every entry against
 * it, unpacked into `staging`. A refusal says what is wrong; the caller removes the folder.
 */
export async function run(order: ReadOrder, report: Report): Promise<Result<ReadBundle>> {
  let zip: ZipFile;
  try {
    // What this is, is judged by ourselves; the library would only say it in other words.
    zip = await openPromise(order.path, { autoClose: false, strictFileNames: true });
  } catch (error) {
    if (isReadError(error)) throw error;
    return fail("bundle_not_zip");
  }
  try {
    return await read(zip, order, report);
  } catch (error) {
    // Names that climb out, sizes that are a lie, damaged data: yauzl throws plain errors.
    if (!(error instanceof Error) || isReadError(error)) throw error;
    return /^(?:absolute path|invalid relative path|invalid characters in fileName)/u.test(
      error.message,
    )
      ? fail("bundle_unsafe_name", { name: shown(error.message.split(": ").at(-1) ?? "") })
      : fail("bundle_not_zip");
  } finally {
    zip.close();
  }
}

const isReadError = (error: unknown): boolean =>
  error instanceof Error && "syscall" in error && typeof error.syscall === "string";

async function read(
  zip: ZipFile,
  { staging }: ReadOrder,
  report: Report,
): Promise<Result<ReadBundle>> {
  if (zip.entryCount > BUNDLE_LIMITS.entries) {
    return fail("bundle_too_many", { count: zip.entryCount, most: BUNDLE_LIMITS.entries });
  }
  const all: Entry[] = [];
  for await (const entry of zip.eachEntry()) {
    all.push(entry);
    // The count at the end of the ZIP may be a lie.
    if (all.length > BUNDLE_LIMITS.entries) {
      return fail("bundle_too_many", { count: all.length, most: BUNDLE_LIMITS.entries });
    }
  }
  const listed = checkListing(all);
  if (!listed.ok) return listed;
  const entries = new Map(listed.value.map((entry) => [entry.fileName, entry]));
  const manifest = await readManifest(zip, entries.get(MANIFEST));
  if (!manifest.ok) return manifest;
  const matched = match(manifest.value, entries);
  if (!matched.ok) return matched;

  await mkdir(staging, { recursive: true });
  const total = manifest.value.entries.reduce((sum, { size }) => sum + size, 0) + 1;
  let done = 0;
  const files: Staged[] = [];
  let request: Buffer | null = null;
  for (const [at, { entry, listed: file }] of matched.value.entries()) {
    report({ done, total, stage: `file:${shown(file.path)}` });
    const before = done;
    const progress = (bytes: number): void => {
      report({ done: before + bytes, total, stage: `file:${shown(file.path)}` });
    };
    if (file.path === REQUEST_FILE) {
      request = await unpackBytes(zip, entry, BUNDLE_LIMITS.request);
      const sha256 = createHash("sha256")
        .update(request ?? "")
        .digest("hex");
      if (request === null || sha256 !== file.sha256) return changed(file);
    } else {
      const staged = join(staging, String(at));
      if ((await unpack(zip, entry, staged, progress)) !== file.sha256) return changed(file);
      files.push({ ...file, staged });
    }
    done += file.size;
  }
  if (request === null) return fail("bundle_not_lajur");
  const bundled = parsed(request, bundledRequestSchema);
  if (bundled === null || bundled.id !== manifest.value.request.id) return fail("bundle_broken");
  return ok({ manifest: manifest.value, bundled, files });
}

const changed = ({ path }: ManifestEntry): Result<never> =>
  fail("bundle_changed", { name: shown(path) });

async function readManifest(zip: ZipFile, entry: Entry | undefined): Promise<Result<Manifest>> {
  if (entry === undefined) return fail("bundle_not_lajur");
  const bytes = await unpackBytes(zip, entry, BUNDLE_LIMITS.manifest);
  const head = bytes === null ? null : parsed(bytes, manifestHeadSchema);
  if (bytes === null || head === null) return fail("bundle_not_lajur");
  if (head.version > BUNDLE_VERSION) return fail("bundle_newer");
  const manifest = parsed(bytes, manifestSchema);
  return manifest === null ? fail("bundle_broken") : ok(manifest);
}

/** Every entry of the ZIP is in the manifest with its size, and the other way round. */
function match(
  manifest: Manifest,
  entries: ReadonlyMap<string, Entry>,
): Result<{ entry: Entry; listed: ManifestEntry }[]> {
  const known = new Set([MANIFEST]);
  const found: { entry: Entry; listed: ManifestEntry }[] = [];
  for (const listed of manifest.entries) {
    const entry = entries.get(listed.path);
    if (entry === undefined) return fail("bundle_incomplete", { name: shown(listed.path) });
    if (entry.uncompressedSize !== listed.size || known.has(listed.path)) return changed(listed);
    known.add(listed.path);
    found.push({ entry, listed });
  }
  for (const path of entries.keys()) {
    if (!known.has(path)) return fail("bundle_extra", { name: shown(path) });
  }
  return ok(found);
}

/** Unpacks an entry to a file; answers the SHA-256 of what it held. */
async function unpack(
  zip: ZipFile,
  entry: Entry,
  path: string,
  progress: (bytes: number) => void,
): Promise<string> {
  const hash = createHash("sha256");
  let size = 0;
  const watch = new Transform({
    transform(part: Buffer, _, callback) {
      hash.update(part);
      size += part.length;
      progress(size);
      callback(null, part);
    },
  });
  await pipeline(
    await zip.openReadStreamPromise(entry),
    watch,
    createWriteStream(path, { mode: 0o600 }),
  );
  return hash.digest("hex");
}

/** An entry in memory; null when it is larger than `most` bytes. */
async function unpackBytes(zip: ZipFile, entry: Entry, most: number): Promise<Buffer | null> {
  if (entry.uncompressedSize > most) return null;
  const parts: Buffer[] = [];
  for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

function parsed<T>(
  bytes: Buffer,
  schema: { safeParse(value: unknown): { success: true; data: T } | { success: false } },
): T | null {
  try {
    const read = schema.safeParse(JSON.parse(bytes.toString("utf8")));
    return read.success ? read.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
