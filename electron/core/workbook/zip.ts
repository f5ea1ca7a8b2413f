import { crc32, inflateRawSync } from "node:zlib";
import { fail, ok, type Result } from "#shared/errors.ts";

/**
 * The parts of an .xlsx, unpacked under limits that hold whatever the file says of itself: the
 * central directory is judged before anything is unpacked, and unpacking stops at the size that it
 * promised. That refuses zip bombs, overlapping entries and broken parts (checked by their CRC).
 */

export const MOST_PACKED = 10 * 1024 * 1024;
const MOST_UNPACKED = 60 * 1024 * 1024;
const MOST_ENTRIES = 2000;
/** Sheets shrink to a tenth or so; a bomb to a thousandth. */
const MOST_RATIO = 250;
const SMALL = 1024 * 1024;

type Entry = {
  name: string;
  method: number;
  crc: number;
  packed: number;
  unpacked: number;
  offset: number;
};

/** The parts whose name passes `wanted`; `workbook_too_large` or `workbook_unreadable` otherwise. */
export function unzip(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
): Result<Map<string, Uint8Array>> {
  if (bytes.byteLength > MOST_PACKED) return fail("workbook_too_large");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = directory(bytes, view);
  if (!entries.ok) return entries;
  const parts = new Map<string, Uint8Array>();
  for (const entry of entries.value.filter(({ name }) => wanted(name))) {
    const part = unpack(bytes, view, entry);
    if (part === null || parts.has(entry.name)) return fail("workbook_unreadable");
    parts.set(entry.name, part);
  }
  return ok(parts);
}

/** End of central directory: 22 bytes and a comment of at most 65,535. */
function endOf(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 65_535);
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  return -1;
}

function directory(bytes: Uint8Array, view: DataView): Result<Entry[]> {
  const end = endOf(view);
  if (end < 0) return fail("workbook_unreadable");
  const count = view.getUint16(end + 10, true);
  if (count > MOST_ENTRIES) return fail("workbook_too_large");
  let at = view.getUint32(end + 16, true);
  let packed = 0;
  let unpacked = 0;
  const entries: Entry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50)
      return fail("workbook_unreadable");
    const nameLength = view.getUint16(at + 28, true);
    const rest = view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    const isEncrypted = (view.getUint16(at + 8, true) & 1) === 1;
    if (isEncrypted || at + 46 + nameLength > end) return fail("workbook_unreadable");
    const entry: Entry = {
      name: partName(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    packed += entry.packed;
    unpacked += entry.unpacked;
    const isBomb = entry.unpacked > SMALL && entry.unpacked > entry.packed * MOST_RATIO;
    if (isBomb || unpacked > MOST_UNPACKED) return fail("workbook_too_large");
    // Entries that share their bytes add up to more than the file holds.
    if (packed > view.byteLength) return fail("workbook_too_large");
    entries.push(entry);
    at += 46 + nameLength + rest;
  }
  return ok(entries);
}

/** Some programs write a leading slash or Windows' own separator. */
const partName = (name: Uint8Array): string =>
  new TextDecoder().decode(name).replaceAll("\\", "/").replace(/^\/+/, "");

function unpack(bytes: Uint8Array, view: DataView, entry: Entry): Uint8Array | null {
  const { offset, packed, unpacked } = entry;
  if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== 0x04034b50) return null;
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packed > view.byteLength) return null;
  const part = inflate(bytes.subarray(start, start + packed), entry);
  return part?.byteLength === unpacked && crc32(part) === entry.crc ? part : null;
}

function inflate(data: Uint8Array, { method, unpacked }: Entry): Uint8Array | null {
  if (method === 0) return data;
  if (method !== 8) return null;
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, unpacked) });
  } catch (error) {
    // Broken, or more than it promised.
    if (error instanceof Error && "code" in error) return null;
    throw error;
  }
}
