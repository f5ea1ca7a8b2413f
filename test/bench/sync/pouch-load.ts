import { createRequire } from "node:module";

/** PouchDB as this bench needs it; its packages bring no types. */
export type Pouch = {
  bulkDocs(docs: readonly object[]): Promise<unknown>;
  info(): Promise<{ doc_count: number }>;
  destroy(): Promise<void>;
};
export type PouchClass = {
  new (name: string, options?: object): Pouch;
  plugin(plugin: unknown): PouchClass;
  defaults(options: object): PouchClass;
  replicate(from: Pouch | string, to: Pouch | string, options: object): Promise<unknown>;
};

const require = createRequire(import.meta.url);

export function load(name: string): unknown {
  const found = require(name) as { default?: unknown };
  return found.default ?? found;
}

export function loadPouch(): PouchClass {
  const base = load("pouchdb-core") as PouchClass;
  for (const plugin of ["pouchdb-adapter-leveldb", "pouchdb-adapter-http", "pouchdb-replication"]) {
    base.plugin(load(plugin));
  }
  return base;
}
