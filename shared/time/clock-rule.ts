import type { CalendarIndex } from "./calendar-index.ts";
import type { Count } from "./day-rules.ts";
import { DAY, dayAt, MINUTE } from "./days.ts";
import { nextOpening, type Stop } from "./open-time.ts";
import { runningParts } from "./pauses.ts";
import { explainMove } from "./trail.ts";

/**
 * Hours of the clock (issue 4, the office's setting): they run day and night, and what would fall
 * due in closed time is due at the next opening.
 */
export function dueByClock({ index, pauses, start, trail }: Count, time: number): number | Stop {
  let left = time;
  let due: number | null = null;
  for (const [from, to] of runningParts([start, Infinity], pauses)) {
    if (to - from >= left) {
      due = from + left;
      break;
    }
    left -= to - from;
  }
  if (due === null) return "paused";
  trail?.add({ day: dayAt(start), until: dayAt(due), kind: "counted", minutes: time / MINUTE });
  return openOrNext({ index, pauses, start: due, trail });
}

/** The moment itself when the office is open or just closing, otherwise the next opening. */
function openOrNext({ index, pauses, start, trail }: Count): number | Stop {
  let at = start;
  for (;;) {
    const open = isClosing(index, at) ? at : nextOpening(index, at);
    if (open === "no_open_day") return open;
    if (open > at) explainMove(index, at, open, trail);
    const moment = open;
    const pause = pauses.find(([from, to]) => from < moment && moment < to);
    if (pause === undefined) return open;
    if (pause[1] === Infinity) return "paused";
    trail?.add({ day: dayAt(open), kind: "paused" });
    at = pause[1];
  }
}

const isClosing = (index: CalendarIndex, local: number): boolean => {
  const midnight = dayAt(local) * DAY;
  return index.plan(dayAt(local)).spans.some(([, to]) => midnight + to === local);
};
