import { join } from "node:path";
import { app, utilityProcess } from "electron";
import { END } from "#host/port.ts";
import { type CoreMessage, type CoreSettings, SECRET_KEY } from "#host/protocol.ts";
import type { CorePort } from "#host/start-core.ts";

/** Starts the core in a process of its own. */
export function spawnCore({ secretKey, ...settings }: CoreSettings): CorePort {
  const entry = join(app.getAppPath(), "dist/electron/core.js");
  const child = utilityProcess.fork(entry, [JSON.stringify(settings)], {
    serviceName: "Lajur",
    stdio: "inherit",
    // Not among the arguments, which every account of the PC can read.
    ...(secretKey !== undefined && { env: { ...process.env, [SECRET_KEY]: secretKey } }),
  });
  return {
    post: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on("message", (message: CoreMessage) => listener(message)),
    onClose: (listener) => void child.once("exit", () => listener()),
    close: () => child.postMessage(END),
  };
}
