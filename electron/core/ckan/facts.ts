import type { Site } from "#shared/ckan/contract.ts";
import type { Failure } from "#shared/errors.ts";
import type { Archive } from "../archive/archive.ts";

export type PortalSettings = {
  url: string;
  organization: string;
  /** Bytes of one file. */
  limit: number;
  automatic: boolean;
};

/** How far the catalogue was read. */
export type Reading = {
  /** Only what changed since; null for the whole catalogue. */
  since: string | null;
  start: number;
  total: number;
  rows: number;
  /** When it began, by the portal's own clock. */
  began: string;
};

/** What this PC knows of the portal; each key is kept by itself. */
export type Facts = {
  settings: PortalSettings;
  site: Site;
  /** Why the portal did not answer the last time. */
  failure: Failure;
  /** A reading that is not through yet. */
  reading: Reading;
  /** The last one that came through. */
  read: { at: string; began: string };
  /** Why the last reading was not. */
  unread: Failure;
  /** Counts readings of the data requests. */
  round: number;
};

export type FactStore = ReturnType<typeof createFacts>;

export function createFacts({ sql }: Archive) {
  return {
    read<K extends keyof Facts>(key: K): Facts[K] | null {
      const found = sql("SELECT value FROM ckan_fact WHERE key = ?").pluck().get(key);
      return found === undefined ? null : (JSON.parse(found as string) as Facts[K]);
    },
    write<K extends keyof Facts>(key: K, value: Facts[K] | null): void {
      if (value === null) sql("DELETE FROM ckan_fact WHERE key = ?").run(key);
      else {
        sql(
          `INSERT INTO ckan_fact (key, value) VALUES (?, ?)
           ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
        ).run(key, JSON.stringify(value));
      }
    },
    clear(): void {
      sql("DELETE FROM ckan_fact").run();
    },
  };
}
