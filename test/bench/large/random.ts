/** Random numbers that follow from a seed (mulberry32), so that every run makes the same archive. */
export type Random = ReturnType<typeof createRandom>;

export function createRandom(seed: number) {
  let state = seed >>> 0;

  /** At least 0, under 1. */
  function unit(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from `least` to `most`, both taken. */
  const between = (least: number, most: number): number =>
    least + Math.floor(unit() * (most - least + 1));

  const chance = (share: number): boolean => unit() < share;

  function pick<T>(values: readonly T[]): T {
    const value = values[between(0, values.length - 1)];
    if (value === undefined) throw new Error("nothing to pick from");
    return value;
  }

  const hex = (digits: number): string =>
    Array.from({ length: digits }, () => between(0, 15).toString(16)).join("");

  /** An id of the shape that `crypto.randomUUID` gives. */
  const uuid = (): string => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`;

  return { unit, between, chance, pick, hex, uuid };
}
