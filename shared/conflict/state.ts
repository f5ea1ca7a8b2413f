import type { Recorded, RequestEvent } from "#shared/request/events.ts";

/** Events that move a request along; of two written at once only one may fit. */
export const TRANSITIONS = ["step.completed", "step.undone", "request.cancelled"] as const;
export type TransitionType = (typeof TRANSITIONS)[number];
export type TransitionEvent = Extract<Recorded, { type: TransitionType }>;

export const isTransition = <E extends { type: string }>(
  event: E,
): event is Extract<E, { type: TransitionType }> =>
  (TRANSITIONS as readonly string[]).includes(event.type);

/** A transition with the id of its event. */
export type Transition = Extract<RequestEvent, { type: TransitionType }> & {
  id: string;
  at: string;
  by: string;
};

/** Decisions on one request that were made without knowing each other and do not fit. */
export type Conflict = {
  /** Id of the first event that was set aside. */
  id: string;
  /** What counts, or counted until the conflict was settled; in order. Empty where nothing does. */
  held: readonly Transition[];
  /** What was set aside, in order. */
  other: readonly Transition[];
  /** Whether the other side can be taken up: it fits where the two parted. */
  able: boolean;
  settled: Settlement | null;
};

export type Settlement = {
  keep: "held" | "other";
  reason: string;
  at: string;
  by: string;
};

/** A number that the request had besides, or before, the one that it bears. */
export type FurtherNumber = {
  number: string;
  running: { year: number; value: number; series?: string };
  /** Its number in the agenda of incoming letters. */
  agenda?: { number: string; running: { year: number; value: number; series?: string } };
  at: string;
  by: string;
  /** Why it bears another one; null where it was registered twice at once. */
  reason: string | null;
};

/** What of a request's state comes of several PCs' work. */
export type ConflictState = {
  conflicts?: readonly Conflict[];
  /** Numbers that it does not bear any more, oldest first. */
  furtherNumbers?: readonly FurtherNumber[];
};

export const openConflicts = (state: ConflictState): readonly Conflict[] =>
  (state.conflicts ?? []).filter(({ settled }) => settled === null);

export const hasConflict = (state: ConflictState): boolean =>
  state.conflicts?.some(({ settled }) => settled === null) === true;

/** The transitions that do not count, once the conflict is settled. */
export const lostOf = ({ held, other, settled }: Conflict): readonly Transition[] =>
  settled?.keep === "other" ? held : other;
