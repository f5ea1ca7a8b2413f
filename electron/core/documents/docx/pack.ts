import { type Document, Packer } from "docx";
import { writable } from "./text.ts";

/** The file of a document. The same document gives the same bytes, whenever it is written. */

export type Properties = { title: string; author: string; date: string };

/** `date` is YYYY-MM-DD: the paper's own day stands in for the moment of writing. */
export async function packed(document: Document, properties: Properties): Promise<Uint8Array> {
  const data = coreProperties(properties);
  const bytes = await Packer.pack(document, "uint8array", false, [
    { path: "docProps/core.xml", data },
  ]);
  return timeless(bytes);
}

/** Docx writes the moment at which it runs. */
function coreProperties({ title, author, date }: Properties): string {
  const moment = (name: string) =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${date}T00:00:00Z</dcterms:${name}>`;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(author)}</dc:creator>`,
    `<cp:lastModifiedBy>${escaped(author)}</cp:lastModifiedBy><cp:revision>1</cp:revision>`,
    `${moment("created")}${moment("modified")}<dc:language>id-ID</dc:language>`,
    "</cp:coreProperties>",
  ].join("");
}

const escaped = (text: string): string =>
  writable(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50];
/** Midnight of 1 January 1980, where the days of a ZIP begin. */
const [TIME, DAY] = [0, 0x21];

/** Sets the time of every entry of a ZIP, which nothing else depends on. */
function timeless(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const stamp = (at: number): void => {
    view.setUint16(at, TIME, true);
    view.setUint16(at + 2, DAY, true);
  };
  // Docx ends a ZIP without a comment.
  const end = bytes.byteLength - 22;
  if (view.getUint32(end, true) !== END) throw new Error("a ZIP without its end");
  let at = view.getUint32(end + 16, true);
  while (view.getUint32(at, true) === CENTRAL) {
    const local = view.getUint32(at + 42, true);
    if (view.getUint32(local, true) !== LOCAL) throw new Error("a ZIP with a lost entry");
    stamp(at + 12);
    stamp(local + 10);
    const lengths = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    at = lengths.reduce((sum, one) => sum + one, at + 46);
  }
  return bytes;
}
