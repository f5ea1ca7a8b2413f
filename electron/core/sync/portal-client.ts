import type { Failure } from "#shared/errors.ts";
import type { SentMessage } from "#shared/sync/messages.ts";
import type { Feed, Head, Joined, PortalState, Pushed } from "#shared/sync/protocol.ts";
import type { WireEvent } from "#shared/sync/wire.ts";
import type { z } from "zod";
import type { protocol } from "#shared/sync/protocol.ts";

/**
 * What a PC can ask of a portal. Over HTTP by `createHttpClient`; a test answers it in-process.
 * Nothing here throws for what a line or a portal does: it is answered as a refusal.
 */

/** Why something did not go through. */
export type Refused = {
  ok: false;
  error: Failure;
  /** HTTP status; 0 when no answer came. */
  status: number;
  /** The portal's own code, also one that this version does not know; the line's without an answer. */
  code: string;
  /** Milliseconds that the portal asks to wait; null where it does not say. */
  retryAfter: number | null;
};
export type Answer<T> = { ok: true; value: T } | Refused;

type Response<K extends keyof typeof protocol> = (typeof protocol)[K] extends {
  response: infer S extends z.ZodType;
}
  ? z.infer<S>
  : never;

export type Devices = Response<"devices">["devices"];
export type Invitation = Response<"invite">;

/** Told as bytes go over the line, of `total` if that is known. */
export type OnBytes = (done: number, total: number) => void;

export type Upload = {
  sha256: string;
  name: string;
  /** Bytes. */
  size: number;
  /** Where its content lies. */
  path: string;
  /** Where an earlier try was to go on; null for none. */
  url: string | null;
  /** Called as soon as the portal has said where the upload goes on. */
  began(url: string): void;
  onBytes: OnBytes;
};

/** Where a download is written to; it goes on at `size`. */
export type Sink = {
  readonly size: number;
  append(bytes: Uint8Array): Promise<void>;
  /** What is there is not the beginning of what comes. */
  restart(): Promise<void>;
  /** The tag of what comes, to go on with it another time. */
  began?(etag: string): Promise<void>;
};

export type PortalClient = {
  join(request: { code: string; name: string; app: string }): Promise<Answer<Joined>>;
  /** `seen` is the furthest place in the feed that is known here. */
  state(seen?: string): Promise<Answer<PortalState>>;
  /** `onSent` is called once all of it is on its way, again where it has to be sent again. */
  push(epoch: string, events: readonly WireEvent[], onSent?: () => void): Promise<Answer<Pushed>>;
  /** A page of so many bytes of JSON at most. */
  feed(after: string, epoch: string, bytes: number): Promise<Answer<Feed>>;
  heads(): Promise<Answer<{ epoch: string; heads: Head[] }>>;
  fetch(events: readonly { writer: string; seq: number }[]): Promise<Answer<WireEvent[]>>;
  /** Everything of the office, gzipped as it is sent; `etag` is that of what is there already. */
  snapshot(sink: Sink, etag: string | null, onBytes: OnBytes): Promise<Answer<{ etag: string }>>;
  missing(files: readonly string[]): Promise<Answer<string[]>>;
  upload(file: Upload): Promise<Answer<null>>;
  /** Appends what is lacking; whether it is what was asked for is the caller's to check. */
  download(sha256: string, sink: Sink, onBytes: OnBytes): Promise<Answer<null>>;
  send(messages: readonly SentMessage[]): Promise<Answer<{ id: string; code: string }[]>>;
  offices(): Promise<Answer<{ id: string; name: string }[]>>;
  devices(): Promise<Answer<Devices>>;
  invite(): Promise<Answer<Invitation>>;
  revoke(device: string): Promise<Answer<null>>;
  /** Ends what is under way; nothing is sent from now on. */
  close(): Promise<void>;
};
