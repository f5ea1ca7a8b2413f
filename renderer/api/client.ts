import type { HostMessage, MethodName, ParamsIn, Push, ResultOf } from "#shared/contract.ts";
import { type Result, fail } from "#shared/errors.ts";
import { createEmitter, type Transport } from "./transport.ts";

/** Calls that may wait for an answer at once; more than this means that something runs away. */
const MAX_PENDING = 500;

export type Client = {
  /** Asks the core; expected failures are values, a broken line is one of them. Never rejects. */
  call<M extends MethodName>(method: M, params: ParamsIn<M>): Promise<Result<ResultOf<M>>>;
  onPush(listener: (push: Push) => void): () => void;
};

/** A typed client on a transport; `user` names who is at work, or null before that is chosen. */
export function createClient(transport: Transport, user: () => string | null): Client {
  const waiting = new Map<number, (result: Result<unknown>) => void>();
  const pushes = createEmitter<Push>();
  let last = 0;

  function receive(message: HostMessage): void {
    if ("push" in message) {
      pushes.emit(message);
      return;
    }
    const answer = waiting.get(message.id);
    waiting.delete(message.id);
    answer?.(
      message.ok ? { ok: true, value: message.result } : { ok: false, error: message.error },
    );
  }

  transport.onMessage(receive);
  transport.onLine((line) => {
    if (line === "open") return;
    const unanswered = [...waiting.values()];
    waiting.clear();
    for (const answer of unanswered) answer(fail("line_lost"));
  });

  function send(method: string, params: unknown): Promise<Result<unknown>> {
    return new Promise((resolve) => {
      if (waiting.size >= MAX_PENDING) {
        resolve(fail("line_down"));
        return;
      }
      last += 1;
      const id = last;
      waiting.set(id, resolve);
      const as = user();
      const sent = transport.send({ id, method, params, ...(as === null ? {} : { as }) });
      if (sent) return;
      waiting.delete(id);
      resolve(fail("line_down"));
    });
  }

  return {
    // The core parsed the parameters and made the result by the same contract.
    call: <M extends MethodName>(method: M, params: ParamsIn<M>) =>
      send(method, params) as Promise<Result<ResultOf<M>>>,
    onPush: pushes.on,
  };
}
