import { createHash } from "node:crypto";
import { cpSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { failure, isErrorCode } from "#shared/errors.ts";
import type { FeedItem, Joined } from "#shared/sync/protocol.ts";
import type { WireEvent } from "#shared/sync/wire.ts";
import type { Answer, PortalClient } from "#core/sync/portal-client.ts";
import { noHooks, type ServiceContext } from "../../../portal/context.ts";
import { authenticate, type Caller } from "../../../portal/service/callers.ts";
import { writeCursor } from "../../../portal/service/cursors.ts";
import { makeCode } from "../../../portal/service/devices.ts";
import { renewEpoch } from "../../../portal/service/epoch.ts";
import { readFeed, standsAt } from "../../../portal/service/feed.ts";
import { fetchEvents, readHeads } from "../../../portal/service/heads.ts";
import { join as joinOffice } from "../../../portal/service/join.ts";
import { sendMessages } from "../../../portal/service/messages.ts";
import { addOffice } from "../../../portal/service/offices.ts";
import { pushEvents } from "../../../portal/service/push.ts";
import { openSqliteStore } from "../../../portal/store/sqlite.ts";
import type { Random } from "../../faults/support/random.ts";

export type FuzzPortal = Awaited<ReturnType<typeof openFuzzPortal>>;

/** The portal's own services on its embedded store, without HTTP between them and the PCs. */
export async function openFuzzPortal(folder: string, random: Random, now: () => Date) {
  const file = (): string => join(folder, "portal.sqlite");
  const open = async (): Promise<ServiceContext> => ({
    store: await openSqliteStore(file()),
    now,
    newId: () => random.id(),
    hooks: noHooks(),
  });
  let ctx = await open();
  let blobs = new Map<string, Buffer>();
  let kept: { blobs: Map<string, Buffer> } | null = null;
  const office = await addOffice(ctx, "Dinas Contoh");
  if (!office.ok) throw new Error(office.error.code);

  /** The database's files as they stand between two transactions. */
  function copyFiles(from: string, to: string): void {
    for (const end of ["", "-wal"]) {
      rmSync(to + end, { force: true });
      cpSync(from + end, to + end);
    }
  }

  /** Of an office's PC that has the token. */
  function client(token: string): PortalClient {
    async function asked<T>(work: (caller: Caller) => Promise<Answer<T>>): Promise<Answer<T>> {
      const caller = await authenticate(ctx, token);
      return caller.ok ? work(caller.value) : refused(caller.error, 401);
    }
    return {
      join: () => Promise.reject(new Error("joined already")),
      state: (seen = "0") =>
        asked(async (caller) => {
          const { device, office: own, epoch } = caller;
          if (!(await standsAt(ctx, caller, seen))) return refused(failure("cursor_unknown"));
          return done({
            epoch,
            office: { id: own.id, name: own.name },
            device: { id: device.id, name: device.name, letter: device.letter },
            cursor: writeCursor({ n: own.end, check: own.check }),
            protocol: { oldest: 1, newest: 1 },
            server: "uji",
            time: now().toISOString(),
          });
        }),
      push: (epoch, events) =>
        asked(async (caller) => answered(await pushEvents(ctx, caller, { epoch, events }))),
      feed: (after, epoch, bytes) =>
        asked(async (caller) => {
          const page = await readFeed(ctx, caller, { after, epoch, bytes });
          if (!page.ok) return refused(page.error);
          const items = page.value.items.map((text) => JSON.parse(text) as FeedItem);
          return done({ ...page.value, items });
        }),
      heads: () => asked(async (caller) => done(await readHeads(ctx, caller))),
      fetch: (events) =>
        asked(async (caller) =>
          done(
            (await fetchEvents(ctx, caller, events)).map((text) => JSON.parse(text) as WireEvent),
          ),
        ),
      snapshot: () => Promise.reject(new Error("taken over from the feed")),
      missing: (files) => asked(async () => done(files.filter((one) => !blobs.has(one)))),
      upload: ({ sha256, path }) =>
        asked(async () => {
          const bytes = readFileSync(path);
          if (createHash("sha256").update(bytes).digest("hex") !== sha256) {
            throw new Error(`${sha256} was sent with other bytes`);
          }
          blobs.set(sha256, bytes);
          return done(null);
        }),
      download: (sha256, sink) =>
        asked(async () => {
          const bytes = blobs.get(sha256);
          if (bytes === undefined) return refused(failure("file_unknown"), 404);
          await sink.append(bytes.subarray(sink.size));
          return done(null);
        }),
      send: (messages) =>
        asked(async (caller) => done((await sendMessages(ctx, caller, messages)).refused)),
      offices: () => asked(async () => done([])),
      devices: () => asked(async () => done([])),
      invite: () => Promise.reject(new Error("codes are the operator's here")),
      revoke: () => Promise.reject(new Error("nobody is revoked here")),
      close: async () => {},
    };
  }

  return {
    client,
    blobs: () => blobs,
    async join(name: string): Promise<Joined> {
      const { code } = await makeCode(ctx, office.value.id);
      const joined = await joinOffice(ctx, { code, name, app: "uji" });
      if (!joined.ok) throw new Error(joined.error.code);
      return joined.value;
    },
    /** Ids and hashes of the events that stand in the feed. */
    async events(): Promise<Map<string, string>> {
      const rows = await ctx.store.db
        .selectFrom("feed")
        .select(["writer", "seq", "hash"])
        .where("kind", "=", "event")
        .execute();
      return new Map(rows.map(({ writer, seq, hash }) => [`${writer}:${seq}`, hash ?? ""]));
    },
    /** A backup of the portal, in place of the one before. */
    keep(): void {
      copyFiles(file(), join(folder, "kept.sqlite"));
      kept = { blobs: new Map(blobs) };
    },
    /** Back to the backup; the operator may forget to say so. False where there is none. */
    async restore(isTold: boolean): Promise<boolean> {
      if (kept === null) return false;
      await ctx.store.close();
      rmSync(`${file()}-shm`, { force: true });
      copyFiles(join(folder, "kept.sqlite"), file());
      blobs = new Map(kept.blobs);
      ctx = await open();
      if (isTold) await renewEpoch(ctx);
      return true;
    },
    close: () => ctx.store.close(),
  };
}

const done = <T>(value: T): Answer<T> => ({ ok: true, value });

type Refusal = { code: string; message: string };

const refused = (error: Refusal, status = 409): Answer<never> => ({
  ok: false,
  error: isErrorCode(error.code) ? { ...error, code: error.code } : failure("internal"),
  status,
  code: error.code,
  retryAfter: null,
});

const answered = <T>(answer: { ok: true; value: T } | { ok: false; error: Refusal }): Answer<T> =>
  answer.ok ? answer : refused(answer.error);
