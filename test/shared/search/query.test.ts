import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LONGEST_QUERY, parseQuery } from "#shared/search/query.ts";

const term = (...words: string[]) => ({ words, exact: false });
const phrase = (...words: string[]) => ({ words, exact: true });

describe("a query", () => {
  test("is made of words, folded to what they are compared by", () => {
    expect(parseQuery("  Data  PADI é ")).toEqual({
      terms: [term("data"), term("padi"), term("e")],
      without: [],
    });
  });

  test("keeps quoted words side by side and leaves words with a minus out", () => {
    expect(parseQuery('"luas panen" padi -jagung -"sawah irigasi"')).toEqual({
      terms: [phrase("luas", "panen"), term("padi")],
      without: [term("jagung"), phrase("sawah", "irigasi")],
    });
  });

  test("takes a number with its strokes as a row of words", () => {
    expect(parseQuery("2026/0010 data-data")).toEqual({
      terms: [term("2026", "0010"), term("data", "data")],
      without: [],
    });
  });

  test("reads curly quotes, and a quote that is never closed up to the end", () => {
    expect(parseQuery('“luas panen” "padi sawah')).toEqual({
      terms: [phrase("luas", "panen"), phrase("padi", "sawah")],
      without: [],
    });
  });

  test("takes operators of the index as words", () => {
    expect(parseQuery("padi OR NOT NEAR(a, 2) head:x*")).toEqual({
      terms: [
        term("padi"),
        term("or"),
        term("not"),
        term("near", "a"),
        term("2"),
        term("head", "x"),
      ],
      without: [],
    });
  });

  test.each(["", "   ", "-", '""', '"" - /// ?', "-padi"])(
    "%j has nothing to search by",
    (text) => {
      expect(parseQuery(text)).toBe("nothing");
    },
  );

  test("is refused when it is very long", () => {
    expect(parseQuery("x".repeat(LONGEST_QUERY + 1))).toBe("too-long");
    expect(parseQuery("a ".repeat(21))).toBe("too-long");
  });

  test("never throws, whatever was typed", () => {
    const signs = fc.string({
      unit: fc.constantFrom(...'ab1"“”-()*:^{}+~ /\u0301\uD800'),
      maxLength: 60,
    });
    fc.assert(
      fc.property(fc.oneof(signs, fc.string({ unit: "binary", maxLength: 600 })), (text) => {
        const query = parseQuery(text);
        if (typeof query === "string") return;
        for (const { words } of [...query.terms, ...query.without]) {
          for (const word of words) expect(word).toMatch(/^[\p{L}\p{N}\p{Co}]+$/u);
        }
      }),
      { numRuns: 3000 },
    );
  });
});
