import type { ParamsIn, ResultOf } from "#shared/contract.ts";
import { useQuery } from "./use-query.ts";

/** Methods that answer a page of rows at a time. */
type PagedMethod =
  | "request.list"
  | "disposition.list"
  | "letter.list"
  | "register.entries"
  | "retention.list"
  | "bundle.list"
  | "identity.accesses";
export type PageFilter<M extends PagedMethod> = Omit<ParamsIn<M>, "offset" | "limit">;
type RowOf<M extends PagedMethod> = ResultOf<M>["rows"][number];

/** Rows a page. */
export const PAGE = 100;

/** The rows from `first` to `last`: two pages at most, since a screen is shorter than a page. */
export function usePages<M extends PagedMethod>(
  method: M,
  filter: PageFilter<M>,
  first: number,
  last: number,
): (index: number) => RowOf<M> | undefined {
  const upper = Math.floor(first / PAGE);
  const lower = Math.floor(last / PAGE);
  const params = (page: number) =>
    ({ ...filter, offset: page * PAGE, limit: PAGE }) as unknown as ParamsIn<M>;
  const top = useQuery(method, params(upper));
  const bottom = useQuery(method, lower === upper ? null : params(lower));
  return (index) => {
    const page = Math.floor(index / PAGE);
    const found = page === upper ? top.data : page === lower ? bottom.data : undefined;
    const rows: readonly RowOf<M>[] | undefined = found?.rows;
    return rows?.[index - page * PAGE];
  };
}
