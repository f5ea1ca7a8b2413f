import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createMarker } from "#shared/search/marks.ts";
import { parseQuery } from "#shared/search/query.ts";

function markerOf(words: string) {
  const query = parseQuery(words);
  if (typeof query === "string") throw new Error(query);
  return createMarker(query);
}

/** The text with its marks in brackets. */
function shown({ text, marks }: { text: string; marks: [number, number][] }): string {
  let said = "";
  let at = 0;
  for (const [from, to] of marks) {
    said += `${text.slice(at, from)}[${text.slice(from, to)}]`;
    at = to;
  }
  return said + text.slice(at);
}

const mark = (words: string, text: string, names = false) =>
  shown(markerOf(words).mark(text, names));

describe("marks", () => {
  test("stand on every form of a word", () => {
    expect(mark("memohon", "Surat permohonan dari pemohon, dimohon segera")).toBe(
      "Surat [permohonan] dari [pemohon], [dimohon] segera",
    );
  });

  test("stand on words that begin with what was typed", () => {
    expect(mark("kec", "Per kecamatan dan Kecuali")).toBe("Per [kecamatan] dan [Kecuali]");
  });

  test("stand on quoted words only side by side, without other forms", () => {
    expect(mark('"luas panen"', "Luas panen; panen luas; luas  panenan")).toBe(
      "[Luas panen]; panen luas; luas  panenan",
    );
  });

  test("stand on a number by its parts and without its zeros", () => {
    expect(mark("2026/00", "Nomor 2026/0010")).toBe("Nomor [2026/0010]");
    expect(mark("10", "Nomor 2026/0010")).toBe("Nomor 2026/[0010]");
  });

  test("stand on parts of names where these count", () => {
    expect(mark("ningsih", "Widyaningsih")).toBe("Widyaningsih");
    expect(mark("ningsih", "Widyaningsih", true)).toBe("[Widyaningsih]");
  });

  test("stand on letters with accents, whole", () => {
    expect(mark("jose", "Jose\u0301 dan José")).toBe("[Jose\u0301] dan [José]");
  });

  test("a snippet is the piece with most of the words, cut between words", () => {
    const filler = "kata lain yang tidak dicari ".repeat(30);
    const text = `${filler}padi sendiri ${filler}padi dan jagung bersama ${filler}`;
    const snippet = markerOf("padi jagung").snippet(text);
    expect(snippet).not.toBeNull();
    if (snippet === null) return;
    expect(shown(snippet)).toContain("[padi] dan [jagung] bersama");
    expect(snippet.text).toMatch(/^… \S.*\S …$/);
    expect(snippet.text.length).toBeLessThan(230);
  });

  test("there is no snippet where nothing stands", () => {
    expect(markerOf("padi").snippet("Jagung saja")).toBeNull();
  });

  test("marks lie within the text, in order and apart, whatever stands in it", () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom("padi", " ", "\n", "luas", "-", "a", "é", "😀", "\u0301"),
          maxLength: 200,
        }),
        fc.constantFrom("padi", "padi luas", '"luas padi"', "a", "-a padi"),
        (text, words) => {
          const marker = markerOf(words);
          for (const found of [marker.mark(text), marker.snippet(text)]) {
            let last = 0;
            for (const [from, to] of found?.marks ?? []) {
              expect(from).toBeGreaterThanOrEqual(last);
              expect(to).toBeGreaterThan(from);
              expect(to).toBeLessThanOrEqual(found?.text.length ?? 0);
              last = to;
            }
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});
