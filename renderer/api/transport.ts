import type { CallMessage, HostMessage } from "#shared/contract.ts";

/**
 * State of the line to the core: `connecting` before it first opens, `lost` while it is tried
 * again, `gone` when so many tries failed that a person must act; `refused` when the core is there
 * but does not know this window (its one-time address was used before).
 */
export type LineState = "connecting" | "open" | "lost" | "gone" | "refused";

/** What carries messages between the window and the core: Electron's port or the bridge's socket. */
export type Transport = {
  line(): LineState;
  onLine(listener: (state: LineState) => void): () => void;
  /** Sends at once; false when the line is not open and nothing was sent. */
  send(message: CallMessage): boolean;
  onMessage(listener: (message: HostMessage) => void): () => void;
  close(): void;
};

/** A set of listeners; `emit` tells each of them. */
export function createEmitter<T>() {
  const listeners = new Set<(value: T) => void>();
  return {
    on(listener: (value: T) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    emit(value: T): void {
      for (const listener of [...listeners]) listener(value);
    },
  };
}
