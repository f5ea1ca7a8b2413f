import { END, type Port } from "./port.ts";

/** What is used of `process.parentPort` in a utility process; host code never imports Electron. */
export type ParentPort = {
  postMessage(message: unknown): void;
  on(event: "message", listener: (event: { data: unknown }) => void): unknown;
};

/** The core's end, inside Electron's utility process. */
export function parentUtilityPort<Out, In>(parent: ParentPort): Port<Out, In> {
  const closing: (() => void)[] = [];
  const close = (): void => {
    for (const listener of closing.splice(0)) listener();
  };
  return {
    post: (message) => parent.postMessage(message),
    onMessage: (listener) =>
      void parent.on("message", ({ data }) => {
        if (data === END) close();
        else listener(data as In);
      }),
    onClose: (listener) => void closing.push(listener),
    close,
  };
}
