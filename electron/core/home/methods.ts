import type { RequestFilter, ResultOf } from "#shared/contract.ts";
import { ok } from "#shared/errors.ts";
import { openingOn } from "#shared/time/open-time.ts";
import { nextRunDay } from "#shared/time/recurring.ts";
import { dayOf, HOURS_AHEAD } from "#shared/time/zone.ts";
import type { Archive } from "../archive/archive.ts";
import { lostDecisions } from "../conflicts/lost.ts";
import { countConflicts } from "../conflicts/list.ts";
import type { Deps } from "../deps.ts";
import { listTasks } from "../dispositions/rows.ts";
import { listUsers, readOffice } from "../office/methods.ts";
import { countRows, listRows } from "../requests/rows.ts";
import { listSops, retirementOf } from "../sops/library.ts";
import { nextRun } from "../sops/rows.ts";
import type { Handlers } from "../types.ts";

const SHOWN = 50;
const MONTHS = 6;
/** Dispositions on Beranda. */
const MINE = { scope: "mine", open: true, words: "", offset: 0, limit: 10 } as const;

export function homeMethods({ archive, clock }: Deps): Pick<Handlers, "home.get"> {
  return {
    "home.get": (_, context) => {
      const user = listUsers(archive).find((one) => one.id === context.user);
      const lanes = user?.lanes ?? [];
      const running: RequestFilter = {
        status: "running",
        sop: "",
        words: "",
        lanes: [],
        due: "any",
        conflict: false,
        sort: "due",
      };
      const mine = { ...running, lanes };
      const zone = readOffice(archive)?.zone ?? "WIB";
      const today = dayOf(clock.instant(), zone);
      const month = today.slice(0, 7);
      const counts = monthCounts(month, HOURS_AHEAD[zone]);
      const isMine = (lane: string | undefined): boolean =>
        lane !== undefined && lanes.includes(lane);
      const todoTotal = lanes.length === 0 ? 0 : countRows(archive, mine);
      return ok({
        todo: lanes.length === 0 ? [] : listRows(archive, mine, SHOWN, 0),
        todoTotal,
        late: countRows(archive, { ...running, due: "late" }),
        dueToday: countRows(archive, { ...running, due: "today" }),
        dueSoon: countRows(archive, { ...running, due: "soon" }),
        toCheck: archive
          .sql("SELECT count(*) FROM letter WHERE checker = ?")
          .pluck()
          .get(context.user ?? "") as number,
        conflicts: countConflicts(archive),
        lost: lostDecisions(archive, context.user),
        dispositions: listTasks(archive, MINE, context.user),
        elsewhere: listRows(archive, running, SHOWN, 0).filter((row) => !isMine(row.current?.lane)),
        opening: openingOn(archive.calendar.index(), today),
        running: countRows(archive, running),
        receivedThisMonth: counts.at(-1)?.received ?? 0,
        endedThisMonth: counts.at(-1)?.ended ?? 0,
        rejectedThisMonth: counts.at(-1)?.rejected ?? 0,
        recurring: recurringRuns(archive, today),
        months: counts.map(({ month: name, received, ended }) => ({
          month: name,
          received,
          ended,
        })),
      });
    },
  };

  /** Months as the office's zone has them; each is a range of an index. */
  function monthCounts(last: string, hours: number) {
    const received = archive
      .sql("SELECT count(*) FROM request WHERE created >= ? AND created < ?")
      .pluck();
    const ended = archive.sql(
      `SELECT count(*) AS n, count(*) FILTER (WHERE outcome = 'ditolak') AS rejected FROM request
       INDEXED BY request_closed
       WHERE closed >= ? AND closed < ? AND status = 'ended'`,
    );
    return monthsUntil(last, MONTHS).map((month) => {
      const [year = 0, number = 0] = month.split("-").map(Number);
      const startOf = (index: number): string =>
        new Date(Date.UTC(year, index, 1, -hours)).toISOString();
      const span = [startOf(number - 1), startOf(number)];
      const end = ended.get(span) as { n: number; rejected: number };
      return {
        month,
        received: received.get(span) as number,
        ended: end.n,
        rejected: end.rejected,
      };
    });
  }
}

/** The next run of each recurring SOP that has been run before; `due` once its period has begun. */
function recurringRuns(archive: Archive, today: string): ResultOf<"home.get">["recurring"] {
  return listSops(archive).flatMap((sop) => {
    if (sop.recurrence === null || retirementOf(archive, sop.id) !== null) return [];
    const period = nextRun(archive, sop);
    if (period === null) return [];
    const day = nextRunDay(period, archive.calendar.index());
    return [{ sop: sop.id, name: sop.name, period, day, due: day !== null && day <= today }];
  });
}

/** `count` months up to and with `last`, as `YYYY-MM`, oldest first. */
function monthsUntil(last: string, count: number): string[] {
  const [year = 0, month = 0] = last.split("-").map(Number);
  return Array.from({ length: count }, (_, index) => {
    const months = year * 12 + (month - 1) - (count - 1 - index);
    return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}`;
  });
}
