import { useEffect, useState } from "react";
import type { MethodName, ParamsIn, ResultOf } from "#shared/contract.ts";
import type { Failure } from "#shared/errors.ts";
import { useServices } from "./services.ts";

export type Latest<T> = { result: T | null; failure: Failure | null; busy: boolean };

const WAITING: Latest<never> = { result: null, failure: null, busy: true };

/**
 * The answer for what is being typed: asked anew once these parameters (or `changed`, what they are
 * about) stay the same for `settle` milliseconds. The former answer stays until the next is there;
 * one that was overtaken is dropped. `null` as parameters asks nothing.
 */
export function useLatest<M extends MethodName>(
  method: M,
  params: ParamsIn<M> | null,
  settle: number,
  changed = "",
): Latest<ResultOf<M>> {
  const { client } = useServices();
  const [shown, setShown] = useState<Latest<ResultOf<M>>>(WAITING);
  const key = JSON.stringify([params, changed]);

  useEffect(() => {
    const [wanted] = JSON.parse(key) as [ParamsIn<M> | null];
    if (wanted === null) return undefined;
    let current = true;
    const ask = async (): Promise<void> => {
      setShown((before) => ({ ...before, busy: true }));
      const answer = await client.call(method, wanted);
      if (!current) return;
      setShown((before) =>
        answer.ok
          ? { result: answer.value, failure: null, busy: false }
          : { result: before.result, failure: answer.error, busy: false },
      );
    };
    const timer = setTimeout(() => void ask(), settle);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [client, method, key, settle]);

  return shown;
}
