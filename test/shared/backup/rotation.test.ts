import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Head, isCovered } from "#shared/backup/manifest.ts";
import { KEPT, pointsToDrop, type Rotated } from "#shared/backup/rotation.ts";

const DAY = 86_400_000;
const START = Date.parse("2024-01-01T03:00:00Z");
const hash = "0".repeat(64);

/** One PC that writes an event before each point. */
const line = (moments: readonly number[], writer = "a"): Rotated[] =>
  moments.map((moment, index) => ({
    point: `${writer}${String(index).padStart(5, "0")}`,
    made: new Date(START + moment).toISOString(),
    heads: [{ writer, seq: index + 1, hash }],
  }));

const drop = (points: readonly Rotated[], fresh: string): Set<string> =>
  new Set(pointsToDrop(points, fresh, "WIB"));

describe("the rotation of points", () => {
  test("keeps seven days, four weeks and twelve months of a daily backup", () => {
    let kept: Rotated[] = [];
    for (const point of line(Array.from({ length: 800 }, (_, day) => day * DAY))) {
      kept.push(point);
      const gone = drop(kept, point.point);
      kept = kept.filter((one) => !gone.has(one.point));
    }
    const days = kept.map(({ made }) => made.slice(0, 10));
    expect(kept.length).toBeLessThanOrEqual(KEPT.days + KEPT.weeks + KEPT.months);
    expect(days.slice(-KEPT.days)).toEqual(
      Array.from({ length: 7 }, (_, back) =>
        new Date(START + (799 - 6 + back) * DAY).toISOString().slice(0, 10),
      ),
    );
    expect(new Set(days.map((day) => day.slice(0, 7))).size).toBe(KEPT.months);
    // Of each month that is past, the last day of it.
    expect(days[0]).toBe("2025-04-30");
  });

  test("keeps only the newest of several on one day", () => {
    const points = line([0, 3600_000, 7200_000]);
    expect([...drop(points, "a00002")]).toEqual(["a00001", "a00000"]);
  });

  test("lets nothing go while the new one is not among the points", () => {
    const points = line([0, 1000, 2000]);
    expect(pointsToDrop(points, "unknown", "WIB")).toEqual([]);
  });

  test("lets nothing go because time has passed", () => {
    const points = line([0, 900 * DAY, 901 * DAY]);
    expect(pointsToDrop(points, "a00002", "WIB")).toEqual([]);
  });

  test("keeps a point that holds what no other one holds", () => {
    const other = line([500], "b");
    const points = [...line([0, 1000, 2000]), ...other];
    expect(drop(points, "a00002")).toEqual(new Set(["a00000", "a00001"]));
  });

  test("never drops the fresh one, and what it drops stays held by a kept one", () => {
    const points = fc.array(
      fc.record({
        at: fc.integer({ min: -3000, max: 3000 }),
        writer: fc.constantFrom("a", "b", "c"),
        seq: fc.integer({ min: 1, max: 9 }),
        fork: fc.constantFrom("0", "1"),
      }),
      { minLength: 1, maxLength: 60 },
    );
    fc.assert(
      fc.property(points, fc.nat(), (drawn, pick) => {
        const all = drawn.map(({ at, writer, seq, fork }, index): Rotated => {
          const heads: Head[] = [{ writer, seq, hash: fork.repeat(64) }];
          return { point: `p${index}`, made: new Date(START + at * DAY).toISOString(), heads };
        });
        const fresh = all[pick % all.length]?.point ?? "";
        const gone = drop(all, fresh);
        expect(gone.has(fresh)).toBe(false);
        const kept = all.filter(({ point }) => !gone.has(point));
        for (const { point, heads } of all) {
          if (gone.has(point))
            expect(kept.some((other) => isCovered(heads, other.heads))).toBe(true);
        }
        // Once more changes nothing.
        expect(drop(kept, fresh)).toEqual(new Set());
      }),
    );
  });
});
