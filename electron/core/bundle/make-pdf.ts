import { readFile } from "node:fs/promises";
import { PDF_LIMITS } from "#shared/bundle/limits.ts";
import { plainDay } from "#shared/time/format.ts";
import { printDisposition } from "../documents/disposition-paper.ts";
import { pictureKind } from "../documents/picture.ts";
import {
  createDocumentPrinter,
  type DocumentPrinter,
  type PrintedDocument,
} from "../documents/printer.ts";
import type { Report } from "../tasks/progress.ts";
import { joinPdfs, openPdf } from "./join.ts";
import { type Bookmark, outlineUpdate } from "./outline.ts";
import { ownPapers, type Within } from "./own-papers.ts";
import type { ContentsLine, OtherFile } from "./pages.ts";
import type { BundleSource, SourceFile, SourceLetter } from "./source.ts";

/** Pages that are set with the numbers of the whole; those from elsewhere have their own. */
type Pages = { pages: number; set: (within: Within) => Promise<Uint8Array> };
/** A paper of the bundle, or, without pages, the heading of those that follow. */
type Part = Pages & { level: 0 | 1; text: string };
type Taken = { kind: "pages"; pages: Pages } | { kind: "other"; file: OtherFile };

/** `parts` follow each other in the file; together they may be too large to be copied. */
export type MadePdf = {
  parts: Uint8Array[];
  pages: number;
  left: { name: string; reason: string }[];
};

/**
 * A request's whole file as one PDF. Pages from elsewhere are taken over as they are; what cannot be
 * read has a page that says so.
 */
export async function makePdf(source: BundleSource, report: Report): Promise<MadePdf> {
  const printer = createDocumentPrinter({ fonts: source.fonts });
  try {
    return await assemble(source, printer, report);
  } finally {
    await printer.close();
  }
}

