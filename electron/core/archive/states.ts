import type { RequestState } from "#shared/request/state.ts";

/** Requests at work are read many times a minute; more than these are folded again. */
const MOST = 128;

/**
 * States of requests, folded from their events when they are first asked for and kept while they
 * are at work. Nothing of them is stored: the events are the only truth, and a step writes no more
 * than what it adds. Whoever takes back a transaction, or changes an identity, drops what is kept.
 */
export function createStates(fold: (id: string) => RequestState | null) {
  const kept = new Map<string, RequestState>();

  function keep(state: RequestState): void {
    kept.delete(state.id);
    const oldest = kept.keys().next().value;
    if (kept.size >= MOST && oldest !== undefined) kept.delete(oldest);
    kept.set(state.id, state);
  }

  return {
    keep,
    /** Null when there is no such request. */
    read(id: string): RequestState | null {
      const state = kept.get(id) ?? fold(id);
      if (state !== null) keep(state);
      return state;
    },
    /** Null when it is not kept. */
    kept: (id: string): RequestState | null => kept.get(id) ?? null,
    forget: (id: string): boolean => kept.delete(id),
    drop: (): void => kept.clear(),
  };
}
