import type { ParamsIn, ResultOf } from "#shared/contract.ts";
import { useQuery } from "../../store/use-query.ts";

/** Rows a page of `letter.list`. */
const PAGE = 100;

export type LetterFilter = Omit<ParamsIn<"letter.list">, "offset" | "limit">;
export type LetterRow = ResultOf<"letter.list">["rows"][number];

/** The address that opens a letter within its request. */
export const letterPath = ({ request, id }: Pick<LetterRow, "request" | "id">): string =>
  `/permohonan/${request}?surat=${id}`;

/** The rows from `first` to `last`: two pages at most, since a screen is shorter than a page. */
export function useLetters(
  filter: LetterFilter,
  first: number,
  last: number,
): (index: number) => LetterRow | undefined {
  const upper = Math.floor(first / PAGE);
  const lower = Math.floor(last / PAGE);
  const params = (page: number) => ({ ...filter, offset: page * PAGE, limit: PAGE });
  const top = useQuery("letter.list", params(upper));
  const bottom = useQuery("letter.list", lower === upper ? null : params(lower));
  return (index) => {
    const page = Math.floor(index / PAGE);
    const rows = page === upper ? top.data?.rows : page === lower ? bottom.data?.rows : undefined;
    return rows?.[index - page * PAGE];
  };
}
