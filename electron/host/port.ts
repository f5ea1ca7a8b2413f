/** A two-way line for messages; adapters make one of a worker, a utility process or a WebSocket. */
export type Port<Out, In> = {
  post(message: Out): void;
  onMessage(listener: (message: In) => void): void;
  /** Called once, when the other side has gone or `close` was called. */
  onClose(listener: () => void): void;
  close(): void;
};
