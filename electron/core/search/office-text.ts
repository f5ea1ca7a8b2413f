import { attribute, scanXml } from "../xml.ts";
import { unzip } from "../workbook/zip.ts";
import { type Extracted, MOST_TEXT, said } from "./extracted.ts";

/** Parts of .docx and .xlsx that hold words; the numbers in cells are not searched. */
const PARTS =
  /^(word\/(document|header\d*|footer\d*|footnotes|endnotes|comments)|xl\/(workbook|sharedStrings|worksheets\/[^/]+))\.xml$/i;

/** The words of a Word document or an Excel workbook, under the limits of workbook/zip.ts. */
export function officeText(bytes: Uint8Array): Extracted {
  const parts = unzip(bytes, (name) => PARTS.test(name));
  if (!parts.ok) {
    const state = parts.error.code === "workbook_too_large" ? "too-large" : "broken";
    return { state, text: "" };
  }
  if (parts.value.size === 0) return { state: "none", text: "" };
  let text = "";
  for (const [name, part] of [...parts.value].sort(([a], [b]) => rank(a) - rank(b))) {
    if (text.length >= MOST_TEXT) break;
    const found = wordsIn(new TextDecoder().decode(part), MOST_TEXT - text.length);
    if (found === null) return { state: "broken", text: "" };
    if (found !== "") text += `${found}\n`;
    if (name.toLowerCase() === "xl/sharedstrings.xml") text += "\n";
  }
  return said(text);
}

/** The document itself before what stands around it. */
const rank = (name: string): number => Number(!/document\.xml|workbook\.xml/i.test(name));

/** Texts of runs and cells, a line a paragraph or a cell; null when it is no XML. */
function wordsIn(xml: string, most: number): string | null {
  let text = "";
  let collects = false;
  const isWhole = scanXml(xml, {
    open(name, attributes) {
      if (text.length >= most) collects = false;
      else if (name === "t") collects = true;
      else if (name === "tab") text += " ";
      else if (name === "sheet") text += `${attribute(attributes, "name") ?? ""}\n`;
    },
    text(value) {
      if (collects) text += value;
    },
    close(name) {
      if (name === "t") collects = false;
      else if (BREAKS.has(name) && text !== "" && !text.endsWith("\n")) text += "\n";
    },
  });
  return isWhole ? text.trim() : null;
}

const BREAKS = new Set(["p", "si", "is", "br", "tr"]);
