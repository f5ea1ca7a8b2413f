import type { Definition, Step } from "#shared/sop/definition.ts";
import { stepOf } from "#shared/sop/definition.ts";
import type { CalendarIndex } from "#shared/time/calendar-index.ts";
import { computeDeadline, computeDue, type Deadline } from "#shared/time/deadline.ts";
import { answerDeadline, answerDue, objectionDeadline } from "#shared/time/legal.ts";
import { currentVisit, type RequestState } from "./state.ts";

/**
 * The two clocks of a request: the SOP's (its step, and the whole) and the law's. Pure; whether
 * something is late is for whoever reads it to say, for that depends on now.
 */
export type RequestClocks = {
  /** The step the request stands on; null when it is closed. */
  step: Deadline | null;
  /** When the whole would be done if every step still to come took its waktu; null when closed. */
  whole: string | null;
  /** The answer that UU 14/2008 asks for; null for in-house work and when closed. */
  legal: Deadline | null;
  objections: { id: string; deadline: Deadline }[];
};

export function clocksOf(
  state: RequestState,
  definition: Definition,
  calendar: CalendarIndex,
): RequestClocks {
  const current = currentVisit(state);
  const step = current === null ? undefined : stepOf(definition, current.step);
  return {
    step:
      current === null || step === undefined
        ? null
        : computeDeadline({ ...stepInput(state, current.entered, step), calendar }),
    whole:
      current === null || step === undefined
        ? null
        : wholeDue(state, definition, calendar, current.entered, step),
    legal: hasLegalClock(state)
      ? answerDeadline(legalInput(state, calendar), daysMore(state))
      : null,
    objections: (state.objections ?? [])
      .filter((one) => one.answer === null)
      .map(({ id, at }) => ({ id, deadline: objectionDeadline({ start: at, calendar }) })),
  };
}

/** The due instants alone, as lists sort by them. */
export function duesOf(
  state: RequestState,
  definition: Definition,
  calendar: CalendarIndex,
): { due: string | null; legalDue: string | null } {
  const current = currentVisit(state);
  const step = current === null ? undefined : stepOf(definition, current.step);
  return {
    due:
      current === null || step === undefined
        ? null
        : computeDue({ ...stepInput(state, current.entered, step), calendar }),
    legalDue: hasLegalClock(state) ? answerDue(legalInput(state, calendar), daysMore(state)) : null,
  };
}

const stepInput = (state: RequestState, start: string, step: Step) => ({
  start,
  time: step.time,
  pauses: state.pauses ?? [],
});

const hasLegalClock = (state: RequestState): boolean =>
  state.status === "running" && state.requester !== null;

const legalInput = (state: RequestState, calendar: CalendarIndex) => ({
  start: state.created.at,
  calendar,
});

const daysMore = (state: RequestState) => state.extension?.days ?? 0;

/** One after the other along the shortest way to an end: each step begins when the one before is due. */
function wholeDue(
  state: RequestState,
  definition: Definition,
  calendar: CalendarIndex,
  entered: string,
  step: Step,
): string | null {
  let at = computeDue({ ...stepInput(state, entered, step), calendar }) ?? entered;
  let timed = step.time !== null;
  for (const next of shortestWay(definition, step.no)) {
    const due = computeDue({ start: justBefore(at), time: next.time, calendar });
    if (due === null) continue;
    at = due;
    timed = true;
  }
  return timed ? toSecond(at) : null;
}

/** What is done at closing time is done on that day; at the closing itself the next would begin. */
const justBefore = (instant: string): string => new Date(Date.parse(instant) - 1).toISOString();
const toSecond = (instant: string): string =>
  new Date(Math.round(Date.parse(instant) / 1000) * 1000).toISOString();

/** The rows after `from` on the shortest way to an end, in order. */
function shortestWay(definition: Definition, from: number): Step[] {
  const before = new Map<number, number | null>([[from, null]]);
  const queue = [from];
  for (const no of queue) {
    const step = stepOf(definition, no);
    if (step === undefined) continue;
    if (step.next.some(({ to }) => typeof to === "string")) return trace(definition, before, no);
    for (const { to } of step.next) {
      if (typeof to !== "number" || before.has(to)) continue;
      before.set(to, no);
      queue.push(to);
    }
  }
  return [];
}

function trace(
  definition: Definition,
  before: ReadonlyMap<number, number | null>,
  last: number,
): Step[] {
  const way: Step[] = [];
  for (let no: number | null | undefined = last; no !== null && no !== undefined;) {
    const step = stepOf(definition, no);
    const previous: number | null | undefined = before.get(no);
    if (step !== undefined && previous !== null) way.unshift(step);
    no = previous;
  }
  return way;
}
