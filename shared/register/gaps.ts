/** Running numbers that were passed over, from `from` to `to`, both of them too. */
export type Gap = { from: number; to: number };
export type ExplainedGap = Gap & { reason: string | null };

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
export function explained(
  gaps: readonly Gap[],
  reasons: readonly { value: number; reason: string }[],
): ExplainedGap[] {
  const parts: ExplainedGap[] = [];
  let at = 0;
  const add = (from: number, to: number, reason: string | null, joins: boolean): void => {
    const last = parts.at(-1);
    if (joins && last?.reason === reason) last.to = to;
    else parts.push({ from, to, reason });
  };
  for (const { from, to } of gaps) {
    let next = from;
    while ((reasons[at]?.value ?? Infinity) < from) at += 1;
    for (let one = reasons[at]; one !== undefined && one.value <= to; one = reasons[at]) {
      if (one.value > next) add(next, one.value - 1, null, false);
      add(one.value, one.value, one.reason, one.value > from);
      next = one.value + 1;
      at += 1;
    }
    if (next <= to) add(next, to, null, false);
  }
  return parts;
}
