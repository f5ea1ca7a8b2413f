import type { ParamsIn } from "#shared/contract.ts";
import type { DispositionTask } from "#shared/disposition/contract.ts";
import { useQuery } from "../../store/use-query.ts";

/** Rows a page of `disposition.list`. */
const PAGE = 100;

export type TaskFilter = Omit<ParamsIn<"disposition.list">, "offset" | "limit">;

/** The rows from `first` to `last`: two pages at most, since a screen is shorter than a page. */
export function useTasks(
  filter: TaskFilter,
  first: number,
  last: number,
): (index: number) => DispositionTask | undefined {
  const upper = Math.floor(first / PAGE);
  const lower = Math.floor(last / PAGE);
  const params = (page: number) => ({ ...filter, offset: page * PAGE, limit: PAGE });
  const top = useQuery("disposition.list", params(upper));
  const bottom = useQuery("disposition.list", lower === upper ? null : params(lower));
  return (index) => {
    const page = Math.floor(index / PAGE);
    const rows = page === upper ? top.data?.rows : page === lower ? bottom.data?.rows : undefined;
    return rows?.[index - page * PAGE];
  };
}
