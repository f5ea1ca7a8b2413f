import type { ParamsIn } from "#shared/contract.ts";
import type { RegisterEntry, RegisterGap } from "#shared/register/contract.ts";
import { useQuery } from "../../store/use-query.ts";

/** Entries a page of `register.entries`. */
export const PAGE = 100;

export type BookFilter = Omit<ParamsIn<"register.entries">, "offset" | "limit">;
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
  const upper = Math.floor(Math.max(0, placeOf(gaps, first).entry) / PAGE);
  const lower = Math.floor(Math.max(0, placeOf(gaps, last).entry) / PAGE);
  const params = (page: number) => ({ ...filter, offset: page * PAGE, limit: PAGE });
  const top = useQuery("register.entries", params(upper));
  const bottom = useQuery("register.entries", lower === upper ? null : params(lower));
  return (index) => {
    const { gap, entry } = placeOf(gaps, index);
    if (gap !== undefined) return { gap };
    const page = Math.floor(entry / PAGE);
    const rows = page === upper ? top.data?.rows : page === lower ? bottom.data?.rows : undefined;
    return { entry: rows?.[entry - page * PAGE] };
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
