import { parentPort, workerData } from "node:worker_threads";
import { createCore } from "#core/core.ts";
import { type CoreMessage, type CoreSettings, type HostCall, asHost } from "#host/protocol.ts";
import type { Port } from "#host/port.ts";
import { serve } from "#host/serve.ts";
import { parentWorkerPort } from "#host/worker-port.ts";

/** The real core on a real archive; `die` ends its thread in the middle of a call. */
if (parentPort === null) throw new Error("runs in a worker only");
const port: Port<CoreMessage, HostCall> = parentWorkerPort(parentPort);
const core = createCore(workerData as CoreSettings);
if (!core.ok) {
  port.post({ failed: core.error });
  port.close();
} else {
  const { value } = core;
  serve(
    {
      ...value,
      call(method, params, context) {
        if (method === "die") throw new Error("planted");
        return value.call(method, params, context);
      },
    },
    port,
    asHost,
  );
  port.onClose(() => void value.close());
  port.post({ started: true });
}
