import { createHash } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import { createRequire } from "node:module";
import { PDF_LIMITS } from "#shared/bundle/limits.ts";
import {
  BUNDLE_FORMAT,
  BUNDLE_VERSION,
  type BundledRequest,
  type EntryKind,
  type Manifest,
  MANIFEST,
  type ManifestEntry,
  REQUEST_FILE,
} from "#shared/bundle/manifest.ts";
import { safeName } from "#shared/bundle/names.ts";
import { createDocumentPrinter } from "../documents/printer.ts";
import type { Report } from "../tasks/progress.ts";
import { makePdf } from "./make-pdf.ts";
import { readme } from "./readme.ts";
import { type BundleSource, type SourceFile, unsound } from "./source.ts";
import { writeWhole } from "./write-whole.ts";
import type * as Yazl from "yazl";

// Yazl is CommonJS without names that an ES module could import.
const { ZipFile } = createRequire(import.meta.url)("yazl") as typeof Yazl;

export type ZipOrder = {
  source: BundleSource;
  bundled: BundledRequest;
  /** Version of Lajur. */
  app: string;
  path: string;
};

/** An entry of the ZIP: bytes that were made for it, or a file of the archive. */
type Entry = ManifestEntry & ({ bytes: Buffer } | { file: string });

/** Makes the ZIP of a bundle and writes it to `path`, whole or not at all. */
export async function run({ source, bundled, app, path }: ZipOrder, report: Report) {
  const { request, office } = source;
  const total = source.files.length * 2 + source.letters.length + 4;
  let done = 0;
  const next = (stage: string): void => {
    done = Math.min(done + 1, total - 1);
    report({ done, total, stage });
  };

  const missing: Manifest["missing"] = [];
  const gone = new Set<string>();
  for (const file of allFiles(source)) {
    next(`file:${file.name}`);
    const reason = await unsound(file);
    if (reason === null) continue;
    missing.push({ id: file.id, name: file.name, reason });
    gone.add(file.id);
  }
  const entries = await letterEntries(source, gone, next);
  const kept = source.files.filter(({ id }) => !gone.has(id));
  for (const [at, file] of kept.entries()) {
    entries.push(fileEntry(`lampiran/${numbered(at)} ${safeName(file.name)}`, "file", file));
  }
  next("papers");
  const isSmall = attachedBytes(source) <= PDF_LIMITS.attached;
  if (isSmall) {
    const { parts } = await makePdf(source, () => {});
    entries.push(bytesEntry("berkas.pdf", "bundle", Buffer.concat(parts)));
  }
  entries.push(bytesEntry(REQUEST_FILE, "request", Buffer.from(`${JSON.stringify(bundled)}\n`)));
  const text = readme(source, { missing, hasPdf: isSmall, app });
  entries.push(bytesEntry("BACA-SAYA.txt", "readme", Buffer.from(text)));
  entries.sort((a, b) => (a.path < b.path ? -1 : 1));

  const manifest: Manifest = {
    format: BUNDLE_FORMAT,
    version: BUNDLE_VERSION,
    app,
    made: source.made,
    office: { government: office.government, name: office.name, zone: office.zone },
    request: {
      id: request.id,
      number: request.number,
      subject: request.subject,
      received: request.received,
    },
    counts: { entries: entries.length, events: bundled.events.length, files: kept.length },
    missing,
    entries: entries.map(({ path: at, size, sha256, kind, id }) => ({
      path: at,
      size,
      sha256,
      kind,
      ...(id !== undefined && { id }),
    })),
  };
  next("write");
  const changed = new Date(request.changed);
  await writeWhole(path, (handle) => writeZip(handle, manifest, entries, changed));
  report({ done: total, total, stage: "write" });
  return {
    entries: entries.length + 1,
    left: missing.map(({ name, reason }) => ({ name, reason })),
  };
}

/** Bytes of what a PDF of everything would take in from outside. */
export const attachedBytes = (source: BundleSource): number =>
  allFiles(source)
    .filter(({ name }) => /\.(?:pdf|png|jpe?g)$/iu.test(name))
    .reduce((sum, { size }) => sum + size, 0);

const allFiles = ({ files, letters }: BundleSource): SourceFile[] => [
  ...files,
  ...letters.flatMap(({ signed }) => signed ?? []),
];

async function letterEntries(
  { letters, paper, fonts }: BundleSource,
  gone: ReadonlySet<string>,
  next: (stage: string) => void,
): Promise<Entry[]> {
  const printer = createDocumentPrinter({ fonts });
  const entries: Entry[] = [];
  try {
    for (const [at, letter] of letters.entries()) {
      next("papers");
      const { id, name, number, model, signed } = letter;
      const stem = `surat/${numbered(at)} ${safeName(`${name} ${number}`.trim())}`;
      const { pdf } = await printer.render(model, paper);
      entries.push({ ...bytesEntry(`${stem}.pdf`, "letter", Buffer.from(pdf)), id });
      if (signed === null || gone.has(signed.id)) continue;
      const ending = /\.[a-z0-9]{1,5}$/iu.exec(safeName(signed.name))?.[0] ?? "";
      entries.push(fileEntry(`${stem} (bertanda tangan)${ending}`, "file", signed));
    }
  } finally {
    await printer.close();
  }
  return entries;
}

const numbered = (at: number): string => `${String(at + 1).padStart(2, "0")} -`;

const bytesEntry = (path: string, kind: EntryKind, bytes: Buffer) => ({
  path,
  kind,
  bytes,
  size: bytes.length,
  sha256: createHash("sha256").update(bytes).digest("hex"),
});

const fileEntry = (path: string, kind: EntryKind, file: SourceFile): Entry => ({
  path,
  kind,
  file: file.path,
  size: file.size,
  sha256: file.sha256,
  id: file.id,
});

/** What is packed already gets no smaller. */
const PACKED = /\.(?:pdf|png|jpe?g|zip|xlsx|docx|pptx|gz|7z|rar|mp4)$/iu;

async function writeZip(
  handle: FileHandle,
  manifest: Manifest,
  entries: readonly Entry[],
  mtime: Date,
): Promise<void> {
  const zip = new ZipFile();
  const failed = new Promise<never>((_, reject) => {
    zip.on("error", reject);
  });
  const mode = 0o100644;
  for (const entry of entries) {
    const options = { mtime, mode, compress: !PACKED.test(entry.path) };
    if ("bytes" in entry) zip.addBuffer(entry.bytes, entry.path, options);
    else zip.addFile(entry.file, entry.path, options);
  }
  zip.addBuffer(Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`), MANIFEST, { mtime, mode });
  zip.end();
  await Promise.race([handle.writeFile(zip.outputStream as AsyncIterable<Buffer>), failed]);
}
