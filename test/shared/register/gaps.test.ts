import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explained, missing } from "#shared/register/gaps.ts";

describe("numbers passed over", () => {
  it("are what is missing between the first and the last one", () => {
    expect(missing([2, 3, 3, 7], 1)).toEqual([
      { from: 1, to: 1 },
      { from: 4, to: 6 },
    ]);
    expect(missing([], 1)).toEqual([]);
    expect(missing([5], 5)).toEqual([]);
  });

  it("fall into parts by their reasons", () => {
    const reasons = [
      { value: 1, reason: "x" },
      { value: 4, reason: "buku lama" },
      { value: 5, reason: "buku lama" },
      { value: 7, reason: "salah cetak" },
    ];
    expect(explained([{ from: 4, to: 9 }], reasons)).toEqual([
      { from: 4, to: 5, reason: "buku lama", open: false },
      { from: 6, to: 6, reason: null, open: false },
      { from: 7, to: 7, reason: "salah cetak", open: false },
      { from: 8, to: 9, reason: null, open: false },
    ]);
  });

  it("and those that were given are every number, each once, with its own reason", () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 60 }));
    fc.assert(
      fc.property(numbers, fc.dictionary(fc.nat(60).map(String), fc.string()), (given, why) => {
        const values = given.sort((a, b) => a - b);
        const reasons = Object.entries(why).map(([value, reason]) => ({
          value: Number(value),
          reason,
        }));
        const parts = explained(missing(values, 1), reasons);
        const counted = parts.flatMap(({ from, to, reason }) =>
          Array.from({ length: to - from + 1 }, (_, at) => ({ value: from + at, reason })),
        );
        const last = values.at(-1) ?? 0;
        const wanted = Array.from({ length: last }, (_, at) => at + 1)
          .filter((value) => !values.includes(value))
          .map((value) => ({ value, reason: why[value] ?? null }));
        expect(counted).toEqual(wanted);
      }),
      { verbose: true },
    );
  });
});
