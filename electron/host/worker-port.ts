import { type MessagePort, Worker } from "node:worker_threads";
import { END, type Port } from "./port.ts";

/** The host's end: a worker that runs `entry`; closing asks it to end and lets it finish. */
export function spawnWorker<Out, In>(entry: URL, workerData: unknown): Port<Out, In> {
  const worker = new Worker(entry, { workerData });
  // An uncaught error in the worker ends it; `exit` follows and closes the port.
  worker.on("error", (error) => console.error(error));
  return {
    post: (message) => worker.postMessage(message),
    onMessage: (listener) => void worker.on("message", listener),
    onClose: (listener) => void worker.once("exit", () => listener()),
    close: () => worker.postMessage(END),
  };
}

/** The worker's end, over its `parentPort`. */
export function parentWorkerPort<Out, In>(parent: MessagePort): Port<Out, In> {
  const closing: (() => void)[] = [];
  const close = (): void => {
    parent.close();
    for (const listener of closing.splice(0)) listener();
  };
  return {
    post: (message) => parent.postMessage(message),
    onMessage: (listener) =>
      void parent.on("message", (message: In | typeof END) => {
        if (message === END) close();
        else listener(message);
      }),
    onClose: (listener) => void closing.push(listener),
    close,
  };
}
