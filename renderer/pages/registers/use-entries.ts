import type { RegisterEntry, RegisterGap } from "#shared/register/contract.ts";
import { type PageFilter, usePages } from "../../store/use-pages.ts";

export type BookFilter = PageFilter<"register.entries">;
export type BookLine = { gap: RegisterGap } | { entry: RegisterEntry | undefined };

/**
 * The lines of the book from `first` to `last`, numbers passed over in their places: two pages of
 * entries at most, since a screen is shorter than a page.
 */
export function useEntries(
  filter: BookFilter,
  gaps: readonly RegisterGap[],
  first: number,
  last: number,
): (index: number) => BookLine {
  const place = (line: number): number => Math.max(0, placeOf(gaps, line).entry);
  const entryAt = usePages("register.entries", filter, place(first), place(last));
  return (index) => {
    const { gap, entry } = placeOf(gaps, index);
    return gap === undefined ? { entry: entryAt(entry) } : { gap };
  };
}

/** What stands on a line: a gap, or the entry that has this place among the entries. */
export function placeOf(
  gaps: readonly RegisterGap[],
  index: number,
): { gap: RegisterGap | undefined; entry: number } {
  // Gap number k stands on line gaps[k].before + k; how many begin at or before this line?
  let low = 0;
  let high = gaps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((gaps[middle]?.before ?? 0) + middle <= index) low = middle + 1;
    else high = middle;
  }
  const gap = gaps[low - 1];
  if (gap !== undefined && gap.before + low - 1 === index) return { gap, entry: gap.before };
  return { gap: undefined, entry: index - low };
}
