import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wordChanges } from "#shared/sop/word-changes.ts";

const words = fc.array(fc.constantFrom("kirim", "surat", "data", "ke", "dinas"), { maxLength: 12 });

describe("changed words", () => {
  it("marks only what differs", () => {
    expect(wordChanges("Kirim surat ke dinas", "Kirim data ke dinas")).toEqual([
      { text: "Kirim", in: "both" },
      { text: "surat", in: "before" },
      { text: "data", in: "after" },
      { text: "ke dinas", in: "both" },
    ]);
  });

  it("gives both texts back", () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const stretches = wordChanges(before.join(" "), after.join(" "));
        const side = (other: string) =>
          stretches
            .filter((one) => one.in !== other)
            .map((one) => one.text)
            .join(" ");
        expect(side("after")).toBe(before.join(" "));
        expect(side("before")).toBe(after.join(" "));
      }),
      { verbose: 1 },
    );
  });

  it("takes very long texts for rewritten", () => {
    const long = Array.from({ length: 700 }, () => "kata").join(" ");
    expect(wordChanges(long, `${long} lagi`).map((one) => one.in)).toEqual(["before", "after"]);
  });
});
