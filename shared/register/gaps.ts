/** Running numbers that were passed over, from `from` to `to`, both of them too. */
export type Gap = { from: number; to: number };
/** `open` where they are set apart for a PC that still gives them. */
export type ExplainedGap = Gap & { reason: string | null; open: boolean };

/** Why a number was passed over. */
export type GapReason = { value: number; reason: string; open?: boolean };

/** What is missing between `first` and the last of these values, which ascend and may repeat. */
export function missing(values: Iterable<number>, first: number): Gap[] {
  const gaps: Gap[] = [];
  let next = first;
  for (const value of values) {
    if (value > next) gaps.push({ from: next, to: value - 1 });
    next = Math.max(next, value + 1);
  }
  return gaps;
}

/** Splits gaps where their reason changes; `reasons` ascend by value. */
export function explained(gaps: readonly Gap[], reasons: readonly GapReason[]): ExplainedGap[] {
  const parts: ExplainedGap[] = [];
  let at = 0;
  const add = (part: ExplainedGap, joins: boolean): void => {
    const last = parts.at(-1);
    if (joins && last?.reason === part.reason && last.open === part.open) last.to = part.to;
    else parts.push(part);
  };
  for (const { from, to } of gaps) {
    let next = from;
    while ((reasons[at]?.value ?? Infinity) < from) at += 1;
    for (let one = reasons[at]; one !== undefined && one.value <= to; one = reasons[at]) {
      const { value, reason, open = false } = one;
      if (value > next) add({ from: next, to: value - 1, reason: null, open: false }, false);
      add({ from: value, to: value, reason, open }, value > from);
      next = value + 1;
      at += 1;
    }
    if (next <= to) add({ from: next, to, reason: null, open: false }, false);
  }
  return parts;
}
