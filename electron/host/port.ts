/** A two-way line for messages; adapters make one of a worker, a utility process or a WebSocket. */
export type Port<Out, In> = {
  post(message: Out): void;
  onMessage(listener: (message: In) => void): void;
  /** Called once, when the other side has gone or `close` was called. */
  onClose(listener: () => void): void;
  close(): void;
};

/** What a host sends to a core in place of a call, to ask it to close the archive and end. */
export const END = "end";
