import type { RunView } from "./run.ts";
import type { Annotation } from "./types.ts";
import type { Definition, Step } from "#shared/sop/definition.ts";

/** What a run writes under the planned time of a step: its real time, when, and by whom. */

export type Tone = "done" | "now" | "plain";
export type TonedAnnotation = Annotation & { tone: Tone };

/** How the sheet says instants and durations; the office's calendar may count durations better. */
export type Clock = {
  instant: (iso: string) => string;
  /** Null where nothing is worth saying. */
  elapsed?: (from: string, to: string) => string | null;
  /** What is left for the current step ("sisa 9 jam 40 mnt"). */
  remaining?: string | null;
};

export const runWords = {
  since: (at: string) => `sejak ${at}`,
  real: (duration: string) => `nyata ${duration}`,
  minutes: (count: number) => `${count} mnt`,
  hours: (count: number) => `${count} jam`,
  hoursMinutes: (hours: number, minutes: number) => `${hours} jam ${minutes} mnt`,
  days: (count: number) => `${count} hari`,
  daysHours: (days: number, hours: number) => `${days} hari ${hours} jam`,
};

/** The lines under the planned time of each step that the run has touched. */
export function annotationsOf(
  definition: Definition,
  view: RunView | null,
  clock: Clock,
): Map<number, TonedAnnotation[]> {
  const all = new Map<number, TonedAnnotation[]>();
  if (view === null) return all;
  for (const step of definition.steps) {
    const lines = annotationLines(step, view, clock);
    if (lines.length > 0) all.set(step.no, lines);
  }
  return all;
}

function annotationLines(step: Step, view: RunView, clock: Clock): TonedAnnotation[] {
  const { state, last, open } = view.step(step.no);
  if (state === "current" && open !== null) {
    const at = oneLine(clock.instant(open.entered));
    const since = { text: runWords.since(at), tone: "now" as const };
    const left = clock.remaining?.replaceAll(NUMBER_AND_UNIT, "$1\u00a0") ?? null;
    return left === null ? [since] : [{ text: left, bold: true, tone: "now" }, since];
  }
  if (last?.completed === null || last === null) return [];
  const tone = state === "done" ? ("done" as const) : ("plain" as const);
  const elapsed = clock.elapsed ?? elapsedWords;
  const took = step.time === null ? null : elapsed(last.entered, last.completed);
  return [
    ...(took === null ? [] : [{ text: runWords.real(oneLine(took)), tone }]),
    { text: oneLine(clock.instant(last.completed)), tone },
    ...(last.by === null ? [] : [{ text: last.by.name, tone }]),
  ];
}

/** Dates and durations stay on one line where they fit. */
const oneLine = (text: string) => text.replaceAll(" ", "\u00a0");

const NUMBER_AND_UNIT = /(\d) (?=\p{L})/gu;

/**
 * The time between two ISO instants by the clock on the wall, short enough for its column: a second
 * unit only beside one hour or one day. Null when it is less than a minute: such a step was only
 * ticked off.
 */
export function elapsedWords(from: string, to: string): string | null {
  const minutes = Math.floor((Date.parse(to) - Date.parse(from)) / 60_000);
  if (!(minutes >= 1)) return null;
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  if (days > 1 || (days === 1 && hours === 24)) return runWords.days(days);
  if (days === 1) return runWords.daysHours(days, hours - 24);
  if (hours > 1 || minutes === 60) return runWords.hours(hours);
  return hours === 1 ? runWords.hoursMinutes(hours, minutes - 60) : runWords.minutes(minutes);
}
