/** Milliseconds that each piece of work took. */
export async function timed<T>(
  inputs: readonly T[],
  work: (input: T) => unknown,
): Promise<number[]> {
  const times: number[] = [];
  for (const input of inputs) {
    const started = performance.now();
    await work(input);
    times.push(performance.now() - started);
  }
  return times;
}

/** The value that `share` of all stay under; 0.95 for p95. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
export const p95 = (values: readonly number[]): string =>
  `${ms(quantile(values, 0.95))} (median ${ms(quantile(values, 0.5))}, most ${ms(Math.max(...values))})`;
