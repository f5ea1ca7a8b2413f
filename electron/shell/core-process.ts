import { join } from "node:path";
import { app, utilityProcess } from "electron";
import { END } from "#host/port.ts";
import type { CoreMessage, CoreSettings } from "#host/protocol.ts";
import type { CorePort } from "#host/start-core.ts";

/** Starts the core in a process of its own. */
export function spawnCore(settings: CoreSettings): CorePort {
  const entry = join(app.getAppPath(), "dist/electron/core.js");
  const child = utilityProcess.fork(entry, [JSON.stringify(settings)], {
    serviceName: "Lajur",
    stdio: "inherit",
  });
  return {
    post: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on("message", (message: CoreMessage) => listener(message)),
    onClose: (listener) => void child.once("exit", () => listener()),
    close: () => child.postMessage(END),
  };
}
