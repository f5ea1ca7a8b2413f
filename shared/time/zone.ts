export const ZONES = ["WIB", "WITA", "WIT"] as const;
export type Zone = (typeof ZONES)[number];

/** Indonesia's zones as hours ahead of UTC; none knows daylight saving. */
export const HOURS_AHEAD: Record<Zone, number> = { WIB: 7, WITA: 8, WIT: 9 };

/** The moment shifted so that its UTC fields read as the wall clock of the zone. */
export function wallClock(instant: string, zone: Zone): Date {
  return new Date(Date.parse(instant) + HOURS_AHEAD[zone] * 3_600_000);
}

/** The calendar day `YYYY-MM-DD` of an ISO instant in the zone. */
export const dayOf = (instant: string, zone: Zone): string =>
  wallClock(instant, zone).toISOString().slice(0, 10);
