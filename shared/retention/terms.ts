import type { Fate, FindRule, Period, RetentionRule } from "./rules.ts";

/** When an archive leaves its active and its inactive time. Days are `YYYY-MM-DD`. Pure. */

/**
 * The day some months after `day`; the last one of its month where that is shorter (29 February
 * 2024 and 12 months: 28 February 2025), as periods by calendar months end.
 */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const whole = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(whole / 12), whole % 12];
  const last = new Date(Date.UTC(toYear, toMonth + 1, 0)).getUTCDate();
  return [
    String(toYear).padStart(4, "0"),
    String(toMonth + 1).padStart(2, "0"),
    String(Math.min(date, last)).padStart(2, "0"),
  ].join("-");
}

export const monthsOf = ({ years, months }: Period): number => years * 12 + months;

/**
 * The days from which an archive is no longer active, and no longer inactive. Both are counted from
 * the closing, so that a short February does not shorten what comes after it.
 */
export function endsOf(closed: string, { active, inactive }: RetentionRule): Ends {
  const first = monthsOf(active);
  return {
    activeEnd: addMonths(closed, first),
    inactiveEnd: addMonths(closed, first + monthsOf(inactive)),
  };
}
export type Ends = { activeEnd: string; inactiveEnd: string };

/** What was decided about an archive that the schedule says to look at again. */
export type Review = {
  decision: "destroy" | "permanent" | "extend";
  /** Day of the decision, and the day until which it is kept on; empty unless extended. */
  day: string;
  until: string;
};

export type Held = {
  /** Day on which the request was closed; null while it runs. */
  closed: string | null;
  /** The request's own classification; empty for none. */
  code: string;
  /** Those of its letters. */
  letters: readonly string[];
  review: Review | null;
};

export type Keeping = Ends & {
  fate: Fate;
  /** The code whose rule keeps it longest. */
  by: string;
};

/**
 * How long a request with its letters is kept: the longest of its own rule and its letters', and the
 * fate that keeps most. Null while it runs, and while one of its codes has no rule: what nobody has
 * ruled on is never destroyed.
 */
export function keepingOf({ closed, code, letters, review }: Held, find: FindRule): Keeping | null {
  if (closed === null || code === "") return null;
  let kept: Keeping | null = null;
  for (const one of new Set([code, ...letters])) {
    const rule = find(one);
    if (rule === null) return null;
    kept = longer(kept, { ...endsOf(closed, rule), fate: rule.fate, by: one });
  }
  return kept === null ? null : reviewed(kept, closed, review);
}

const WEIGHT: Record<Fate, number> = { destroy: 0, review: 1, permanent: 2 };

function longer(a: Keeping | null, b: Keeping): Keeping {
  if (a === null) return b;
  return {
    activeEnd: a.activeEnd > b.activeEnd ? a.activeEnd : b.activeEnd,
    inactiveEnd: a.inactiveEnd > b.inactiveEnd ? a.inactiveEnd : b.inactiveEnd,
    fate: WEIGHT[b.fate] > WEIGHT[a.fate] ? b.fate : a.fate,
    by: b.inactiveEnd > a.inactiveEnd ? b.by : a.by,
  };
}

/** A decision of before the request was opened and closed again no longer counts. */
function reviewed(kept: Keeping, closed: string, review: Review | null): Keeping {
  if (review === null || kept.fate !== "review" || review.day < closed) return kept;
  if (review.decision !== "extend") return { ...kept, fate: review.decision };
  return review.until > kept.inactiveEnd ? { ...kept, inactiveEnd: review.until } : kept;
}

/** Where an archive stands on `today`. */
export type Stage = "running" | "unruled" | "active" | "inactive" | Fate | "destroyed";

export function stageOn(
  today: string,
  { closed, destroyed }: { closed: string | null; destroyed: boolean },
  keeping: Keeping | null,
): Stage {
  if (destroyed) return "destroyed";
  if (closed === null) return "running";
  if (keeping === null) return "unruled";
  if (today < keeping.activeEnd) return "active";
  return today < keeping.inactiveEnd ? "inactive" : keeping.fate;
}

/** Whether an archive has reached the end of its inactive time with this fate. */
export const heldIsDue = (
  row: { fate: Fate | null; inactiveEnd: string | null; destroyed: string },
  fate: Fate,
  today: string,
): boolean =>
  row.fate === fate && row.destroyed === "" && row.inactiveEnd !== null && row.inactiveEnd <= today;
