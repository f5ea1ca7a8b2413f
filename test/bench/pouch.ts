import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { createServer, type RequestListener } from "node:http";
import { join } from "node:path";

/**
 * What PouchDB 9 needs for the same: as many documents of the same size pushed to and pulled from a
 * CouchDB of its own kind (express-pouchdb) over loopback, each of them in LevelDB on the disk.
 */

type Pouch = {
  bulkDocs(docs: readonly object[]): Promise<unknown>;
  info(): Promise<{ doc_count: number }>;
  destroy(): Promise<void>;
};
type PouchClass = {
  new (name: string, options?: object): Pouch;
  plugin(plugin: unknown): PouchClass;
  defaults(options: object): PouchClass;
  replicate(from: Pouch | string, to: Pouch | string, options: object): Promise<unknown>;
};

const load = createRequire(import.meta.url);
const named = (name: string): unknown => {
  const found = load(name) as { default?: unknown };
  return found.default ?? found;
};

/** Milliseconds of a push and of a pull of `docs`; the databases lie in `folder`. */
export async function pouchTimes(
  docs: readonly object[],
  folder: string,
): Promise<{ push: number; pull: number }> {
  const base = named("pouchdb-core") as PouchClass;
  for (const plugin of ["pouchdb-adapter-leveldb", "pouchdb-adapter-http", "pouchdb-replication"]) {
    base.plugin(named(plugin));
  }
  const served = base.defaults({ adapter: "leveldb", prefix: join(folder, "portal-") });
  const serve = named("express-pouchdb") as (pouch: PouchClass, options: object) => RequestListener;
  const server = createServer(serve(served, { mode: "minimumForPouchDB", inMemoryConfig: true }));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/bench`;
  const near = new base(join(folder, "near"), { adapter: "leveldb" });
  const far = new base(join(folder, "far"), { adapter: "leveldb" });
  try {
    await near.bulkDocs(docs);
    const started = performance.now();
    await base.replicate(near, url, { batch_size: 1000 });
    const pushed = performance.now();
    await base.replicate(url, far, { batch_size: 1000 });
    const pulled = performance.now();
    const { doc_count: arrived } = await far.info();
    if (arrived !== docs.length) throw new Error(`${arrived} of ${docs.length} arrived`);
    return { push: pushed - started, pull: pulled - pushed };
  } finally {
    await near.destroy();
    await far.destroy();
    server.closeAllConnections();
    server.close();
  }
}
