import yauzl from "yauzl";
import { holdsScript } from "./foreign.ts";

/** Bytes that the parts of one document may come to when opened; a bomb promises far more. */
const MOST_OPENED = 300 * 1024 * 1024;
const MOST_PARTS = 5000;
/** Programs and foreign objects within a document. */
const ACTIVE =
  /vbaProject|vbaData|activeX|\/embeddings\/.*\.(bin|exe|js|vbs)$|\.(exe|dll|js|vbs|bat|cmd|ps1|hta)$/i;
const MAIN = { docx: "word/document.xml", xlsx: "xl/workbook.xml" } as const;

/** Whether a DOCX or XLSX is a whole package of that kind, without programs in it. */
export async function officeFault(
  kind: keyof typeof MAIN,
  bytes: Buffer,
): Promise<"broken" | "active" | null> {
  const parts = await partsOf(bytes);
  if (parts === null) return "broken";
  const { names, opened, end } = parts;
  if (!names.includes("[Content_Types].xml") || !names.includes(MAIN[kind])) return "broken";
  // Nothing may stand before the first part or behind the end; there a second file would hide.
  if (bytes.readUInt32LE(0) !== 0x04034b50 || end !== bytes.length) return "active";
  if (opened > MOST_OPENED) return "active";
  if (names.some((name) => ACTIVE.test(name) || holdsScript(Buffer.from(name)))) return "active";
  return null;
}

type Parts = { names: string[]; opened: number; end: number };

/** What the directory of the package says; null where it cannot be read or holds too much. */
function partsOf(bytes: Buffer): Promise<Parts | null> {
  return new Promise((resolve) => {
    // Names that lead out of the package are refused by the reader itself.
    yauzl.fromBuffer(bytes, { lazyEntries: true, strictFileNames: true }, (error, zip) => {
      if (error !== null) {
        resolve(null);
        return;
      }
      if (zip.entryCount > MOST_PARTS) {
        resolve(null);
        return;
      }
      const names: string[] = [];
      let opened = 0;
      zip.on("entry", (entry: yauzl.Entry) => {
        names.push(entry.fileName);
        opened += entry.uncompressedSize;
        zip.readEntry();
      });
      zip.on("error", () => resolve(null));
      zip.on("end", () => resolve({ names, opened, end: endOf(bytes) }));
      zip.readEntry();
    });
  });
}

/** Where the package ends by its own word: its closing record and the comment that follows. */
function endOf(bytes: Buffer): number {
  const at = bytes.lastIndexOf(Buffer.from("PK\u0005\u0006", "latin1"));
  return at === -1 || at + 22 > bytes.length ? -1 : at + 22 + bytes.readUInt16LE(at + 20);
}
