import type { CkanState } from "#shared/ckan/state.ts";
import type { ConflictState } from "#shared/conflict/state.ts";
import type { DispositionState } from "#shared/disposition/model.ts";
import type { HandoverState } from "#shared/handover/model.ts";
import type { LetterState } from "#shared/letter/state.ts";
import type { PublicState } from "#shared/public-request/model.ts";
import type { Correction, Erased } from "#shared/privacy/state.ts";
import type { RetentionState } from "#shared/retention/kept.ts";
import type { Outcome } from "#shared/sop/definition.ts";
import type { AttachedFile } from "./events.ts";
import type { Assessment, Extension, Item, Objection, Running } from "./model.ts";

/** Where a request stands, as reduce.ts makes it of its events. */

/** One stay of a request on a step; loops make visits 1, 2, 3 of one step. */
export type Visit = {
  step: number;
  visit: number;
  /** ISO instants; `completed` is null on the step the request stands on. */
  entered: string;
  completed: string | null;
  /** User id of whoever completed it. */
  by: string | null;
  branch: string | null;
  note: string;
};

export type RequestStatus = "running" | "ended" | "cancelled";

export type RequestState = PublicState &
  ConflictState &
  CkanState & {
    /** Steps of it that other offices did or do. */
    handovers?: readonly HandoverState[];
    id: string;
    number: string;
    running: Running;
    /** Its number in the agenda of incoming letters. */
    agenda?: { number: string; running: Running };
    sop: { id: string; version: number };
    status: RequestStatus;
    outcome: Outcome | null;
    /** In the order they were entered; the last one is open while the request runs. */
    visits: readonly Visit[];
    /** Digest of the requester's identity; null for in-house work. */
    requester: string | null;
    /** Month or year of a recurring run; absent otherwise. */
    period?: string;
    subject: string;
    purpose: string;
    delivery: string;
    letter: { number: string; date: string };
    received: string;
    created: { at: string; by: string };
    items: readonly Item[];
    assessments: readonly Assessment[];
    notes: readonly { at: string; by: string; step: number | null; text: string }[];
    files: readonly (AttachedFile & { at: string; by: string; withdrawn: string | null })[];
    dispositions: readonly DispositionState[];
    letters: readonly LetterState[];
    cancelled: { at: string; by: string; reason: string } | null;
    /** Stretches in which the SOP's clock stood still; the last one is open while it does. */
    pauses?: readonly { from: string; to: string | null; reason: string; by: string }[];
    /** The one extension of the legal answer. */
    extension?: { days: Extension; reason: string; at: string; by: string };
    objections?: readonly (Objection & {
      id: string;
      at: string;
      by: string;
      answer: { text: string; at: string; by: string } | null;
    })[];
    /** How the requester was corrected, oldest first, and whether the identity was erased. */
    corrections?: readonly Correction[];
    erased?: Erased;
    /** What is known of it as an archive; absent until something is. */
    retention?: RetentionState;
    /** It holds events that only a newer Lajur understands. */
    newer?: true;
    /** When the last event was recorded. */
    changed: string;
  };

/** The visit the request stands on, or null when it has ended or was cancelled. */
export function currentVisit(state: RequestState): Visit | null {
  const last = state.visits.at(-1);
  return state.status === "running" && last?.completed === null ? last : null;
}

/** When the request ended or was cancelled; null while it runs. */
export function closedAt(state: RequestState): string | null {
  if (state.cancelled !== null) return state.cancelled.at;
  return state.status === "ended" ? (state.visits.at(-1)?.completed ?? null) : null;
}

/** How often `step` has been entered so far. */
export function visitCount(state: RequestState, step: number): number {
  let count = 0;
  for (const visit of state.visits) if (visit.step === step) count += 1;
  return count;
}

/** Whether the SOP's clock stands still now. */
export const isPaused = (state: RequestState): boolean =>
  state.status === "running" && state.pauses?.at(-1)?.to === null;
