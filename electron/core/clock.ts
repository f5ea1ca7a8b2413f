/** The core's only source of time. The demo moves it while it makes up the past. */
export type Clock = {
  /** ISO instant in UTC. */
  instant(): string;
  /** Milliseconds since 1970. */
  now(): number;
  /** Stands still at a moment, or goes on with the system's time for null. */
  set(moment: number | null): void;
};

export function createClock(system: () => number): Clock {
  let fixed: number | null = null;
  const now = (): number => fixed ?? system();
  return {
    now,
    instant: () => new Date(now()).toISOString(),
    set: (moment) => {
      fixed = moment;
    },
  };
}
