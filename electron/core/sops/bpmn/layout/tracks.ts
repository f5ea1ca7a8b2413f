/**
 * Parallel lines in one gutter or corridor: what stands beside each other for a while gets lines of
 * its own. Ranges are on the grid, ends included.
 */
export type Span = { key: string; from: number; to: number };
export type Tracks = { line: Map<string, number>; count: number };

export function tracksOf(spans: Span[]): Tracks {
  const taken: Span[][] = [];
  const line = new Map<string, number>();
  for (const span of spans) {
    const [low, high] = [Math.min(span.from, span.to), Math.max(span.from, span.to)];
    let index = taken.findIndex((others) =>
      others.every(
        (other) => Math.max(other.from, other.to) < low || Math.min(other.from, other.to) > high,
      ),
    );
    if (index < 0) index = taken.push([]) - 1;
    taken[index]?.push(span);
    line.set(span.key, index);
  }
  return { line, count: taken.length };
}

/** Spans grouped by the gutter or corridor that they lie in. */
export function shareTracks(spans: (Span & { of: number })[]): Map<number, Tracks> {
  const groups = new Map<number, Span[]>();
  for (const { of, ...span } of spans) groups.set(of, [...(groups.get(of) ?? []), span]);
  return new Map([...groups].map(([of, group]) => [of, tracksOf(group)]));
}
