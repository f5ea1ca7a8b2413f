/** When it is tried again after trouble, in milliseconds. */

const FIRST = 5_000;
const LONGEST = 5 * 60_000;

/**
 * Doubling from five seconds to five minutes, spread by up to a half, so that the PCs of many
 * offices do not come back at the same moment. `failures` in a row, from 1; `random` in [0, 1).
 */
export function backoff(failures: number, random: number): number {
  const whole = Math.min(LONGEST, FIRST * 2 ** Math.min(failures - 1, 16));
  return Math.round(whole * (0.5 + random / 2));
}
