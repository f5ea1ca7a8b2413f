import type { CallMessage, HostMessage } from "./contract.ts";
import type { Result } from "./errors.ts";

/**
 * How the window reaches its host. In Electron the preload gives `window.lajur`; on the bridge there
 * is none, and the window exchanges the token in its address for a cookie and opens a WebSocket.
 * Files come the same way in both: `<a href="/file/REQUEST/FILE" download>`.
 */

export type LajurWindow = {
  post(message: CallMessage): void;
  /** Listens for replies and news; returns a function that ends it. */
  onMessage(listener: (message: HostMessage) => void): () => void;
  /** Asks where and writes there; `false` when the person changed their mind. */
  saveFile(bytes: Uint8Array, name: string): Promise<Result<boolean>>;
  /** Opens the system's print dialog; `false` when the person changed their mind. */
  print(bytes: Uint8Array): Promise<Result<boolean>>;
};

declare global {
  interface Window {
    readonly lajur?: LajurWindow;
  }
}

/** POST `{"token": "..."}` here: 204 with the cookie, or 401 for a token that was used or unknown. */
export const SESSION_PATH = "/session";
/** WebSocket: one JSON message a call (`CallMessage`), one a reply or push (`HostMessage`). */
export const PORT_PATH = "/port";
/** Name of the token in the address's fragment: `#token=...`. */
export const TOKEN_KEY = "token";

/** What a file that is saved is, by the end of its name; a PDF unless it says otherwise. */
export const fileKindOf = (name: string): { label: string; extension: string; mime: string } =>
  name.toLowerCase().endsWith(".docx")
    ? {
        label: "Word",
        extension: "docx",
        mime: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      }
    : { label: "PDF", extension: "pdf", mime: "application/pdf" };

/** An attachment as a download. */
export const filePath = (request: string, file: string): string =>
  `/file/${encodeURIComponent(request)}/${encodeURIComponent(file)}`;

/** A finished download such as the list of requests in Excel. */
export const downloadPath = (download: string): string =>
  `/download/${encodeURIComponent(download)}`;
