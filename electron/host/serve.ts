import type { CallContext, Core } from "#core/types.ts";
import type { CallMessage, HostMessage } from "#shared/contract.ts";
import { failure } from "#shared/errors.ts";
import type { Port } from "./port.ts";

/** Calls that one port may have under way; a window never comes near it. */
const MOST_AT_ONCE = 256;

/**
 * Answers the calls that come over a port with the core's results and passes its news on, until the
 * port closes. `contextOf` says for whom a call runs; see protocol.ts for why it is not the message.
 */
export function serve<In extends CallMessage>(
  core: Pick<Core, "call" | "onPush">,
  port: Port<HostMessage, In>,
  contextOf: (message: In) => CallContext,
): void {
  let underWay = 0;
  let open = true;
  const endPush = core.onPush((push) => port.post(push));

  async function answer(message: In): Promise<void> {
    const result = await core.call(message.method, message.params, contextOf(message));
    underWay -= 1;
    if (!open) return;
    if (result.ok) port.post({ id: message.id, ok: true, result: result.value });
    else port.post({ id: message.id, ok: false, error: result.error });
  }

  port.onMessage((message) => {
    if (underWay >= MOST_AT_ONCE) {
      port.post({ id: message.id, ok: false, error: failure("busy") });
      return;
    }
    underWay += 1;
    void answer(message);
  });
  port.onClose(() => {
    open = false;
    endPush();
  });
}
