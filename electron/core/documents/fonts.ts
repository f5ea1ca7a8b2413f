import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

/**
 * The fonts of the papers. A document is set in one of the main faces, which have the measures of
 * Arial and of Times New Roman; the others step in for characters that it lacks. A font is read
 * only when a text asks for it.
 */
export type MainFace = "text" | "serif";
export const STAND_INS = ["symbols", "emoji"] as const;
export type Face = MainFace | (typeof STAND_INS)[number];

const FILES: Record<Face, { normal: string; bold: string }> = {
  text: { normal: "Arimo-Regular.ttf", bold: "Arimo-Bold.ttf" },
  serif: { normal: "LiberationSerif-Regular.ttf", bold: "LiberationSerif-Bold.ttf" },
  symbols: { normal: "DejaVuSans.ttf", bold: "DejaVuSans.ttf" },
  emoji: { normal: "NotoEmoji-Regular.ttf", bold: "NotoEmoji-Regular.ttf" },
};

/** What is used of a font that fontkit has parsed. */
type ParsedFont = {
  characterSet: number[];
  unitsPerEm: number;
  hasGlyphForCodePoint(codePoint: number): boolean;
  glyphForCodePoint(codePoint: number): unknown;
  layout(text: string): { advanceWidth: number };
};
type Fontkit = {
  create(bytes: Uint8Array): ParsedFont;
  registerFormat(format: {
    probe(bytes: Uint8Array): boolean;
    new (stream: { buffer: Uint8Array }): object;
  }): void;
};

// The very copy that pdfkit uses: a font format registered in another one would not be seen.
const throughPdfmake = createRequire(createRequire(import.meta.url).resolve("pdfmake"));
const fontkit = createRequire(throughPdfmake.resolve("pdfkit"))("fontkit") as Fontkit;

/**
 * Parsing a font costs more than setting a letter, and pdfmake parses anew for every document. So
 * pdfmake is handed a stand-in of a few bytes, and this format, registered with fontkit's own
 * `registerFormat`, answers it with the font that was parsed before.
 */
const parsedFonts = new WeakMap<Uint8Array, ParsedFont>();
class ParsedFormat {
  static probe(bytes: Uint8Array): boolean {
    return parsedFonts.has(bytes);
  }
  constructor(stream: { buffer: Uint8Array }) {
    const font = parsedFonts.get(stream.buffer);
    if (font !== undefined) return font;
  }
}
fontkit.registerFormat(ParsedFormat);

export type Fonts = ReturnType<typeof createFonts>;

/** Fonts of a folder; throws when one cannot be read, for they ship with the program. */
export function createFonts(folder: string) {
  const loaded = new Map<string, { standIn: Uint8Array; font: ParsedFont }>();

  function load(file: string): { standIn: Uint8Array; font: ParsedFont } {
    const known = loaded.get(file);
    if (known !== undefined) return known;
    const font = fontkit.create(readFileSync(join(folder, file)));
    nameGlyphs(font);
    const standIn = Buffer.from(`parsed ${file}`);
    parsedFonts.set(standIn, font);
    const entry = { standIn, font };
    loaded.set(file, entry);
    return entry;
  }

  return {
    /** Whether the face has a glyph for the code point. */
    covers: (face: Face, codePoint: number): boolean =>
      load(FILES[face].normal).font.hasGlyphForCodePoint(codePoint),
    /** Width of a line in one face, in points. */
    widthOf: (text: string, size: number, bold: boolean, face: Face = "text"): number => {
      const { font } = load(FILES[face][bold ? "bold" : "normal"]);
      return (font.layout(text).advanceWidth / font.unitsPerEm) * size;
    },
    /** What pdfmake's virtual file system must hold for the faces: stand-ins by file name. */
    standIns: (faces: Iterable<Face>): Map<string, Uint8Array> =>
      new Map(
        [...faces]
          .flatMap((face) => Object.values(FILES[face]))
          .map((file) => [file, load(file).standIn]),
      ),
    close: (): void => loaded.clear(),
  };
}

/** pdfmake's font dictionary: a face's styles by file name. */
export const FONT_FILES = Object.fromEntries(
  Object.entries(FILES).map(([face, files]) => [face, { ...files }]),
);

/** Arabic presentation forms and Latin ligatures: shapes that layout chooses for other characters. */
const isShape = (codePoint: number): boolean =>
  (codePoint >= 0xfb00 && codePoint <= 0xfb06) ||
  (codePoint >= 0xfb50 && codePoint <= 0xfdff) ||
  (codePoint >= 0xfe70 && codePoint <= 0xfeff);

/**
 * Fontkit keeps for each glyph the characters it first stood for, which is what copying text from
 * the PDF gives. Named once in order, a shared glyph (space and no-break space) has the same one
 * in every document.
 */
function nameGlyphs(font: ParsedFont): void {
  for (const codePoint of font.characterSet.toSorted((a, b) => a - b)) {
    if (!isShape(codePoint)) font.glyphForCodePoint(codePoint);
  }
}
