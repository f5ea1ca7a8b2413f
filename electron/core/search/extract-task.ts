import { readFile, stat } from "node:fs/promises";
import { inspectPdf } from "../signed-pdf/pdf-text.ts";
import { type Extracted, MOST_TEXT, said } from "./extracted.ts";
import { officeText } from "./office-text.ts";
import { plainText } from "./plain-text.ts";

/** Bytes; larger ones are scans and pictures. */
const MOST_BYTES = 64 * 1024 * 1024;
/** Milliseconds for one PDF, whatever stands in it. */
const PDF_LONGEST = 60_000;

/** Runs in a thread of its own, see tasks/tasks.ts. What a file is, it tells itself, not its name. */
export async function run({ path }: { path: string }): Promise<Extracted> {
  const found = await stat(path).catch(() => null);
  if (found === null) return { state: "missing", text: "" };
  if (found.size > MOST_BYTES) return { state: "too-large", text: "" };
  const bytes = await readFile(path);
  const extracted = await textOf(bytes);
  return { ...extracted, text: extracted.text.slice(0, MOST_TEXT).toWellFormed() };
}

async function textOf(bytes: Buffer): Promise<Extracted> {
  if (bytes.subarray(0, 1028).includes("%PDF-")) return pdfText(bytes);
  if (bytes.subarray(0, 4).equals(ZIP)) return officeText(bytes);
  const text = plainText(bytes);
  return text === null ? { state: "none", text: "" } : said(text);
}

const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04]);

async function pdfText(bytes: Buffer): Promise<Extracted> {
  const pdf = await inspectPdf(bytes, PDF_LONGEST);
  switch (pdf.kind) {
    case "ok":
      return said(pdf.text);
    case "locked":
      return { state: "locked", text: "" };
    case "broken":
    case "not-pdf":
      return { state: "broken", text: "" };
    default:
      return pdf satisfies never;
  }
}
