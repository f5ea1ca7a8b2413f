import { endsAsArchive, holdsScript } from "./foreign.ts";

/**
 * Names of what makes a PDF act by itself. They are found where they stand in the open, which is
 * where the usual builders leave them; what hides in compressed objects is left to the reader's
 * program and the PC's virus scanner, which is why nothing is ever served inline.
 */
const ACTIVE =
  /\/(JavaScript|JS|Launch|RichMedia|EmbeddedFiles?|ImportData|SubmitForm)(?![A-Za-z])/;
/** A browser takes a file for a page by its first bytes. */
const SNIFFED = 1024;
const HEX_ESCAPE = /#([0-9A-Fa-f]{2})/g;

export function pdfFault(bytes: Buffer): "broken" | "active" | null {
  if (!/^%PDF-[12]\.\d/.test(bytes.subarray(0, 9).toString("latin1"))) return "broken";
  if (!bytes.subarray(-2048).includes("%%EOF")) return "broken";
  if (holdsScript(bytes.subarray(0, SNIFFED)) || endsAsArchive(bytes)) return "active";
  const text = bytes.toString("latin1");
  // `/J#61vaScript` is `/JavaScript` to a reader.
  const plain = text.replace(HEX_ESCAPE, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
  return ACTIVE.test(outsideOfStreams(plain)) ? "active" : null;
}

/** Without the streams, whose compressed bytes may read as anything by accident. */
const outsideOfStreams = (text: string): string =>
  text.replace(/\bstream\r?\n[\s\S]*?endstream/g, " ");
