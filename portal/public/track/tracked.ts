import type { OfficeCalendar } from "#shared/time/calendar.ts";
import { DEFAULT_CALENDAR } from "#shared/time/usual-hours.ts";
import { filingDeadline } from "#shared/time/legal.ts";
import { dayOf } from "#shared/time/zone.ts";
import type { Holiday } from "#shared/time/calendar.ts";
import type { Store } from "../../store/store.ts";
import type { OfficeCard } from "../office-card.ts";
import { findOffice } from "../store/offices.ts";
import {
  contentsOf,
  isEnd,
  listPosts,
  listReleases,
  type Post,
  type Release,
  type RequestRow,
  type SentContents,
  type Shown,
  shownOf,
} from "../store/requests.ts";
import type { STATUS_WORDS } from "../text.ts";

/** A request as its requester may see it, and what may be done with it now. */
export type Tracked = {
  office: OfficeCard;
  number: string;
  /** ISO instant. */
  sent: string;
  status: keyof typeof STATUS_WORDS;
  shown: Shown | null;
  contents: SentContents | null;
  posts: Post[];
  releases: (Release & { expired: boolean })[];
  /** Day in the office's zone. */
  today: string;
  withdrawn: string | null;
  can: { reply: boolean; withdraw: boolean; object: boolean };
  /** Last day on which an objection may be filed; null while there is no ground for one. */
  objectUntil: string | null;
};

export async function readTracked(
  store: Store,
  row: RequestRow,
  { now, holidays }: { now: string; holidays: readonly Holiday[] },
): Promise<Tracked> {
  const office = await findOffice(store.db, row.office);
  if (office === null) throw new Error("a request without an office");
  const shown = shownOf(row);
  const today = dayOf(now, office.zone);
  const posts = await listPosts(store.db, row.number);
  const over = shown !== null && isEnd(shown.status);
  const calendar = { ...DEFAULT_CALENDAR, zone: office.zone, holidays: [...holidays] };
  const objectUntil = lastDayToObject(row, shown, today, calendar);
  const objected = posts.some(({ kind }) => kind === "objected");
  const status = statusOf(row, shown);
  const releases = await listReleases(store.db, row.number);
  return {
    office,
    number: row.number,
    sent: row.sent,
    status,
    shown,
    contents: contentsOf(row),
    posts,
    releases: releases.map((one) => ({ ...one, expired: one.expires < today })),
    today,
    withdrawn: row.withdrawn,
    can: {
      reply: status === "incomplete" || status === "paused",
      withdraw: !over && row.withdrawn === null,
      object: objectUntil !== null && today <= objectUntil && !objected,
    },
    objectUntil,
  };
}

function statusOf(row: RequestRow, shown: Shown | null): Tracked["status"] {
  if (shown !== null && isEnd(shown.status)) return shown.status;
  if (row.withdrawn !== null) return "withdrawn";
  return shown?.status ?? "sent";
}

/**
 * UU 14/2008 Pasal 36 ayat (1): 30 working days after the ground was found, which is the answer, or
 * the day after the last one on which it was due. By the national holidays, of which an office may
 * have more: the office itself judges what comes later on paper.
 */
function lastDayToObject(
  row: RequestRow,
  shown: Shown | null,
  today: string,
  calendar: OfficeCalendar,
): string | null {
  const late = shown !== null && shown.due !== "" && shown.due < today && row.ended === null;
  const start = row.ended ?? (late ? `${shown.due}T16:00:00.000Z` : null);
  if (start === null) return null;
  const deadline = filingDeadline({ start, calendar });
  return deadline.kind === "due" ? dayOf(deadline.due, calendar.zone) : null;
}
