import { Temporal as Polyfill } from "temporal-polyfill";

/**
 * Temporal of the runtime where it has one (Chromium), the polyfill where it lacks it (Node 24).
 * The only place that knows which.
 */
export const Temporal: typeof Polyfill =
  (globalThis as { Temporal?: typeof Polyfill }).Temporal ?? Polyfill;
