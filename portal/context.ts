import type { FastifyBaseLogger } from "fastify";
import type { AnswerMessage, HandoverMessage, PublicMessage } from "#shared/sync/messages.ts";
import type { WireEvent } from "#shared/sync/wire.ts";
import type { ErrorCode } from "#shared/errors.ts";
import type { Config } from "./config.ts";
import type { Blobs, FileStorage } from "./files/blobs.ts";
import type { Store, Tx } from "./store/store.ts";

/** An event that an office's feed took up, with its body already read. */
export type AcceptedEvent = { event: WireEvent; body: unknown };

/** Whose a message is, or whom it goes to: an office's id, or `public`. */
export type Party = string;

export type PassedMessage = {
  from: Party;
  to: Party;
  message: AnswerMessage | HandoverMessage | PublicMessage;
};

/**
 * What the portal's parts do when something arrives, in the transaction that stores it; a throw
 * undoes all of it. They add themselves when they are registered.
 */
export type Hooks = {
  /** Events of an office, in the order of its feed; refused ones are not among them. */
  accepted: ((tx: Tx, office: string, events: readonly AcceptedEvent[]) => Promise<void>)[];
  /** Every message once, whoever it is from. */
  passed: ((tx: Tx, passed: PassedMessage) => Promise<void>)[];
  /**
   * An office's message to the public, before `passed`: a code refuses it, null takes it. Without
   * any of these the portal has no public pages and refuses them all.
   */
  answer: ((tx: Tx, office: string, message: AnswerMessage) => Promise<ErrorCode | null>)[];
  /** Identities were deleted from an office's feed; after the commit. */
  erased: ((office: string) => void)[];
};

/** What every part of the portal works with. */
export type PortalContext = {
  readonly store: Store;
  readonly config: Config;
  readonly now: () => Date;
  /** 128 random bits, as ids are. */
  readonly newId: () => string;
  /** Bytes of files by their SHA-256. */
  readonly blobs: Blobs;
  /** Those with the uploads on their way in. */
  readonly files: FileStorage;
  readonly log: FastifyBaseLogger;
  readonly hooks: Hooks;
  /** The portal's own version. */
  readonly version: string;
  /** Aborted when the portal stops: whoever waits answers at once. */
  readonly stopping: AbortSignal;
};

/** What the services need; they run without HTTP and without files, as in tests. */
export type ServiceContext = Pick<PortalContext, "store" | "now" | "newId" | "hooks">;

export const noHooks = (): Hooks => ({ accepted: [], passed: [], answer: [], erased: [] });
