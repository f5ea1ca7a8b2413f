import { useCallback, useRef, useSyncExternalStore } from "react";
import type { MethodName, ParamsIn, ResultOf } from "#shared/contract.ts";
import { useServices } from "./services.ts";
import type { Answer } from "./queries.ts";

export type Query<T> = Answer<T> & { reload(): void };

const IDLE: Answer<never> = { data: undefined, error: null, busy: false, slow: false };

type Options = {
  /** Shows the answer of the former parameters until the new one is there (lists with filters). */
  keep?: boolean;
};

/** The answer of a reading method, kept fresh; `null` as parameters asks nothing. */
export function useQuery<M extends MethodName>(
  method: M,
  params: ParamsIn<M> | null,
  { keep = false }: Options = {},
): Query<ResultOf<M>> {
  const { queries } = useServices();
  const key = JSON.stringify(params);
  const latest = useRef(params);
  latest.current = params;
  const former = useRef<ResultOf<M> | undefined>(undefined);

  const subscribe = useCallback(
    (listener: () => void) =>
      latest.current === null
        ? () => undefined
        : queries.subscribe(method, latest.current, listener),
    // The parameters are compared by what they say, not by being the same object.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [queries, method, key],
  );
  const snapshot = useCallback(
    (): Answer<ResultOf<M>> =>
      latest.current === null ? IDLE : queries.peek(method, latest.current),
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [queries, method, key],
  );
  const reload = useCallback(
    () => {
      if (latest.current !== null) void queries.reload(method, latest.current);
    },
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [queries, method, key],
  );

  const answer = useSyncExternalStore(subscribe, snapshot);
  if (answer.data !== undefined) former.current = answer.data;
  const data = answer.data ?? (keep && params !== null ? former.current : undefined);
  return { ...answer, data, reload };
}
