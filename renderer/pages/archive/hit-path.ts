import type { SearchHit } from "#shared/search/contract.ts";
import { letterPath } from "../letters/letter-path.ts";

/** Where a hit is shown: the request, on the tab that holds it. */
export function hitPath({ kind, request, ref }: SearchHit): string {
  const page = `/permohonan/${request}`;
  switch (kind) {
    case "request":
      return page;
    case "letter":
      return letterPath({ request, id: ref });
    case "file":
      return `${page}?tab=files`;
    case "note":
      return ref.startsWith("disposition.") ? `${page}?tab=letters` : `${page}?tab=history`;
    default:
      return kind satisfies never;
  }
}
