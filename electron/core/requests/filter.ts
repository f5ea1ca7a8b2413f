import type { RequestFilter } from "#shared/contract.ts";
import type { Archive } from "../archive/archive.ts";

/** Conditions on rows of `request`, joined by AND, with the values of their marks in order. */
export type Condition = { sql: string[]; values: string[] };

const DAY = 86_400_000;
/** "Soon" are this many days after today. */
const SOON = 3;

/** Between which instants a deadline lies that is late, due today, or due soon. */
function dueBetween(archive: Archive, due: "late" | "today" | "soon"): [string, string] {
  const now = archive.now();
  const { ahead } = archive.calendar.index();
  const midnight = Math.floor((Date.parse(now) + ahead) / DAY) * DAY + DAY - ahead;
  const tomorrow = new Date(midnight).toISOString();
  if (due === "late") return ["", now];
  if (due === "today") return [now, tomorrow];
  return [tomorrow, new Date(midnight + SOON * DAY).toISOString()];
}

/** Only open requests stand on a lane or are due. */
const isOfOpen = ({ lanes, due }: RequestFilter): boolean => lanes.length > 0 || due !== "any";

/** The literal lets the index of the open requests be used. */
export const OPEN = "status = 'running'";

/** What words are sought in, as the index `request_text` has it; words hold no spaces. */
const TEXT = "(number || ' ' || subject || ' ' || requester)";

export function conditionOf(archive: Archive, filter: RequestFilter): Condition {
  const sql: string[] = [];
  const values: string[] = [];
  if (filter.status === "running" || isOfOpen(filter)) sql.push(OPEN);
  if (filter.status !== "all" && filter.status !== "running") {
    sql.push("status = ?");
    values.push(filter.status);
  }
  if (filter.sop !== "") {
    sql.push("sop = ?");
    values.push(filter.sop);
  }
  if (filter.lanes.length > 0) {
    sql.push(`lane IN (${filter.lanes.map(() => "?").join(", ")})`);
    values.push(...filter.lanes);
  }
  if (filter.due !== "any") {
    sql.push("(deadline IS NULL) = 0 AND deadline >= ? AND deadline < ?");
    values.push(...dueBetween(archive, filter.due));
  }
  if (filter.conflict) sql.push("conflicts > 0");
  for (const word of filter.words.split(/\s+/).filter(Boolean)) {
    sql.push(`${TEXT} LIKE ? ESCAPE '\\'`);
    values.push(`%${word.replace(/[\\%_]/g, "\\$&")}%`);
  }
  return { sql, values };
}

/** A part of a list that follows one order. */
export type Stretch = Condition & { order: string };

const OPEN_ORDER = {
  waiting: "entered, number",
  due: "(deadline IS NULL), deadline, number",
} as const;

/**
 * A list's stretches, one after the other. What waits or is due is open; the closed ones stand
 * behind it as they came, so that each stretch follows an index.
 */
export function stretchesOf(
  archive: Archive,
  filter: RequestFilter,
): readonly [Stretch, ...Stretch[]] {
  const { sort, status } = filter;
  const all = conditionOf(archive, filter);
  if (sort === "newest") return [{ ...all, order: "created DESC, number DESC" }];
  const came = "created, number";
  if (sort === "oldest") return [{ ...all, order: came }];
  const open = { sql: [...all.sql, OPEN], values: all.values, order: OPEN_ORDER[sort] };
  if (status === "running" || isOfOpen(filter)) return [open];
  if (status !== "all") return [{ ...all, order: came }];
  return [open, { sql: [...all.sql, `NOT ${OPEN}`], values: all.values, order: came }];
}
