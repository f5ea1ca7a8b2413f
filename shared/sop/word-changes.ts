/** A stretch of words that both texts have, or only one of them. */
export type Stretch = { text: string; in: "both" | "before" | "after" };

/** Longest texts, in words, that are compared word by word; longer ones count as rewritten. */
const MOST_WORDS = 600;

/** Both texts as one: what stayed, what went and what came, in reading order. */
export function wordChanges(before: string, after: string): Stretch[] {
  const old = before.split(/\s+/).filter(Boolean);
  const next = after.split(/\s+/).filter(Boolean);
  const stretches: Stretch[] = [];
  const push = (word: string, where: Stretch["in"]): void => {
    const last = stretches.at(-1);
    if (last?.in === where) last.text += ` ${word}`;
    else stretches.push({ text: word, in: where });
  };
  const lengths = old.length > MOST_WORDS || next.length > MOST_WORDS ? null : common(old, next);
  let at = 0;
  let to = 0;
  while (at < old.length || to < next.length) {
    const word = old[at];
    const other = next[to];
    if (lengths !== null && word !== undefined && word === other) {
      push(word, "both");
      at += 1;
      to += 1;
    } else if (word !== undefined && (other === undefined || keepsMore(lengths, at, to))) {
      push(word, "before");
      at += 1;
    } else if (other !== undefined) {
      push(other, "after");
      to += 1;
    }
  }
  return stretches;
}

type Lengths = readonly (readonly number[])[];

/** Whether leaving out the old word keeps at least as much in common as leaving out the new one. */
const keepsMore = (lengths: Lengths | null, at: number, to: number): boolean =>
  lengths === null || (lengths[at + 1]?.[to] ?? 0) >= (lengths[at]?.[to + 1] ?? 0);

/** Length of the longest common subsequence of what follows each pair of places. */
function common(old: readonly string[], next: readonly string[]): Lengths {
  const lengths = Array.from({ length: old.length + 1 }, () =>
    Array.from({ length: next.length + 1 }, () => 0),
  );
  for (let at = old.length - 1; at >= 0; at -= 1) {
    const row = lengths[at] ?? [];
    for (let to = next.length - 1; to >= 0; to -= 1) {
      const below = lengths[at + 1] ?? [];
      row[to] =
        old[at] === next[to]
          ? (below[to + 1] ?? 0) + 1
          : Math.max(below[to] ?? 0, row[to + 1] ?? 0);
    }
  }
  return lengths;
}
