import { useEffect, useState } from "react";
import type { Zone } from "#shared/office.ts";
import { dayOf } from "#shared/time/zone.ts";

/** What is late is a matter of now; a minute is as fine as deadlines are, in milliseconds. */
const TICK = 60_000;

/** Now as an ISO instant, moved on every minute. */
export function useNow(): string {
  const [now, setNow] = useState(() => new Date().toISOString());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date().toISOString()), TICK);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** Today in the zone, `YYYY-MM-DD`; moves on at midnight in a window left open. */
export function useToday(zone: Zone): string {
  const [today, setToday] = useState(() => dayOf(new Date().toISOString(), zone));
  useEffect(() => {
    const read = (): void => setToday(dayOf(new Date().toISOString(), zone));
    read();
    const timer = setInterval(read, TICK);
    return () => clearInterval(timer);
  }, [zone]);
  return today;
}
