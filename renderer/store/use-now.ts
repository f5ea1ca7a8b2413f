import { useEffect, useState } from "react";

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
