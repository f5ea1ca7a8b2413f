import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { at } from "../../../scripts/run.ts";
import { loadPouch } from "./pouch-load.ts";

/**
 * What PouchDB 9 needs for the same: as many documents of the same size pushed to and pulled from a
 * CouchDB of its own kind (express-pouchdb) over loopback, each of them in LevelDB on the disk.
 * Milliseconds of a push and of a pull of `docs`; the databases lie in `folder`.
 */
export async function pouchTimes(
  docs: readonly object[],
  folder: string,
): Promise<{ push: number; pull: number }> {
  const Pouch = loadPouch();
  const server = fork(at("test/bench/sync/pouch-server.ts"), [folder]);
  const [port] = (await once(server, "message")) as [number];
  const url = `http://127.0.0.1:${port}/bench`;
  const near = new Pouch(join(folder, "near"), { adapter: "leveldb" });
  const far = new Pouch(join(folder, "far"), { adapter: "leveldb" });
  try {
    await near.bulkDocs(docs);
    const started = performance.now();
    await Pouch.replicate(near, url, { batch_size: 1000 });
    const pushed = performance.now();
    await Pouch.replicate(url, far, { batch_size: 1000 });
    const pulled = performance.now();
    const { doc_count: arrived } = await far.info();
    if (arrived !== docs.length) throw new Error(`${arrived} of ${docs.length} arrived`);
    return { push: pushed - started, pull: pulled - pushed };
  } finally {
    await near.destroy();
    await far.destroy();
    server.disconnect();
    await once(server, "exit");
  }
}
