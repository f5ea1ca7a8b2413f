import { useEffect, useState } from "react";
import type { ParamsIn, ResultOf } from "#shared/contract.ts";
import type { Failure } from "#shared/errors.ts";
import { useServices } from "../store/services.ts";

/** Methods that answer with a PDF. */
export type PaperMethod = "document.render" | "sheet.render" | "book.render";
export type Printed = ResultOf<PaperMethod>;

/** Typing settles for this long before the paper is drawn anew, in milliseconds. */
const SETTLE = 200;

type Shown = { result: Printed | null; failure: Failure | null; busy: boolean };

/**
 * The paper for these parameters, drawn anew when they or `changed` (what the paper is about)
 * change. The former one stays until the next is there; an answer that was overtaken is dropped.
 */
export function usePaper<M extends PaperMethod>(
  method: M,
  params: ParamsIn<M>,
  changed: string,
): Shown {
  const { client } = useServices();
  const [shown, setShown] = useState<Shown>({ result: null, failure: null, busy: true });
  const key = JSON.stringify([params, changed]);

  useEffect(() => {
    let current = true;
    const draw = async (): Promise<void> => {
      const [wanted] = JSON.parse(key) as [ParamsIn<M>];
      setShown((before) => ({ ...before, busy: true }));
      const answer = await client.call(method, wanted);
      if (!current) return;
      setShown((before) =>
        answer.ok
          ? { result: answer.value, failure: null, busy: false }
          : { result: before.result, failure: answer.error, busy: false },
      );
    };
    const timer = setTimeout(() => void draw(), SETTLE);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [client, method, key]);

  return shown;
}
