import type { MethodName, ParamsIn, Push, ResultOf } from "#shared/contract.ts";
import type { Failure } from "#shared/errors.ts";
import type { Client } from "../api/client.ts";

/** Answers kept that no screen shows at the moment; the oldest go first. */
const MAX_IDLE = 60;
/** An answer that takes longer shows progress, in milliseconds. */
const SLOW_AFTER = 500;
/** News that arrive together are fetched together, in milliseconds. */
const GATHER = 60;

export type Answer<T> = {
  data: T | undefined;
  error: Failure | null;
  busy: boolean;
  /** Busy for so long that the screen should say so. */
  slow: boolean;
};

type Entry = {
  method: MethodName;
  params: unknown;
  answer: Answer<unknown>;
  stale: boolean;
  /** Counts fetches, so that an answer overtaken by a later fetch is dropped. */
  turn: number;
  listeners: Set<() => void>;
};

const NOTHING: Answer<never> = { data: undefined, error: null, busy: false, slow: false };

export type Queries = ReturnType<typeof createQueries>;

/**
 * Answers of reading methods, shared by all screens: what is known shows at once, and is fetched
 * anew when it is stale. Every push makes what it concerns stale.
 */
export function createQueries(client: Client) {
  const entries = new Map<string, Entry>();
  let gathering: ReturnType<typeof setTimeout> | null = null;

  const keyOf = (method: MethodName, params: unknown) => `${method} ${JSON.stringify(params)}`;

  function entryOf(method: MethodName, params: unknown): Entry {
    const key = keyOf(method, params);
    const known = entries.get(key);
    if (known !== undefined) return known;
    const entry: Entry = {
      method,
      params,
      answer: NOTHING,
      stale: true,
      turn: 0,
      listeners: new Set(),
    };
    entries.set(key, entry);
    forgetIdle();
    return entry;
  }

  function forgetIdle(): void {
    const idle = [...entries].filter(([, entry]) => entry.listeners.size === 0);
    for (const [key] of idle.slice(0, Math.max(0, idle.length - MAX_IDLE))) entries.delete(key);
  }

  function set(entry: Entry, answer: Answer<unknown>): void {
    entry.answer = answer;
    for (const listener of entry.listeners) listener();
  }

  async function fetchEntry(entry: Entry): Promise<void> {
    entry.turn += 1;
    const { turn } = entry;
    entry.stale = false;
    set(entry, { ...entry.answer, busy: true });
    const slow = setTimeout(() => {
      if (entry.turn === turn) set(entry, { ...entry.answer, slow: true });
    }, SLOW_AFTER);
    const result = await client.call(entry.method, entry.params as ParamsIn<MethodName>);
    clearTimeout(slow);
    if (entry.turn !== turn) return;
    const settled = { busy: false, slow: false };
    if (result.ok) set(entry, { data: result.value, error: null, ...settled });
    else set(entry, { data: entry.answer.data, error: result.error, ...settled });
    if (entry.stale) gather();
  }

  /** Fetches, in one go a little later, what is both stale and on the screen. */
  function gather(): void {
    gathering ??= setTimeout(() => {
      gathering = null;
      for (const entry of entries.values()) {
        if (entry.stale && entry.listeners.size > 0) void fetchEntry(entry);
      }
    }, GATHER);
  }

  /** Marks what news about `request` concerns, or everything when it is null. */
  function invalidate(request: string | null): void {
    for (const entry of entries.values()) {
      const about = requestOf(entry.params);
      if (request === null || about === null || about === request) entry.stale = true;
    }
    gather();
  }

  /** Marks the answers of one method, whatever was asked of it. */
  function refresh(method: MethodName): void {
    for (const entry of entries.values()) if (entry.method === method) entry.stale = true;
    gather();
  }

  client.onPush((push: Push) => {
    if (push.push === "archive.changed") invalidate(push.request);
    if (push.push === "sync.changed") refresh("sync.state");
  });

  return {
    subscribe(method: MethodName, params: unknown, listener: () => void): () => void {
      const entry = entryOf(method, params);
      entry.listeners.add(listener);
      if (entry.stale) void fetchEntry(entry);
      return () => {
        entry.listeners.delete(listener);
        forgetIdle();
      };
    },
    peek<M extends MethodName>(method: M, params: ParamsIn<M>): Answer<ResultOf<M>> {
      const entry = entries.get(keyOf(method, params));
      return (entry?.answer ?? NOTHING) as Answer<ResultOf<M>>;
    },
    async reload(method: MethodName, params: unknown): Promise<void> {
      await fetchEntry(entryOf(method, params));
    },
    /** Puts an answer that a command already gave, such as a request after a completed step. */
    put<M extends MethodName>(method: M, params: ParamsIn<M>, data: ResultOf<M>): void {
      const entry = entryOf(method, params);
      entry.turn += 1;
      entry.stale = false;
      set(entry, { data, error: null, busy: false, slow: false });
    },
    invalidate,
    /** Forgets everything, when another person takes over; what is on the screen comes anew. */
    clear(): void {
      for (const [key, entry] of entries) {
        entry.turn += 1;
        entry.stale = true;
        entry.answer = NOTHING;
        if (entry.listeners.size === 0) entries.delete(key);
      }
      gather();
    },
  };
}

function requestOf(params: unknown): string | null {
  if (typeof params !== "object" || params === null) return null;
  const { request, id } = params as { request?: unknown; id?: unknown };
  if (typeof request === "string") return request;
  return typeof id === "string" ? id : null;
}
