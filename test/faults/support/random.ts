/** Numbers that follow from a seed alone, so that a run can be had again. */
export type Random = {
  /** In [0, 1). */
  next(): number;
  /** A whole number in [from, to]. */
  int(from: number, to: number): number;
  chance(share: number): boolean;
  pick<T>(from: readonly T[]): T;
  bytes(length: number): Buffer;
  /** An id in the shape of a UUID. */
  id(): string;
};

/** Mulberry32, started by whatever names the run. */
export function createRandom(...names: (string | number)[]): Random {
  let state = 0x811c9dc5;
  for (const character of names.join("/")) {
    state = Math.imul(state ^ character.charCodeAt(0), 0x01000193);
  }
  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  const int = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const bytes = (length: number): Buffer =>
    Buffer.from(Uint8Array.from({ length }, () => int(0, 255)));
  return {
    next,
    int,
    chance: (share) => next() < share,
    pick<T>(from: readonly T[]): T {
      const found = from[int(0, from.length - 1)];
      if (found === undefined) throw new Error("nothing to pick from");
      return found;
    },
    bytes,
    id: () =>
      bytes(16)
        .toString("hex")
        .replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-"),
  };
}
