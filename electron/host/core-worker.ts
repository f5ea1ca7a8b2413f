import { parentPort, workerData } from "node:worker_threads";
import type { CoreSettings } from "./protocol.ts";
import { runCore } from "./run-core.ts";
import { parentWorkerPort } from "./worker-port.ts";

/** Entry of the worker thread in which the bridge runs the core. */
if (parentPort === null) throw new Error("core-worker runs in a worker thread only");
await runCore(parentWorkerPort(parentPort), workerData as CoreSettings);
