/** How often one key may do something in a window of time, on this node; forgets the oldest first. */
export type Limiter = ReturnType<typeof createLimiter>;

type Rule = {
  /** Times in a window of `ms` milliseconds. */
  most: number;
  ms: number;
  /** Keys that are remembered. */
  keys?: number;
};

export function createLimiter({ most, ms, keys = 20_000 }: Rule, now: () => number) {
  const windows = new Map<string, { start: number; count: number }>();

  const windowOf = (key: string): { start: number; count: number } => {
    const known = windows.get(key);
    if (known !== undefined && now() - known.start < ms) return known;
    const fresh = { start: now(), count: 0 };
    // Anew at the end of the order, where the youngest are.
    windows.delete(key);
    windows.set(key, fresh);
    const oldest = windows.keys().next().value;
    if (windows.size > keys && oldest !== undefined) windows.delete(oldest);
    return fresh;
  };

  /** Seconds until the key may again; 0 when it may now. */
  const wait = (key: string): number => {
    const { start, count } = windowOf(key);
    return count < most ? 0 : Math.max(1, Math.ceil((start + ms - now()) / 1000));
  };

  return {
    wait,
    /** Counts one; seconds to wait, 0 when it was allowed. */
    take(key: string): number {
      const seconds = wait(key);
      windowOf(key).count += 1;
      return seconds;
    },
  };
}

/** An IPv6 network is one household or office, as one IPv4 address is. */
export function networkOf(address: string): string {
  if (!address.includes(":")) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1] !== undefined) return mapped[1];
  const [head = ""] = address.split("::");
  const groups = head.split(":").filter((group) => group !== "");
  return [...groups, "0", "0", "0", "0"].slice(0, 4).join(":");
}
