import { currentVisit, isPaused, type RequestState } from "#shared/request/state.ts";
import type { Definition, Outcome } from "#shared/sop/definition.ts";
import type { AnswerMessage } from "#shared/sync/messages.ts";
import { cut } from "#shared/text.ts";

/** What the public may read of a request: no notes, no names of officials, no dispositions. */
export type Shown = Extract<AnswerMessage, { type: "public.shown" }>["body"];

const OUTCOME_WORDS: Record<Outcome, string> = {
  selesai: "Permohonan selesai dilayani.",
  ditolak: "Permohonan ditolak. Alasannya tertulis pada surat yang disampaikan kepada Anda.",
  "tidak-tersedia": "Data yang diminta tidak tersedia pada kantor ini.",
  "unduh-langsung": "Data yang diminta sudah tersedia dan dapat langsung diunduh.",
};

/** Characters that the portal takes of one step's words. */
const MOST = 300;

/** Where a registered request stands, in public words. `due`: day of the legal answer, or empty. */
export function shownRequest(
  state: RequestState,
  definition: Definition,
  { due, revision }: { due: string; revision: number },
): Shown {
  const answered = state.objections?.findLast(({ answer }) => answer !== null)?.answer;
  return {
    tracking: state.origin?.portal ?? "",
    revision,
    status: statusOf(state),
    number: state.number,
    sop: definition.name,
    steps: stepsOf(state, definition),
    message: messageOf(state),
    due,
    objection: answered?.text ?? "",
  };
}

function statusOf(state: RequestState): Shown["status"] {
  if (state.status !== "running") return state.status;
  return isPaused(state) ? "paused" : "running";
}

function messageOf(state: RequestState): string {
  if (state.cancelled !== null) return state.cancelled.reason;
  if (isPaused(state)) return state.pauses?.at(-1)?.reason ?? "";
  return state.outcome === null ? "" : OUTCOME_WORDS[state.outcome];
}

function stepsOf(state: RequestState, definition: Definition): Shown["steps"] {
  const current = currentVisit(state);
  const ahead = current === null ? new Set<number>() : reachable(definition, current.step);
  const again = current === null ? new Set<number>() : comingAgain(state, current.step);
  const completed = new Map<number, string>();
  for (const { step, completed: at } of state.visits) if (at !== null) completed.set(step, at);
  return definition.steps.slice(0, 100).map(({ no, gist, lane }) => {
    const text = gist.length > MOST ? `${cut(gist, MOST - 1)}…` : gist;
    const done = again.has(no) ? undefined : completed.get(no);
    if (no === current?.step) return { no, text, lane, state: "now", at: "" };
    if (done !== undefined) return { no, text, lane, state: "done", at: done };
    return { no, text, lane, state: ahead.has(no) ? "ahead" : "skipped", at: "" };
  });
}

/** Steps that can still follow. */
function reachable(definition: Definition, from: number): Set<number> {
  const found = new Set([from]);
  for (const no of found) {
    for (const { to } of definition.steps[no - 1]?.next ?? []) {
      if (typeof to === "number") found.add(to);
    }
  }
  return found;
}

/** Steps gone through since the current one was last left: a loop led back, they come once more. */
function comingAgain(state: RequestState, step: number): Set<number> {
  const last = state.visits.findLastIndex((one) => one.step === step && one.completed !== null);
  if (last < 0) return new Set();
  return new Set(state.visits.slice(last).map((one) => one.step));
}

/** A form that was sent back or refused before it was registered. */
export const shownDraft = (
  tracking: string,
  status: "incomplete" | "refused",
  message: string,
  revision: number,
): Shown => ({
  tracking,
  revision,
  status,
  number: "",
  sop: "",
  steps: [],
  message,
  due: "",
  objection: "",
});
