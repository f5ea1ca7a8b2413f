import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { backUp } from "../../../portal/service/backup.ts";
import type { Caller } from "../../../portal/service/callers.ts";
import { authenticate } from "../../../portal/service/callers.ts";
import { renewEpoch } from "../../../portal/service/epoch.ts";
import { readFeed } from "../../../portal/service/feed.ts";
import { readHeads } from "../../../portal/service/heads.ts";
import { pushEvents } from "../../../portal/service/push.ts";
import { openSqliteStore } from "../../../portal/store/sqlite.ts";
import type { WireEvent } from "#shared/sync/wire.ts";
import { joinedPc, newOffice, serviceOn } from "../../support/portal-offices.ts";
import { createWriter, identity } from "../../support/wire-events.ts";

type Ctx = ReturnType<typeof serviceOn>["ctx"];

async function as(ctx: Ctx, token: string): Promise<Caller> {
  const caller = await authenticate(ctx, token);
  if (!caller.ok) throw new Error(caller.error.code);
  return caller.value;
}
async function push(ctx: Ctx, token: string, events: WireEvent[]) {
  const caller = await as(ctx, token);
  const pushed = await pushEvents(ctx, caller, { epoch: caller.epoch, events });
  if (!pushed.ok) throw new Error(pushed.error.code);
  return pushed.value;
}

test("a portal restored from a backup gets back from one PC what all of them had sent", async () => {
  const folder = mkdtempSync(join(tmpdir(), "lajur-portal-"));
  const file = join(folder, "backup.sqlite");
  const before = serviceOn(await openSqliteStore(join(folder, "portal.sqlite"))).ctx;
  const office = await newOffice(before, "Kantor A");
  const one = await joinedPc(before, office);
  const two = await joinedPc(before, office);
  const writers = [createWriter(), createWriter()] as const;
  const { identity: person, digest } = identity();
  const created = writers[0].next({
    stream: "r1",
    type: "request.created",
    body: JSON.stringify({ requester: digest }),
    identities: [person],
  });
  const kept = [created, ...writers[0].some(5), ...writers[1].some(5)];
  await push(before, one.token, kept);
  expect(await backUp(before.store, file)).toMatchObject({ ok: true });
  expect(await backUp(before.store, file)).toMatchObject({ error: { code: "path_unwritable" } });

  const erased = writers[0].next({ stream: "r1", type: "identity.erased", body: "{}" });
  const lost = [erased, ...writers[0].some(4), ...writers[1].some(7)];
  await push(before, one.token, lost.slice(0, 5));
  await push(before, two.token, lost.slice(5));
  const last = await as(before, two.token);
  const cursor = `${last.office.end}.${last.office.check}`;
  await before.store.close();

  const store = await openSqliteStore(file);
  const { ctx } = serviceOn(store);
  // Noticed even before anybody says that it was restored: the cursor lies beyond the end.
  const stale = await as(ctx, two.token);
  expect(await readFeed(ctx, stale, { after: cursor, epoch: stale.epoch })).toMatchObject({
    error: { code: "cursor_unknown" },
  });
  await renewEpoch(ctx);
  const caller = await as(ctx, two.token);
  expect(await readFeed(ctx, caller, { after: cursor, epoch: last.epoch })).toMatchObject({
    error: { code: "epoch_changed" },
  });
  const heads = new Map(
    (await readHeads(ctx, caller)).heads.map((head) => [head.writer, head.seq]),
  );
  const all = [...kept, ...lost];
  const missing = all.filter(({ writer, seq }) => seq > (heads.get(writer) ?? 0));
  expect(missing).toHaveLength(lost.length);
  await push(ctx, two.token, missing);

  const feed = await readFeed(ctx, await as(ctx, one.token), { after: "0", epoch: caller.epoch });
  const events = feed.ok
    ? feed.value.items.map((item) => (JSON.parse(item) as { event: WireEvent }).event)
    : [];
  const { identities: _, ...bare } = created;
  expect(new Set(events.map(({ hash }) => hash))).toEqual(new Set(all.map(({ hash }) => hash)));
  expect(events[0]).toEqual(bare);
  await store.close();
  rmSync(folder, { recursive: true });
});
