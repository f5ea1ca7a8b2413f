import type { DispositionState } from "#shared/disposition/model.ts";
import { applyDispositionEvent } from "#shared/disposition/state.ts";
import { applyLetterEvent, type LetterState } from "#shared/letter/state.ts";
import {
  type Definition,
  type Outcome,
  outcomeOf,
  stepOf,
  type Target,
} from "#shared/sop/definition.ts";
import type { AttachedFile, Recorded, Running } from "./events.ts";
import type { Assessment, Extension, Item, Objection } from "./model.ts";

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

export type RequestState = {
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

/** The target that a completion of `step` by `branch` leads to; null when the branch is unknown. */
export function targetOf(
  definition: Definition,
  step: number,
  branch: string | null,
): Target | null {
  const next = stepOf(definition, step)?.next ?? [];
  const taken =
    branch === null && next.length === 1 ? next[0] : next.find((one) => one.when === branch);
  return taken?.to ?? null;
}

/**
 * The state after one event. Pure; `state` is null only before `request.created`.
 * Events are facts that were checked when they were written, so a fact that does not fit the
 * definition is a broken archive and throws.
 */
export function applyEvent(
  state: RequestState | null,
  event: Recorded,
  definition: Definition,
  id: string,
): RequestState {
  if (state === null) {
    if (event.type !== "request.created") throw new Error(`${event.type} before request.created`);
    return created(event, id);
  }
  return { ...changed(state, event, definition), changed: event.at };
}

function changed(state: RequestState, event: Recorded, definition: Definition): RequestState {
  switch (event.type) {
    case "request.created":
      throw new Error("request.created twice");
    case "step.completed":
      return completed(state, event, definition);
    case "step.undone":
      return undone(state, event.body);
    case "request.cancelled":
      return {
        ...state,
        status: "cancelled",
        cancelled: { at: event.at, by: event.by, reason: event.body.reason },
      };
    case "items.assessed":
      return { ...state, assessments: merged(state.assessments, event.body.items) };
    case "note.added":
      return { ...state, notes: [...state.notes, { at: event.at, by: event.by, ...event.body }] };
    case "file.attached":
      return {
        ...state,
        files: [...state.files, { ...event.body, at: event.at, by: event.by, withdrawn: null }],
      };
    case "file.withdrawn":
      return {
        ...state,
        files: state.files.map((file) =>
          file.id === event.body.file ? { ...file, withdrawn: event.body.reason } : file,
        ),
      };
    case "disposition.given":
    case "disposition.reported":
      return { ...state, dispositions: applyDispositionEvent(state.dispositions, event) };
    case "letter.drafted":
    case "letter.discarded":
    case "letter.submitted":
    case "letter.checked":
    case "document.issued":
    case "letter.voided":
    case "letter.signed":
    case "letter.sent":
      return { ...state, letters: applyLetterEvent(state.letters, event) };
    case "clock.paused":
      return {
        ...state,
        pauses: [
          ...(state.pauses ?? []),
          { from: event.at, to: null, reason: event.body.reason, by: event.by },
        ],
      };
    case "clock.resumed":
      return {
        ...state,
        pauses: (state.pauses ?? []).map((one) =>
          one.to === null ? { ...one, to: event.at } : one,
        ),
      };
    case "answer.extended":
      return { ...state, extension: { ...event.body, at: event.at, by: event.by } };
    case "objection.filed":
      return {
        ...state,
        objections: [
          ...(state.objections ?? []),
          { ...event.body, at: event.at, by: event.by, answer: null },
        ],
      };
    case "objection.answered": {
      const answer = { text: event.body.answer, at: event.at, by: event.by };
      return {
        ...state,
        objections: (state.objections ?? []).map((one) =>
          one.id === event.body.id ? { ...one, answer } : one,
        ),
      };
    }
    default:
      return event satisfies never;
  }
}

/** Whether the SOP's clock stands still now. */
export const isPaused = (state: RequestState): boolean =>
  state.status === "running" && state.pauses?.at(-1)?.to === null;

/** The state after all events of one request, in causal order; null when there are none. */
export function foldEvents(
  events: Iterable<Recorded>,
  definition: Definition,
  id: string,
): RequestState | null {
  let state: RequestState | null = null;
  for (const event of events) state = applyEvent(state, event, definition, id);
  return state;
}

function created(event: Extract<Recorded, { type: "request.created" }>, id: string): RequestState {
  return {
    id,
    ...event.body,
    status: "running",
    outcome: null,
    visits: [opened(1, 1, event.at)],
    created: { at: event.at, by: event.by },
    assessments: [],
    notes: [],
    files: [],
    dispositions: [],
    letters: [],
    cancelled: null,
    changed: event.at,
  };
}

const opened = (step: number, visit: number, entered: string): Visit => ({
  step,
  visit,
  entered,
  completed: null,
  by: null,
  branch: null,
  note: "",
});

function completed(
  state: RequestState,
  event: Extract<Recorded, { type: "step.completed" }>,
  definition: Definition,
): RequestState {
  const { step, visit, branch, note } = event.body;
  const current = currentVisit(state);
  const target = targetOf(definition, step, branch);
  if (current?.step !== step || current.visit !== visit || target === null) {
    throw new Error(`step ${step} visit ${visit} does not follow from the state`);
  }
  const closed: Visit = { ...current, completed: event.at, by: event.by, branch, note };
  const visits = [...state.visits.slice(0, -1), closed];
  const outcome = outcomeOf(target);
  if (outcome !== null) return { ...state, visits, status: "ended", outcome };
  const next = target as number;
  visits.push(opened(next, visitCount(state, next) + 1, event.at));
  return { ...state, visits };
}

/** Takes back the last completion: the request stands on that visit again. */
function undone(state: RequestState, body: { step: number; visit: number }): RequestState {
  const visits = state.status === "ended" ? [...state.visits] : state.visits.slice(0, -1);
  const last = visits.pop();
  if (last?.step !== body.step || last.visit !== body.visit) {
    throw new Error(`step ${body.step} visit ${body.visit} is not the last completed one`);
  }
  visits.push(opened(last.step, last.visit, last.entered));
  return { ...state, visits, status: "running", outcome: null };
}

function merged(known: readonly Assessment[], found: readonly Assessment[]): Assessment[] {
  const byNo = new Map(known.map((one) => [one.no, one]));
  for (const one of found) byNo.set(one.no, one);
  return [...byNo.values()].sort((a, b) => a.no - b.no);
}
