import { useCallback, useEffect, useRef, useState } from "react";
import type { MethodName, ParamsIn, ResultOf } from "#shared/contract.ts";
import type { Failure, Result } from "#shared/errors.ts";
import { useServices } from "./services.ts";

export type Action<M extends MethodName> = {
  /** Runs it; a second press while it runs gets the first one's answer and reaches no core. */
  run(params: ParamsIn<M>): Promise<Result<ResultOf<M>>>;
  pending: boolean;
  /** Why the last run failed; null after a good one, or `reset`. */
  failure: Failure | null;
  reset(): void;
};

/** A changing method for a button or a form: its pending state and its last failure. */
export function useAction<M extends MethodName>(method: M): Action<M> {
  const { client } = useServices();
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const running = useRef<Promise<Result<ResultOf<M>>> | null>(null);
  const mounted = useRef(true);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);

  const run = useCallback(
    async (params: ParamsIn<M>) => {
      if (running.current !== null) return running.current;
      setPending(true);
      running.current = client.call(method, params);
      const result = await running.current;
      running.current = null;
      if (mounted.current) {
        setPending(false);
        setFailure(result.ok ? null : result.error);
      }
      return result;
    },
    [client, method],
  );
  const reset = useCallback(() => setFailure(null), []);
  return { run, pending, failure, reset };
}
