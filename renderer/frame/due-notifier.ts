import { useEffect } from "react";
import { dayOf } from "#shared/time/zone.ts";
import { useServices } from "../store/services.ts";
import { useSession } from "../store/session.ts";
import { useNow } from "../store/use-now.ts";
import { useQuery } from "../store/use-query.ts";
import { frameText } from "../text/frame.ts";
import { rowDueWords } from "../text/clocks.ts";

/**
 * Tells of late and due work outside the window: a count on the app's icon, one notification a day
 * once the office has opened, and one for each deadline that passes. What was told is remembered, so
 * that starting again tells nothing twice.
 */
export function useDueNotifier(): void {
  const { reminders } = useServices();
  const { office, today, user } = useSession();
  const home = useQuery("home.get", {});
  const now = useNow();
  const { data, reload } = home;
  // Deadlines pass without anything being recorded, so the list is read anew every minute.
  useEffect(reload, [now, reload]);
  useEffect(() => {
    if (data === undefined) return;
    reminders.badge(data.late + data.dueToday);
    const opened = data.opening !== null && data.opening <= now;
    if (opened && data.late + data.dueToday > 0) {
      reminders.tell(`${today} ${user.id}`, frameText.dueToday(data.late, data.dueToday), null);
    }
    for (const row of data.todo) {
      const first = [row.due, row.legalDue].filter((due) => due !== null).sort()[0];
      // What was late already when the day began is told with the day.
      if (first === undefined || first > now || dayOf(first, office.zone) < today) continue;
      const words = rowDueWords(row, now, office.zone)?.words ?? "";
      reminders.tell(`${row.id} ${first}`, `${row.number}: ${words}`, `/permohonan/${row.id}`);
    }
  }, [data, now, today, user.id, office.zone, reminders]);
}
