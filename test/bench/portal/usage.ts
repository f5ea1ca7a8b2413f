import { type Figure } from "../table.ts";

/** Resident bytes of a process, and seconds of processor that it has used so far. */
export type Usage = { memory: number; seconds: number };

/** Fewer minutes than these say nothing of growth: a program fills its heap at first. */
const TELLING = 4;

/** `samples`: at the start, after each minute, at the end. */
export function memoryFigure(what: string, samples: readonly Usage[]): Figure {
  const [first, ...later] = samples.map(({ memory }) => Math.round(memory / 2 ** 20));
  const minutes = later.length - 1;
  const spent = (samples.at(-1)?.seconds ?? 0) - (samples[0]?.seconds ?? 0);
  return {
    what,
    measured: `${later.join(", ")} MB`,
    reference: `${first} MB at the start; ${Math.round((spent / minutes / 60) * 100)}% of a core`,
    aim: `steady (${minutes < TELLING ? "too short to tell" : growth(later)})`,
  };
}

/** The most of the last third beside the most of the middle one. */
function growth(values: readonly number[]): string {
  const third = Math.floor(values.length / 3);
  const last = Math.max(...values.slice(-third));
  const middle = Math.max(...values.slice(-2 * third, -third));
  const percent = Math.round((last / middle - 1) * 100);
  return `${percent > 0 ? "+" : ""}${percent}%`;
}
