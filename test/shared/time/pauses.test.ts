import { describe, expect, it } from "vitest";
import { joinPauses, runningParts, stillAt } from "#shared/time/pauses.ts";

const instant = (seconds: number): string => new Date(seconds * 1000).toISOString();
const pause = (from: number, to: number | null) => ({
  from: instant(from),
  to: to === null ? null : instant(to),
});

describe("pauses", () => {
  it.each([
    ["that touch are one", [pause(1, 2), pause(2, 3)], [[1000, 3000]]],
    ["that overlap are one", [pause(2, 4), pause(1, 3)], [[1000, 4000]]],
    ["within another add nothing", [pause(1, 9), pause(2, 3)], [[1000, 9000]]],
    [
      "apart stay apart",
      [pause(5, 6), pause(1, 2)],
      [
        [1000, 2000],
        [5000, 6000],
      ],
    ],
    ["without length are none", [pause(1, 1), pause(3, 2)], []],
    ["that go on take in what comes later", [pause(1, null), pause(5, 6)], [[1000, Infinity]]],
  ])("%s", (_, pauses, joined) => {
    expect(joinPauses(pauses, 0)).toEqual(joined);
  });

  it("leave the parts of a span in which the clock runs", () => {
    const pauses: [number, number][] = [
      [2, 4],
      [6, 8],
    ];
    expect(runningParts([0, 10], pauses)).toEqual([
      [0, 2],
      [4, 6],
      [8, 10],
    ]);
    expect(runningParts([3, 7], pauses)).toEqual([[4, 6]]);
    expect(runningParts([2, 4], pauses)).toEqual([]);
    expect(runningParts([4, 6], pauses)).toEqual([[4, 6]]);
  });

  it("hold back the moment at which they end, not the one at which they begin", () => {
    expect([1, 2, 3, 4].map((moment) => stillAt([[1, 3]], moment))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
