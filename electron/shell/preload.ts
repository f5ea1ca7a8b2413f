import { contextBridge, ipcRenderer } from "electron";
import type { HostMessage } from "#shared/contract.ts";
import type { LajurWindow } from "#shared/window.ts";
import { CALL, MESSAGE, PRINT, SAVE_FILE } from "./channels.ts";

/** The whole of what the sandboxed window can reach. */
const lajur: LajurWindow = {
  post: (message) => ipcRenderer.send(CALL, message),
  onMessage(listener) {
    const hear = (_event: unknown, message: HostMessage): void => listener(message);
    ipcRenderer.on(MESSAGE, hear);
    return () => ipcRenderer.off(MESSAGE, hear);
  },
  saveFile: (bytes, name) => ipcRenderer.invoke(SAVE_FILE, bytes, name),
  print: (bytes) => ipcRenderer.invoke(PRINT, bytes),
};

contextBridge.exposeInMainWorld("lajur", lajur);
