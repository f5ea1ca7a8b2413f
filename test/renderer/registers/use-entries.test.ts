import { describe, expect, it } from "vitest";
import { placeOf } from "../../../renderer/pages/registers/use-entries.ts";

const gap = (from: number, before: number) => ({
  year: 2026,
  from,
  to: from,
  reason: null,
  series: "",
  open: false,
  before,
});

describe("a line of the book", () => {
  it("is an entry or, between two of them, numbers passed over", () => {
    // Entries 0, 1, then two gaps, then entries 2, 3; a gap stands at the very beginning too.
    const gaps = [gap(1, 0), gap(4, 2), gap(5, 2)];
    const lines = Array.from({ length: 7 }, (_, index) => {
      const { gap: found, entry } = placeOf(gaps, index);
      return found === undefined ? entry : `gap ${found.from}`;
    });
    expect(lines).toEqual(["gap 1", 0, 1, "gap 4", "gap 5", 2, 3]);
  });

  it("is always the entry of its number where nothing was passed over", () => {
    expect(placeOf([], 9_999)).toEqual({ gap: undefined, entry: 9_999 });
  });
});
