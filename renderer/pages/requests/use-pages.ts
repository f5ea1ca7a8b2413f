import type { ParamsIn, RequestRow } from "#shared/contract.ts";
import { useQuery } from "../../store/use-query.ts";

/** Rows a page of `request.list`. */
const PAGE = 100;

type Filter = Omit<ParamsIn<"request.list">, "offset" | "limit">;

/** The rows from `first` to `last`: two pages at most, since a screen is shorter than a page. */
export function usePages(
  filter: Filter,
  first: number,
  last: number,
): (index: number) => RequestRow | undefined {
  const upper = Math.floor(first / PAGE);
  const lower = Math.floor(last / PAGE);
  const params = (page: number) => ({ ...filter, offset: page * PAGE, limit: PAGE });
  const top = useQuery("request.list", params(upper));
  const bottom = useQuery("request.list", lower === upper ? null : params(lower));
  return (index) => {
    const page = Math.floor(index / PAGE);
    const rows = page === upper ? top.data?.rows : page === lower ? bottom.data?.rows : undefined;
    return rows?.[index - page * PAGE];
  };
}
