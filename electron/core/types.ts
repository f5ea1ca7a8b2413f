import type { MethodName, Params, Push, ResultOf } from "#shared/contract.ts";
import type { Failure, Result } from "#shared/errors.ts";

/**
 * Who is calling. `window` is the renderer and may not name paths on disk; `console` is the command
 * line; `host` is the bridge or the shell itself, which streams files to the window.
 */
export type Origin = "window" | "console" | "host";

export type CallContext = { origin: Origin; user: string | null };

/** One handler a method; the parameters are parsed before it is called. */
export type Handlers = {
  [M in MethodName]: (
    params: Params<M>,
    context: CallContext,
  ) => Result<ResultOf<M>> | Promise<Result<ResultOf<M>>>;
};

export type Core = {
  /** Parses `params` by the contract and runs the method; never throws. */
  call(method: string, params: unknown, context: CallContext): Promise<Result<unknown>>;
  /** Listens for news; returns a function that ends it. */
  onPush(listener: (push: Push) => void): () => void;
  close(): Promise<void>;
};

export type CoreOptions = {
  /** Folder of the archive; made when it is not there. */
  archive: string;
  /** Folder of the shipped SOPs, holidays, fonts. */
  resources: string;
  /** Who opens it, as told to others that find it held: "Lajur (jendela)", "baris perintah". */
  holder: string;
  version: string;
  /** Folder of this PC that tells archives from copies of them; the system's own when left out. */
  twins?: string;
  /** Opens it for reading only, after the core has died again and again. */
  readOnly?: boolean;
  /**
   * Why the archive could not be opened. An empty one that cannot be written stands in for it, so
   * that a window can restore a backup.
   */
  rescue?: Failure;
  /** Asks the host to close this core and start another one; nobody does without a host. */
  restart?: () => void;
  /** Backs up once a day and syncs by itself, as a window that stays open does. */
  daily?: boolean;
  /** Key out of the system's key store, to seal what proves this PC to the portal. */
  secretKey?: string;
  /** Milliseconds since 1970; the system's clock unless a test or the demo gives one. */
  now?: () => number;
  /** Random id; `crypto.randomUUID` unless a test gives one. */
  newId?: () => string;
};
