import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { buffer } from "node:stream/consumers";
import { deflateRawSync } from "node:zlib";
import { crc32 } from "node:zlib";
import { fromBufferPromise } from "yauzl";
import type * as Yazl from "yazl";

const { ZipFile } = createRequire(import.meta.url)("yazl") as typeof Yazl;

/** An entry of a ZIP built by hand; what is left out is as a decent writer has it. */
export type RawEntry = {
  name: string;
  bytes: Buffer;
  /** Sizes and flags that are a lie. */
  size?: number;
  flags?: number;
  attributes?: number;
  /** Share the bytes of the entry before. */
  overlapped?: boolean;
};

/** A ZIP byte by byte, so that it may say anything. `count` is what its end says of the entries. */
export function rawZip(entries: readonly RawEntry[], count = entries.length): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  let last = 0;
  /** The same bytes are packed once. */
  const known = new Map<Buffer, Buffer>();
  for (const { name, bytes, size, flags = 0x800, attributes = 0, overlapped } of entries) {
    const packed = known.get(bytes) ?? deflateRawSync(bytes, { level: 9 });
    known.set(bytes, packed);
    const file = Buffer.from(name, "utf8");
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(size ?? bytes.length, 18);
    common.writeUInt16LE(file.length, 22);
    if (overlapped !== true) {
      parts.push(Buffer.from("PK\u0003\u0004", "latin1"), common, file, packed);
      last = offset;
      offset += 30 + file.length + packed.length;
    }
    const head = Buffer.alloc(6);
    head.write("PK\u0001\u0002", "latin1");
    head.writeUInt16LE((3 << 8) | 20, 4);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(attributes, 6);
    rest.writeUInt32LE(last, 10);
    directory.push(head, common, rest, file);
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", "latin1");
  end.writeUInt16LE(Math.min(count, 0xffff), 8);
  end.writeUInt16LE(Math.min(count, 0xffff), 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, listing, end]);
}

/** The contents of a ZIP by their paths. */
export async function readZip(path: string): Promise<Map<string, Buffer>> {
  const zip = await fromBufferPromise(readFileSync(path));
  const contents = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    contents.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  }
  return contents;
}

/** A ZIP of these contents, written as a decent program does. */
export async function packZip(contents: ReadonlyMap<string, Buffer>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [path, bytes] of contents) zip.addBuffer(bytes, path);
  zip.end();
  return buffer(zip.outputStream);
}

export const sha256 = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

type Manifest = { entries: { path: string; sha256: string; size: number }[] } & Record<
  string,
  unknown
>;

/** The same contents with one file replaced, and the manifest made to fit it. */
export function forged(
  contents: ReadonlyMap<string, Buffer>,
  path: string,
  bytes: Buffer,
): Map<string, Buffer> {
  const next = new Map(contents).set(path, bytes);
  return withManifest(next, (manifest) => ({
    ...manifest,
    entries: manifest.entries.map((one) =>
      one.path === path ? { ...one, sha256: sha256(bytes), size: bytes.length } : one,
    ),
  }));
}

export function withManifest(
  contents: ReadonlyMap<string, Buffer>,
  change: (manifest: Manifest) => Record<string, unknown>,
): Map<string, Buffer> {
  const manifest = JSON.parse(contents.get("manifest.json")?.toString() ?? "{}") as Manifest;
  return new Map(contents).set("manifest.json", Buffer.from(JSON.stringify(change(manifest))));
}
