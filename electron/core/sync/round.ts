import type { Failure } from "#shared/errors.ts";
import type { SentMessage, ReceivedMessage } from "#shared/sync/messages.ts";
import type { SyncState } from "#shared/sync/contract.ts";
import type { Archive } from "../archive/archive.ts";
import type { FileStore } from "../files/store.ts";
import type { FileQueue } from "./file-queue.ts";
import type { Places } from "./places.ts";
import type { PortalClient, Refused } from "./portal-client.ts";
import type { Refusals } from "./refusals.ts";

/** What the steps of one round work with. */

/** Messages to the public and to other offices, as electron/core/messages keeps them. */
export type Outbox = {
  pending(most?: number): SentMessage[];
  waiting(): { messages: number; bytes: number };
  /** The portal has them; those that it refused are kept with its code. */
  sent(ids: readonly string[], refused?: readonly { id: string; code: string }[]): void;
  /** The portal was restored: everything is sent again. */
  again(): void;
};

export type Transfer = NonNullable<SyncState["transfer"]>;

export type Round = {
  archive: Archive;
  store: FileStore;
  client: PortalClient;
  places: Places;
  files: FileQueue;
  refusals: Refusals;
  outbox: Outbox;
  /** Called in the transaction that moves the cursor past the message. */
  onMessage: (message: ReceivedMessage) => void;
  /** Offices that a step can be handed to. */
  onOffices: (offices: readonly { id: string; name: string }[]) => void;
  /** Something was received: events of these streams, messages, or a file of one. */
  onStreams: (streams: readonly string[]) => void;
  /**
   * The feed was read to its end: what messages say goes into the log. Answers whether something was
   * written.
   */
  onCaughtUp: () => boolean;
  /** Everything that the portal has is here; true when something was recorded for it since. */
  onComplete?: () => boolean;
  /** Another PC has destroyed requests: their files go here too. */
  onDestroyed: () => void;
  report: (transfer: Transfer | null) => void;
  /** What a person calls a file; empty for one that nobody has named. */
  nameOf: (stream: string, sha256: string) => string;
  /** A person asked: files too, and what was tried in vain before. */
  asked: boolean;
  metered: boolean;
  /** Counted as it goes. */
  counts: Counts;
};

export type Counts = {
  sent: number;
  received: number;
  messages: number;
  filesOut: number;
  filesIn: number;
};

export const noCounts = (): Counts => ({
  sent: 0,
  received: 0,
  messages: 0,
  filesOut: 0,
  filesIn: 0,
});

/** Why a step did not come through to its end; null when it did. */
export type Trouble = Pick<Refused, "error" | "status" | "code" | "retryAfter"> | null;

export const troubleOf = (error: Failure): NonNullable<Trouble> => ({
  error,
  status: 200,
  code: error.code,
  retryAfter: null,
});

/** Nothing more of this round comes through: the line, the token, the version, or a busy portal. */
export const endsRound = ({ status }: NonNullable<Trouble>): boolean =>
  status === 0 || status === 401 || status === 426 || status === 429 || status >= 500;

/** Nothing of this connection comes through before a person has done something. */
export const endsConnection = ({ status }: NonNullable<Trouble>): boolean => status === 401;

const ANEW = new Set(["epoch_changed", "cursor_unknown", "event_gap"]);

/** The portal is not where it was: both compare how far they are. */
export const asksAnew = ({ code }: NonNullable<Trouble>): boolean => ANEW.has(code);
