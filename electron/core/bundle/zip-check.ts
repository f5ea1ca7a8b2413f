import type { Entry } from "yauzl";
import { BUNDLE_LIMITS } from "#shared/bundle/limits.ts";
import { pathKey, unsafePath } from "#shared/bundle/names.ts";
import { fail, ok, type Result } from "#shared/errors.ts";
import { sizeWords } from "./words.ts";

/** What the ZIP's directory says of an entry. */
export type Listed = Pick<
  Entry,
  | "fileName"
  | "compressedSize"
  | "uncompressedSize"
  | "compressionMethod"
  | "externalFileAttributes"
  | "generalPurposeBitFlag"
  | "relativeOffsetOfLocalHeader"
>;

const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;
const LOCAL_HEADER = 30;
/** The kind of file in Unix's mode, in the upper half of the attributes. */
const KIND = 0o170000;
const REGULAR = 0o100000;
const FOLDER = 0o040000;

/**
 * Whether the directory of a ZIP is that of a decent bundle, before anything is unpacked. Folders
 * are left out of the answer.
 */
export function checkListing<E extends Listed>(entries: readonly E[]): Result<E[]> {
  const seen = new Set<string>();
  let unpacked = 0;
  for (const entry of entries) {
    const { fileName, uncompressedSize, compressedSize } = entry;
    const name = shown(fileName);
    if (fileName.length > BUNDLE_LIMITS.name || unsafePath(fileName) !== null) {
      return fail("bundle_unsafe_name", { name });
    }
    const key = pathKey(fileName);
    if (seen.has(key)) return fail("bundle_name_twice", { name });
    seen.add(key);
    if ((entry.generalPurposeBitFlag & ENCRYPTED) !== 0) return fail("bundle_encrypted");
    if (![STORED, DEFLATED].includes(entry.compressionMethod)) return fail("bundle_not_zip");
    const kind = (entry.externalFileAttributes >>> 16) & KIND;
    if (kind !== 0 && kind !== REGULAR && kind !== FOLDER) return fail("bundle_link", { name });
    unpacked += uncompressedSize;
    const swollen =
      uncompressedSize > BUNDLE_LIMITS.ratioFloor &&
      uncompressedSize > compressedSize * BUNDLE_LIMITS.ratio;
    if (swollen || uncompressedSize > BUNDLE_LIMITS.entry || unpacked > BUNDLE_LIMITS.unpacked) {
      return fail("bundle_too_large", { name, most: sizeWords(BUNDLE_LIMITS.unpacked) });
    }
  }
  if (overlaps(entries)) return fail("bundle_not_zip");
  return ok(entries.filter(({ fileName }) => !fileName.endsWith("/")));
}

/** Entries that share their bytes unpack to far more than the ZIP is large. */
function overlaps(entries: readonly Listed[]): boolean {
  const places = entries
    .map(({ relativeOffsetOfLocalHeader: from, compressedSize }) => ({
      from,
      to: from + LOCAL_HEADER + compressedSize,
    }))
    .sort((a, b) => a.from - b.from);
  return places.some(({ to }, at) => to > (places[at + 1]?.from ?? Number.POSITIVE_INFINITY));
}

/** A name from outside as a sentence may show it. */
export const shown = (name: string): string => {
  const plain = name.replace(/[\u0000-\u001F\u007F-\u009F\u2028-\u202E\u2066-\u2069]/gu, "�");
  return plain.length > 80 ? `${plain.slice(0, 79)}…` : plain;
};
