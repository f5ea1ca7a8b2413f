import type { KvStore } from "@tus/server";

/** A cache of the `most` values that were set last; older ones are asked for again. */
export function createBoundedCache<T>(most: number): KvStore<T> {
  const values = new Map<string, T>();
  return {
    get: (key) => Promise.resolve(values.get(key)),
    set: (key, value) => {
      values.delete(key);
      values.set(key, value);
      const oldest = values.keys().next().value;
      if (values.size > most && oldest !== undefined) values.delete(oldest);
      return Promise.resolve();
    },
    delete: (key) => {
      values.delete(key);
      return Promise.resolve();
    },
  };
}
