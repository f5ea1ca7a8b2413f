import type { CalendarIndex, DayReason } from "./calendar-index.ts";
import { dayAt } from "./days.ts";
import { toInstant } from "./moments.ts";

/** How a deadline came about, day by day, for whoever has to defend it. */

export type EntryKind = "start" | "counted" | "skipped" | "paused" | "due";

export type EntryReason =
  | DayReason
  /** The day is open, but the moment is before, between or after its hours. */
  | { code: "outside_hours" }
  /** The clock runs again: the day counts as the start day. */
  | { code: "resumed" };

type Facts = {
  kind: EntryKind;
  reason?: EntryReason;
  /** Minutes of that day that were counted, where minutes or hours are. */
  minutes?: number;
  /** How many days it stands for, where it is a run. */
  days?: number;
};

/** One line of a derivation; `day` and `until` are `YYYY-MM-DD`, `at` is an ISO instant. */
export type DerivationEntry = Facts & { day: string; until?: string; at?: string };

type Mark = Facts & { day: number; until?: number; local?: number };

/** Collects what the rules say as they count. */
export type Trail = {
  add: (mark: Mark) => void;
  entries: () => DerivationEntry[];
};

/** Longest derivation that is told day by day: three months. */
const MOST = 93;
/** Days told at either end of a longer one. */
const ENDS = 31;

export function createTrail(index: CalendarIndex): Trail {
  const marks: Mark[] = [];
  const entryOf = ({ day, until, local, ...facts }: Mark): DerivationEntry => ({
    day: index.text(day),
    ...(until === undefined ? {} : { until: index.text(until) }),
    ...(local === undefined ? {} : { at: toInstant(local, index.ahead) }),
    ...facts,
  });
  return {
    add: (mark) => {
      marks.push(mark);
    },
    entries: () => shortened(marks).map(entryOf),
  };
}

/** The middle of a long derivation by kind and reason, each with its number of days. */
function shortened(marks: readonly Mark[]): readonly Mark[] {
  if (marks.length <= MOST) return marks;
  const runs = new Map<string, Mark>();
  for (const mark of marks.slice(ENDS, -ENDS)) {
    const key = `${mark.kind} ${mark.reason?.code ?? ""}`;
    const run = runs.get(key);
    runs.set(key, run === undefined ? asRun(mark) : joined(run, mark));
  }
  return [...marks.slice(0, ENDS), ...runs.values(), ...marks.slice(-ENDS)];
}

const asRun = (mark: Mark): Mark => ({
  ...mark,
  days: mark.days ?? 1,
  until: mark.until ?? mark.day,
});

function joined(run: Mark, mark: Mark): Mark {
  const next = asRun(mark);
  return {
    ...run,
    until: next.until,
    days: (run.days ?? 1) + (next.days ?? 1),
    ...(run.reason === undefined ? {} : { reason: sameReason(run.reason, mark.reason) }),
    ...(run.minutes === undefined ? {} : { minutes: run.minutes + (mark.minutes ?? 0) }),
  };
}

/** A run of several holidays has no one name. */
const sameReason = (one: EntryReason, other: EntryReason | undefined): EntryReason =>
  "name" in one && !(other !== undefined && "name" in other && other.name === one.name)
    ? { ...one, name: "" }
    : one;

/** Says why a moment was moved to an opening: the days in between, and its own. */
export function explainMove(
  index: CalendarIndex,
  from: number,
  to: number,
  trail: Trail | null,
): void {
  if (trail === null) return;
  const last = Math.max(dayAt(from), dayAt(to) - 1);
  for (let day = dayAt(from); day <= last; day += 1) {
    const { spans, reason } = index.plan(day);
    const closed = spans.length === 0 && reason !== null;
    trail.add({ day, kind: "skipped", reason: closed ? reason : { code: "outside_hours" } });
  }
}
