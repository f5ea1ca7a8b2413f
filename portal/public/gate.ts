/** Lets so many at a time do something heavy; the others wait in line. */
export type Gate = ReturnType<typeof createGate>;

export function createGate(most: number) {
  const waiting: (() => void)[] = [];
  let inside = 0;
  return async function through<T>(work: () => Promise<T>): Promise<T> {
    if (inside >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else inside += 1;
    try {
      return await work();
    } finally {
      // Whoever waits takes the place over, so that nobody slips in between.
      const next = waiting.shift();
      if (next === undefined) inside -= 1;
      else next();
    }
  };
}
