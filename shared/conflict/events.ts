import type { Running } from "#shared/request/model.ts";

/** What was decided about decisions that contradict each other, on the stream of the request. */
export type ConflictEvent =
  | { type: "conflict.settled"; body: SettledConflict }
  /** It gets another registration number, since another request bears the same one. */
  | { type: "request.renumbered"; body: { number: string; running: Running; reason: string } };

/** Tells on which PC the writer of this event writes; on the stream of the office. */
export type PcEvent = { type: "pc.named"; body: { name: string } };

export type SettledConflict = {
  /** Id of the conflict: that of the first event that was set aside. */
  conflict: string;
  /** Which side counts: the one that has held so far, or the other one. */
  keep: "held" | "other";
  reason: string;
};