async function assemble(
  source: BundleSource,
  printer: DocumentPrinter,
  report: Report,
): Promise<MadePdf> {
  const work = source.letters.length + source.dispositions.length + source.files.length;
  const total = work * 2 + 6;
  let done = 0;
  const next = (stage: string): void => {
    done = Math.min(done + 1, total - 1);
    report({ done, total, stage });
  };

  const own = ownPapers(source, printer);
  const parts: Part[] = [];
  const others: OtherFile[] = [];
  const left: MadePdf["left"] = [];

  const asked = source.request.items.length > 0;
  next("papers");
  parts.push(await ownPart(own.summary, asked ? "Ringkasan dan data yang diminta" : "Ringkasan"));
  parts.push(await ownPart(own.sheet, "Lembar SOP dengan perjalanannya"));
  for (const [at, { from, to, model }] of source.dispositions.entries()) {
    next("papers");
    const { pdf, pages } = await printDisposition(printer, model, source.paper, "half");
    if (at === 0) parts.push(heading("Disposisi"));
    parts.push({ level: 1, text: `${from} kepada ${to.join(", ")}`, pages, set: async () => pdf });
  }
  for (const [at, letter] of source.letters.entries()) {
    next("papers");
    if (at === 0) parts.push(heading("Surat"));
    parts.push(await letterPart(letter));
  }
  let headed = false;
  for (const file of source.files) {
    next(`file:${file.name}`);
    const part = await filePart(file);
    if (part === null) continue;
    if (!headed) parts.push(heading("Lampiran"));
    headed = true;
    parts.push(part);
  }
  if (others.length > 0) {
    parts.push(await ownPart((within) => own.others(others, within), "Berkas lain"));
  }

  // The contents' own length depends on how many lines they have, not on the numbers in them.
  const draft = parts.map(({ level, text }): ContentsLine => ({ level, text, page: 1 }));
  const front = (await own.front(draft, { before: 0, total: 1 })).pages;
  const starts = startsOf(parts, front);
  const pages = front + parts.reduce((sum, part) => sum + part.pages, 0);
  const contents = parts.map(({ level, text }, at): ContentsLine => {
    return { level, text, page: starts[at] ?? 1 };
  });

  const bytes: Uint8Array[] = [(await own.front(contents, { before: 0, total: pages })).pdf];
  for (const [at, part] of parts.entries()) {
    if (part.pages === 0) continue;
    next("papers");
    const before = (starts[at] ?? 1) - 1;
    bytes.push(await part.set({ before, total: pages }));
  }
  next("join");
  const { office, request } = source;
  const bookmarks: Bookmark[] = [
    { level: 0, text: "Sampul", page: 1 },
    { level: 0, text: "Daftar isi", page: 2 },
    ...contents,
  ];
  const joined = await joinPdfs(bytes, pages);
  const update = outlineUpdate(joined, bookmarks, {
    title: `Berkas ${request.number} – ${request.subject}`,
    author: office.name,
    made: source.made,
  });
  report({ done: total, total, stage: "join" });
  return { parts: [joined, update], pages, left };

  /** A part that is set twice: once to count its pages, then with the numbers of the whole. */
  async function ownPart(
    print: (within: Within) => Promise<PrintedDocument>,
    text: string,
  ): Promise<Part> {
    const { pages: count } = await print({ before: 0, total: 1 });
    return { level: 0, text, pages: count, set: async (within) => (await print(within)).pdf };
  }

  async function letterPart(letter: SourceLetter): Promise<Part> {
    const { signed, model } = letter;
    const text = letterLine(letter);
    if (signed !== null) {
      const taken = await pagesOf(signed);
      if (taken.kind !== "other")
        return { level: 1, text: `${text}, bertanda tangan`, ...taken.pages };
      others.push(taken.file);
      left.push(taken.file);
    }
    const { pdf: printed, pages: count } = await printer.render(model, source.paper);
    return { level: 1, text, pages: count, set: async () => printed };
  }

  async function filePart(file: SourceFile): Promise<Part | null> {
    const taken = await pagesOf(file);
    if (taken.kind === "pages") return { level: 1, text: file.name, ...taken.pages };
    if (taken.file.reason === "") {
      others.push(taken.file);
      return null;
    }
    left.push(taken.file);
    return {
      level: 1,
      text: `${file.name} (tidak dapat ditampilkan)`,
      pages: 1,
      set: async (within) => (await own.missing(taken.file, within)).pdf,
    };
  }

  async function pagesOf(file: SourceFile): Promise<Taken> {
    const { name, size, sha256, path } = file;
    const other = (reason: string): Taken => ({
      kind: "other",
      file: { name, size, sha256, reason },
    });
    const bytes = await readFile(path).catch(() => null);
    if (bytes === null || bytes.length !== size) {
      return other("Berkas ini tidak ditemukan atau rusak di arsip");
    }
    const kind = pictureKind(bytes);
    if (kind !== null) {
      const set = async (within: Within): Promise<Uint8Array> =>
        (await own.picture(name, await dataUrl(path, kind), within)).pdf;
      return { kind: "pages", pages: { pages: 1, set } };
    }
    if (!/\.pdf$/iu.test(name) && !bytes.subarray(0, 1024).includes("%PDF-")) {
      const isPicture = /\.(?:png|jpe?g)$/iu.test(name);
      return other(isPicture ? "Gambar ini rusak atau terlalu besar untuk satu halaman" : "");
    }
    const opened = await openPdf(bytes);
    switch (opened.kind) {
      case "locked":
        return other("PDF ini terkunci kata sandi, jadi halamannya tidak dapat disalin");
      case "broken":
        return other("PDF ini rusak, jadi halamannya tidak dapat disalin");
      case "ok":
        if (opened.pages > PDF_LIMITS.pages) {
          return other(`PDF ini ${opened.pages} halaman, lebih dari batas ${PDF_LIMITS.pages}`);
        }
        if (!(await isJoinable(bytes, opened.pages))) {
          return other("PDF ini rusak, jadi halamannya tidak dapat disalin");
        }
        return { kind: "pages", pages: { pages: opened.pages, set: () => readFile(path) } };
      default:
        return opened satisfies never;
    }
  }
}

/** A heading of the contents, which stands where its first paper begins. */
const heading = (text: string): Part => ({
  level: 0,
  text,
  pages: 0,
  set: async () => new Uint8Array(),
});

/** The page on which each part begins, after `front` pages. */
function startsOf(parts: readonly Part[], front: number): number[] {
  let page = front + 1;
  return parts.map((part) => {
    const at = page;
    page += part.pages;
    return at;
  });
}

const letterLine = ({ name, number, date, voided }: SourceLetter): string => {
  const parts = [
    name,
    number === "" ? "" : `nomor ${number}`,
    date === "" ? "" : plainDay(date),
    voided ? "dibatalkan" : "",
  ];
  return parts.filter((part) => part !== "").join(", ");
};

const dataUrl = async (path: string, kind: "png" | "jpeg"): Promise<string> =>
  `data:image/${kind};base64,${(await readFile(path)).toString("base64")}`;

/** Some broken files open, and fail only when their pages are taken over. */
async function isJoinable(bytes: Uint8Array, pages: number): Promise<boolean> {
  try {
    await joinPdfs([bytes], pages);
    return true;
  } catch (error) {
    if (error instanceof Error) return false;
    throw error;
  }
}
