import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { measureArial } from "#shared/sheet/arial.ts";
import { hyphenPoints } from "#shared/sheet/hyphenate.ts";
import { wrapList, wrapText } from "#shared/sheet/wrap.ts";

const font = { size: 12, bold: false };
const wrap = (text: string, width: number) => wrapText(text, width, font, measureArial);
const texts = (text: string, width: number) =>
  wrap(text, width).map((line) => line.text + (line.hyphen ? "-" : ""));

describe("wrapping", () => {
  it("breaks at spaces", () => {
    expect(texts("Cek daftar data yang diminta", 90)).toEqual(["Cek daftar data", "yang diminta"]);
  });

  it("breaks after a stroke between words", () => {
    expect(texts("Pengguna/OPD/Instansi", 90)).toEqual(["Pengguna/OPD/", "Instansi"]);
  });

  it("breaks a word that is wider than its line at a syllable", () => {
    expect(texts("Telekomunikasi", 50)).toEqual(["Teleko-", "munikasi"]);
  });

  it("breaks a word without syllables anywhere", () => {
    const lines = texts("XXXXXXXXXXXXXXXX", 40);
    expect(lines.join("")).toBe("XXXXXXXXXXXXXXXX");
    expect(lines.every((line) => measureArial(line, font) <= 40)).toBe(true);
  });

  it("keeps words joined by a no-break space on one line", () => {
    expect(texts("sejak 16\u00a0Nov\u00a009.12", 75)).toEqual(["sejak", "16\u00a0Nov\u00a009.12"]);
  });

  it("gives no line for no text", () => {
    expect(wrap("", 50)).toEqual([]);
    expect(wrap("   ", 50)).toEqual([]);
  });

  it("marks the items of a list and lets their further lines stand under the first word", () => {
    const lines = wrapList(["Identitas peminta data", "Daftar"], 80, font, measureArial);
    expect(lines.map((line) => line.text)).toEqual(["- Identitas", "peminta data", "- Daftar"]);
    expect(lines.map((line) => line.indent ?? 0)).toEqual([0, measureArial("- ", font), 0]);
    expect(wrapList(["Daftar"], 80, font, measureArial)).toEqual([
      { text: "Daftar", hyphen: false },
    ]);
  });

  it("loses no letter and exceeds no line, whatever the text", () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 80 }),
        fc.integer({ min: 16, max: 200 }),
        (text, width) => {
          const lines = wrap(text, width);
          const kept = lines.map((line) => line.text).join("");
          const bare = (part: string) => part.replaceAll(/[ \t\r\n]/g, "");
          expect(bare(kept)).toBe(bare(text));
          for (const line of lines) {
            const wide = measureArial(line.text + (line.hyphen ? "-" : ""), font);
            expect(wide <= width || line.text.length <= 2).toBe(true);
          }
        },
      ),
      { verbose: true },
    );
  });
});

describe("hyphens", () => {
  it("follow Indonesian syllables", () => {
    const parts = (word: string) => {
      const points = [0, ...hyphenPoints(word), word.length];
      return points
        .slice(1)
        .map((at, index) => word.slice(points[index], at))
        .join("-");
    };
    expect(parts("Telekomunikasi")).toBe("Te-le-ko-mu-ni-kasi");
    expect(parts("pelanggan")).toBe("pe-lang-gan");
    expect(parts("dengan")).toBe("de-ngan");
    expect(parts("OPD")).toBe("OPD");
  });
});

describe("the widths of Arial", () => {
  it("are those of the font", () => {
    expect(measureArial("Walidata", { size: 10, bold: false })).toBeCloseTo(38.9, 1);
    expect(measureArial("Walidata", { size: 10, bold: true })).toBeGreaterThan(39);
  });

  it("are safe for characters that the table does not know", () => {
    expect(measureArial("語", font)).toBe(12);
  });
});
