import { fail, ok, type Result } from "#shared/errors.ts";
import type { Grid } from "./grid.ts";
import { showsDate } from "./serial.ts";
import { readSheet, type Shared, unescapeExcel } from "./sheet-xml.ts";
import { attribute, scanXml } from "../xml.ts";
import { unzip } from "./zip.ts";

/** Sheets beyond these are not read. */
const MOST_SHEETS = 40;
const PARTS =
  /^xl\/(workbook|sharedStrings|styles|_rels\/workbook|worksheets\/[^/]+)\.xml(\.rels)?$/i;

/**
 * The sheets of an .xlsx in their order. Reads the parts itself instead of through exceljs, which
 * spreads every merged area and every drop-down's area over its cells and so hangs on A1:XFD1048576.
 */
export function readGrids(bytes: Uint8Array): Result<Grid[]> {
  const parts = unzip(bytes, (name) => PARTS.test(name));
  if (!parts.ok) return parts;
  const textOf = (path: string): string | null => {
    const lower = path.toLowerCase();
    for (const [name, part] of parts.value) if (name.toLowerCase() === lower) return decode(part);
    return null;
  };
  const book = bookOf(textOf("xl/workbook.xml"));
  const targets = targetsOf(textOf("xl/_rels/workbook.xml.rels"));
  const strings = stringsOf(textOf("xl/sharedStrings.xml"));
  const isDate = datesOf(textOf("xl/styles.xml"));
  if (book === null || targets === null || strings === null || isDate === null) {
    return fail("workbook_unreadable");
  }
  const shared: Shared = { strings, isDate, is1904: book.is1904 };
  const grids: Grid[] = [];
  const read = new Set<string>();
  for (const { name, id } of book.sheets.slice(0, MOST_SHEETS)) {
    // Charts and dialogues are sheets too, but no worksheets.
    const target = targets.get(id) ?? "";
    const xml = read.has(target) ? null : textOf(target);
    if (xml === null) continue;
    // A made-up book may name one big sheet many times.
    read.add(target);
    const grid = readSheet(xml, name, shared);
    if (grid === null) return fail("workbook_unreadable");
    if (grid === "large") return fail("workbook_too_large");
    grids.push(grid);
  }
  return ok(grids);
}

function decode(part: Uint8Array): string {
  const [first, second] = part;
  const is16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return new TextDecoder(is16 ? (first === 0xff ? "utf-16le" : "utf-16be") : "utf-8").decode(part);
}

type Book = { sheets: { name: string; id: string }[]; is1904: boolean };

function bookOf(xml: string | null): Book | null {
  if (xml === null) return null;
  const book: Book = { sheets: [], is1904: false };
  const whole = scanXml(xml, {
    open(tag, held) {
      if (tag === "sheet") {
        const name = attribute(held, "name");
        const id = attribute(held, "id");
        if (name !== null && id !== null) book.sheets.push({ name: name.slice(0, 60), id });
      } else if (tag === "workbookPr") {
        book.is1904 = ["1", "true"].includes(attribute(held, "date1904") ?? "");
      }
    },
  });
  return whole ? book : null;
}

function targetsOf(xml: string | null): Map<string, string> | null {
  if (xml === null) return null;
  const targets = new Map<string, string>();
  const whole = scanXml(xml, {
    open(tag, held) {
      if (tag !== "Relationship") return;
      const target = attribute(held, "Target") ?? "";
      const path = target.startsWith("/") ? target.slice(1) : `xl/${target.replace(/^\.\//, "")}`;
      targets.set(attribute(held, "Id") ?? "", path);
    },
  });
  return whole ? targets : null;
}

/** The table of texts; a text in several styles is read as one. */
function stringsOf(xml: string | null): string[] | null {
  const strings: string[] = [];
  if (xml === null) return strings;
  let text = "";
  let collects = false;
  let phonetic = 0;
  const whole = scanXml(xml, {
    open(tag) {
      if (tag === "si") text = "";
      else if (tag === "rPh") phonetic += 1;
      else if (tag === "t") collects = phonetic === 0;
    },
    text(value) {
      if (collects) text += value;
    },
    close(tag) {
      if (tag === "t") collects = false;
      else if (tag === "rPh") phonetic -= 1;
      else if (tag === "si") strings.push(unescapeExcel(text));
    },
  });
  return whole ? strings : null;
}

/** Per cell format, whether it shows a date. */
function datesOf(xml: string | null): boolean[] | null {
  const dates: boolean[] = [];
  if (xml === null) return dates;
  const codes = new Map<number, string>();
  let inFormats = false;
  const whole = scanXml(xml, {
    open(tag, held) {
      if (tag === "cellXfs") inFormats = true;
      else if (tag === "numFmt") {
        codes.set(Number(attribute(held, "numFmtId")), attribute(held, "formatCode") ?? "");
      } else if (tag === "xf" && inFormats) {
        const id = Number(attribute(held, "numFmtId") ?? 0);
        dates.push(showsDate(id, codes.get(id)));
      }
    },
    close(tag) {
      if (tag === "cellXfs") inFormats = false;
    },
  });
  return whole ? dates : null;
}
