import type { AddressInfo } from "node:net";
import { createServer, type RequestListener } from "node:http";
import { join } from "node:path";
import { load, loadPouch } from "./pouch-load.ts";

/** A CouchDB of PouchDB's own kind in a process of its own; says its port, ends when it is told to. */
const [folder = ""] = process.argv.slice(2);
const served = loadPouch().defaults({ adapter: "leveldb", prefix: join(folder, "portal-") });
type Serve = (pouch: unknown, options: object) => RequestListener;
const serve = load("express-pouchdb") as Serve;
const server = createServer(serve(served, { mode: "minimumForPouchDB", inMemoryConfig: true }));
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
process.on("disconnect", () => process.exit());
