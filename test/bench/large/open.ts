import { createCore } from "#core/core.ts";
import type { Core } from "#core/types.ts";
import type { MethodName, ParamsIn, ResultOf } from "#shared/contract.ts";
import { CONSOLE } from "../../support/core.ts";
import { RESOURCES } from "../../support/magetan.ts";

export type BenchCore = {
  core: Core;
  call<M extends MethodName>(method: M, params: ParamsIn<M>): Promise<ResultOf<M>>;
};

/** A core on the archive in `folder`, with the clock at the end of the six years. */
export function openLarge(folder: string, twins: string, now: number): BenchCore {
  const opened = createCore({
    archive: folder,
    resources: RESOURCES,
    holder: "uji",
    version: "0.0.0",
    twins,
    now: () => now,
  });
  if (!opened.ok) throw new Error(opened.error.message);
  const core = opened.value;
  return {
    core,
    async call(method, params) {
      const answer = await core.call(method, params, CONSOLE);
      if (!answer.ok) throw new Error(`${method}: ${JSON.stringify(answer.error)}`);
      return answer.value as never;
    },
  };
}
