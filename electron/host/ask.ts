import type { CallContext, Core } from "#core/types.ts";
import type { MethodName, ParamsIn, ResultOf } from "#shared/contract.ts";
import type { Result } from "#shared/errors.ts";

/** A typed call: the core answers by the contract, so its result has the method's shape. */
export async function ask<M extends MethodName>(
  core: Pick<Core, "call">,
  method: M,
  params: ParamsIn<M>,
  context: CallContext,
): Promise<Result<ResultOf<M>>> {
  return (await core.call(method, params, context)) as Result<ResultOf<M>>;
}
