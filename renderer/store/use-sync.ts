import { useEffect } from "react";
import type { ResultOf } from "#shared/contract.ts";
import { useNow } from "./use-now.ts";
import { type Query, useQuery } from "./use-query.ts";

/** How things stand with the portal; every part of the screen sees the same answer. */
export function useSyncState(): Query<ResultOf<"sync.state">> {
  const query = useQuery("sync.state", {});
  const now = useNow();
  const { reload } = query;
  // News come by themselves; once a minute is for a window that slept.
  useEffect(() => {
    if (now !== "") reload();
  }, [now, reload]);
  return query;
}
