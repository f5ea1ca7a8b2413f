import type { CallContext, Core } from "#core/types.ts";
import type { Push } from "#shared/contract.ts";
import { fail, ok } from "#shared/errors.ts";

export type Call = { method: string; params: unknown; context: CallContext };

/**
 * A core without an archive for the tests of what lies around it: it records its calls, answers
 * `echo` with what it was given, `never` never, and everything else as `replies` says.
 */
export function createStandIn(replies: Record<string, unknown> = {}) {
  const calls: Call[] = [];
  const listeners = new Set<(push: Push) => void>();
  const core: Core = {
    call(method, params, context) {
      calls.push({ method, params, context });
      if (method === "never") return new Promise(() => undefined);
      if (method === "echo") return Promise.resolve(ok({ params, context }));
      if (Object.hasOwn(replies, method)) return Promise.resolve(ok(replies[method]));
      return Promise.resolve(fail("method_unknown", { name: method }));
    },
    onPush(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => Promise.resolve(),
  };
  const push = (news: Push): void => {
    for (const listener of listeners) listener(news);
  };
  return { core, calls, push, listening: () => listeners.size };
}
