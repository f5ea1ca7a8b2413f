import type { Span } from "./calendar-index.ts";
import { toLocal } from "./moments.ts";

/** Time in which the clock stands still, because the requester must answer. */

/** ISO instants; `to` is null while the pause goes on. */
export type Pause = { from: string; to: string | null };

/**
 * Pauses in order, those that touch or overlap made one, so that splitting a pause changes
 * nothing. One that goes on ends at Infinity; one that ends before it begins is none.
 */
export function joinPauses(pauses: readonly Pause[], ahead: number): Span[] {
  const joined: Span[] = [];
  const spans = pauses.map(({ from, to }): Span => [
    toLocal(from, ahead),
    to === null ? Infinity : toLocal(to, ahead),
  ]);
  for (const [from, to] of spans.toSorted((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (to <= from) continue;
    if (last === undefined || last[1] < from) joined.push([from, to]);
    else joined[joined.length - 1] = [last[0], Math.max(last[1], to)];
  }
  return joined;
}

/**
 * Whether the clock stands still when `local` is reached. The moment at which a pause begins has
 * been reached with the clock running, the one at which it ends has not.
 */
export const stillAt = (pauses: readonly Span[], local: number): boolean =>
  pauses.some(([from, to]) => from < local && local <= to);

/** The pause that never ends and begins before `local`: nothing after it is ever counted. */
export const endlessAt = (pauses: readonly Span[], local: number): boolean =>
  pauses.at(-1)?.[1] === Infinity && (pauses.at(-1)?.[0] ?? Infinity) < local;

/** The parts of a span in which the clock runs. */
export function runningParts([start, end]: Span, pauses: readonly Span[]): Span[] {
  const parts: Span[] = [];
  let from = start;
  for (const [stop, resume] of pauses) {
    if (resume <= from) continue;
    if (stop >= end) break;
    if (stop > from) parts.push([from, stop]);
    from = resume;
  }
  if (from < end) parts.push([from, end]);
  return parts;
}
