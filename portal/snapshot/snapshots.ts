import { createWriteStream, mkdirSync } from "node:fs";
import { readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { writeCursor, START } from "../service/cursors.ts";
import { readPage } from "../service/feed.ts";
import type { Store } from "../store/store.ts";
import { type Plan, planName, snapshotEnd } from "./plan.ts";

export type Snapshot = { path: string; size: number; etag: string };
export type Snapshots = ReturnType<typeof createSnapshots>;

type Deps = { store: Store; folder: string; newId: () => string };

/** Files of one office that stay, for those in the middle of reading the one before. */
const KEPT = 2;
/** Identities that are erased while one is made void it; this often it is begun again. */
const TRIES = 3;

/**
 * An office's feed as one gzipped file of lines for PCs that join, made once and kept until it is
 * old. One of before an erasure is never handed out again.
 */
export function createSnapshots({ store, folder, newId }: Deps) {
  mkdirSync(folder, { recursive: true });
  const making = new Map<string, Promise<void>>();

  /** Null while it takes longer than `patience` milliseconds: it will be there later. */
  async function open(office: string, etag: string | null, patience: number) {
    const plan = await planOf(store, office);
    const begun = etag === null ? null : await find(begunName(plan, etag));
    if (begun !== null) return begun;
    const name = planName(plan);
    const there = await find(name);
    if (there !== null) return there;
    const work = making.get(name) ?? make(plan).finally(() => making.delete(name));
    making.set(name, work);
    const done = await Promise.race([work.then(() => true), later(patience)]);
    return done ? find(name) : null;
  }

  async function find(name: string | null): Promise<Snapshot | null> {
    if (name === null) return null;
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    return found === null ? null : { path, size: found.size, etag: `"${name}"` };
  }

  async function make(plan: Plan): Promise<void> {
    const draft = join(folder, `${newId()}.part`);
    try {
      for (let tried = 1; tried <= TRIES; tried += 1) {
        await pipeline(Readable.from(linesOf(store, plan)), createGzip(), createWriteStream(draft));
        if ((await planOf(store, plan.office)).erasures === plan.erasures) {
          await rename(draft, join(folder, planName(plan)));
          break;
        }
      }
    } finally {
      await rm(draft, { force: true });
    }
    await clear(plan.office);
  }

  /** Removes an office's snapshots that nobody is to read any more: old, or void by an erasure. */
  async function clear(office: string): Promise<void> {
    const prefix = prefixOf(await planOf(store, office));
    const names = (await readdir(folder)).filter((name) => name.startsWith(`${office}.`));
    const good = names.filter((name) => name.startsWith(prefix)).toSorted(byPlace);
    const kept = new Set(good.slice(-KEPT));
    for (const name of names) {
      if (!kept.has(name)) await rm(join(folder, name), { force: true });
    }
  }

  return {
    open,
    clear,
    /** Clears every office's; what was left unfinished goes as well when nothing is being made. */
    async sweep(): Promise<void> {
      const offices = await store.db.selectFrom("office").select("id").execute();
      for (const { id } of offices) await clear(id);
      const known = new Set(offices.map(({ id }) => id));
      for (const name of await readdir(folder)) {
        const [office = ""] = name.split(".");
        const part = name.endsWith(".part");
        if (part ? making.size === 0 : !known.has(office)) {
          await rm(join(folder, name), { force: true });
        }
      }
    },
    /** Waits for what is being made. */
    async close(): Promise<void> {
      await Promise.allSettled(making.values());
    },
  };
}

async function planOf(store: Store, office: string): Promise<Plan> {
  const row = await store.db
    .selectFrom("office")
    .innerJoin("fact", (join) => join.on("fact.name", "=", "epoch"))
    .select(["office.feed_n", "office.erasures", "fact.value as epoch"])
    .where("office.id", "=", office)
    .executeTakeFirstOrThrow();
  const n = snapshotEnd(row.feed_n);
  const end = await store.db
    .selectFrom("feed")
    .select("check_digits")
    .where("office", "=", office)
    .where("n", "=", n)
    .executeTakeFirst();
  const { epoch, erasures } = row;
  return { office, epoch, n, check: end?.check_digits ?? "", erasures };
}

const prefixOf = ({ office, epoch, erasures }: Plan): string => `${office}.${epoch}.${erasures}.`;

/** The file that a PC began to read, if it may still be read; a name, never a path. */
function begunName(plan: Plan, etag: string): string | null {
  const [, name] = /^"([\w.-]+\.jsonl\.gz)"$/u.exec(etag) ?? [];
  return name?.startsWith(prefixOf(plan)) === true ? name : null;
}

const byPlace = (one: string, other: string): number => placeOf(one) - placeOf(other);
const placeOf = (name: string): number => Number(name.split(".")[3] ?? 0);

/** A feed item a line, then where to go on from. */
async function* linesOf(store: Store, plan: Plan): AsyncGenerator<string> {
  let from = START;
  while (from.n < plan.n) {
    const page = await readPage(store, plan.office, from, { last: plan.n });
    if (page === null || page.end.n === from.n) throw new Error("the feed changed underneath");
    yield `${page.items.join("\n")}\n`;
    from = page.end;
  }
  yield `${JSON.stringify({ cursor: writeCursor(from) })}\n`;
}

async function later(patience: number): Promise<false> {
  const { promise, resolve } = Promise.withResolvers<false>();
  setTimeout(() => resolve(false), patience).unref();
  return promise;
}
