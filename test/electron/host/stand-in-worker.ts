import { parentPort, workerData } from "node:worker_threads";
import { asHost, type CoreMessage, type HostCall } from "#host/protocol.ts";
import type { Port } from "#host/port.ts";
import { serve } from "#host/serve.ts";
import { parentWorkerPort } from "#host/worker-port.ts";
import { failure, ok } from "#shared/errors.ts";
import { createStandIn } from "./stand-in.ts";

/** A worker around the stand-in; `die` ends it in the middle of a call, as a crash would;
 * `restart` asks to be started anew. */
if (parentPort === null) throw new Error("runs in a worker only");
const port: Port<CoreMessage, HostCall> = parentWorkerPort(parentPort);
if ((workerData as { held?: boolean }).held) {
  port.post({ failed: failure("archive_held", { holder: "penguji, proses 1" }) });
  port.close();
} else {
  const { core } = createStandIn();
  serve(
    {
      ...core,
      call(method, params, context) {
        if (method === "die") process.exit(1);
        if (method === "restart") {
          setImmediate(() => port.post({ restart: true }));
          return Promise.resolve(ok(null));
        }
        return core.call(method, params, context);
      },
    },
    port,
    asHost,
  );
  port.post({ started: true });
}
