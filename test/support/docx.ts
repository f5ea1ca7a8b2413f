import { unzip } from "#core/workbook/zip.ts";
import { attribute, scanXml } from "#core/xml.ts";

/** A .docx as its parts, its paragraphs and its tables. */

export type DocxParagraph = {
  text: string;
  keepNext: boolean;
  pageBreak: boolean;
  style: string | null;
  /** Id of its list; null for none. */
  list: string | null;
};
export type DocxRow = { heading: boolean; whole: boolean; keepNext: boolean };

/** Throws for a file that is no ZIP or a part that is no XML. */
export function readDocx(bytes: Uint8Array) {
  const unzipped = unzip(bytes, () => true);
  if (!unzipped.ok) throw new Error(unzipped.error.code);
  const files = unzipped.value;
  const part = (name: string): string => new TextDecoder().decode(files.get(name));
  for (const name of files.keys()) {
    if (/\.(xml|rels)$/.test(name) && !scanXml(part(name), {})) throw new Error(name);
  }
  const document = part("word/document.xml");
  return {
    files,
    part,
    document,
    ...bodyOf(document),
    /** Values of an element's attributes wherever it stands in the document. */
    all: (element: string, name: string): (string | null)[] => {
      const found: (string | null)[] = [];
      scanXml(document, {
        open: (at, attributes) => {
          if (at === element) found.push(attribute(attributes, name));
        },
      });
      return found;
    },
  };
}

/** All text of a part, with line breaks and tabs as they were typed. */
export const partText = (xml: string): string =>
  bodyOf(xml)
    .paragraphs.map(({ text }) => text)
    .join("\n");

function bodyOf(xml: string): { paragraphs: DocxParagraph[]; rows: DocxRow[] } {
  const paragraphs: DocxParagraph[] = [];
  const rows: DocxRow[] = [];
  const path: string[] = [];
  /** Nested tables close their rows first. */
  const open: DocxRow[] = [];
  scanXml(xml, {
    open(name, attributes) {
      path.push(name);
      const paragraph = paragraphs.at(-1);
      const row = open.at(-1);
      if (name === "p") {
        paragraphs.push({ text: "", keepNext: false, pageBreak: false, style: null, list: null });
      } else if (name === "tr") {
        const begun = { heading: false, whole: false, keepNext: false };
        rows.push(begun);
        open.push(begun);
      } else if (name === "tblHeader" && row !== undefined) row.heading = true;
      else if (name === "cantSplit" && row !== undefined) row.whole = true;
      else if (paragraph === undefined) return;
      else if (name === "br") paragraph.text += "\n";
      else if (name === "tab" && path.at(-2) === "r") paragraph.text += "\t";
      else if (name === "keepNext") {
        paragraph.keepNext = true;
        if (row !== undefined) row.keepNext = true;
      } else if (name === "pageBreakBefore") paragraph.pageBreak = true;
      else if (name === "pStyle") paragraph.style = attribute(attributes, "val");
      else if (name === "numId") paragraph.list = attribute(attributes, "val");
    },
    close(name) {
      path.pop();
      if (name === "tr") open.pop();
    },
    text(value) {
      const paragraph = paragraphs.at(-1);
      if (paragraph !== undefined && path.at(-1) === "t") paragraph.text += value;
    },
  });
  return { paragraphs, rows };
}
