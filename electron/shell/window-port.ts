import type { IpcMain, IpcMainEvent, WebContents } from "electron";
import type { Port } from "#host/port.ts";
import { readCall, refusalOf } from "#host/protocol.ts";
import type { CallMessage, HostMessage } from "#shared/contract.ts";
import { CALL, MESSAGE } from "./channels.ts";
import { isOwnFrame } from "./policy.ts";

/**
 * Calls `serve` with a new port for every page that the window loads. A page counts its calls from
 * one, so an answer to the page before must not reach the next.
 */
export function onEachPage(
  ipc: Pick<IpcMain, "on" | "off">,
  contents: WebContents,
  serve: (port: Port<HostMessage, CallMessage>) => void,
): void {
  let end: () => void = () => undefined;
  const next = (): void => {
    end();
    const port = windowPort(ipc, contents);
    end = port.close;
    serve(port);
  };
  contents.on("did-navigate", next);
  contents.once("destroyed", () => end());
}

function windowPort(
  ipc: Pick<IpcMain, "on" | "off">,
  contents: WebContents,
): Port<HostMessage, CallMessage> {
  const messages: ((message: CallMessage) => void)[] = [];
  const closes: (() => void)[] = [];
  let open = true;

  const post = (message: HostMessage): void => {
    if (open && !contents.isDestroyed()) contents.send(MESSAGE, message);
  };
  const hear = (event: IpcMainEvent, data: unknown): void => {
    if (event.sender !== contents || !isOwnFrame(event.senderFrame)) return;
    const message = readCall(data);
    if (message !== null) {
      for (const listener of messages) listener(message);
      return;
    }
    const refusal = refusalOf(data);
    if (refusal !== null) post(refusal);
  };
  ipc.on(CALL, hear);

  return {
    post,
    onMessage: (listener) => void messages.push(listener),
    onClose: (listener) => void closes.push(listener),
    close() {
      if (!open) return;
      open = false;
      ipc.off(CALL, hear);
      for (const listener of closes) listener();
    },
  };
}
