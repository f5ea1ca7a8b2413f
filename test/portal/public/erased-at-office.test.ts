import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { WireEvent } from "#shared/sync/wire.ts";
import { START } from "../../../portal/service/cursors.ts";
import { readPage } from "../../../portal/service/feed.ts";
import { pushEvents } from "../../../portal/service/push.ts";
import { joinedPc, newOffice, type TestPc } from "../../support/portal-offices.ts";
import { type PublicPortal, sendRequest, startPublicPortal } from "../../support/public-portal.ts";
import { freshStore, STORES } from "../../support/stores.ts";
import { createWriter } from "../../support/wire-events.ts";

const SENT = /Ayu Contoh|3399010101900001|ktp\.pdf/u;
const STREAM = "permohonan-1";

describe.each(STORES)("a request from the form that its office erases (%s)", (kind) => {
  let portal: PublicPortal;
  let pc: TestPc;
  let events: ReturnType<typeof createEvents>;
  beforeEach(async (context) => {
    portal = await startPublicPortal({ store: await freshStore(kind, context) });
    pc = await joinedPc(portal.ctx, portal.office);
    events = createEvents();
  });
  afterEach(() => portal?.close());

  async function push(sent: WireEvent[], by = pc): Promise<void> {
    const caller = await by.caller();
    const pushed = await pushEvents(portal.ctx, caller, { epoch: caller.epoch, events: sent });
    expect(pushed).toMatchObject({ ok: true, value: { refused: [] } });
  }
  /** Everything of the form that the portal holds, and the messages in the feed. */
  const held = async (): Promise<string> => {
    const { db } = portal.ctx.store;
    const messages = db.selectFrom("feed").selectAll().where("kind", "=", "message");
    return JSON.stringify([
      await db.selectFrom("public_request").selectAll().execute(),
      await db.selectFrom("public_post").selectAll().execute(),
      await db.selectFrom("file_reference").selectAll().execute(),
      await messages.execute(),
    ]);
  };
  const pdf = () => new File(["%PDF-1.4\n%%EOF\n"], "ktp.pdf");

  test.each(["identity.erased", "request.destroyed"])("%s: goes at once", async (type) => {
    const { number, code, citizen } = await sendRequest(portal, { berkas_identity: pdf() });
    const before = await readPage(portal.ctx.store, portal.office, START);
    await push([events.created(number)]);
    expect(await held()).toMatch(SENT);
    await push([events.of(type)]);
    expect(await held()).not.toMatch(SENT);
    const after = await readPage(portal.ctx.store, portal.office, START, { last: 1 });
    expect(after?.end).toEqual(before?.end);
    await citizen.post("/lacak", { nomor: number, kode: code });
    expect((await citizen.get(`/lacak/${number}`)).statusCode).toBe(410);
  });

  test("no other office can erase it, nor one that has not registered it", async () => {
    const { number } = await sendRequest(portal, { berkas_identity: pdf() });
    const other = await joinedPc(portal.ctx, await newOffice(portal.ctx, "Dinas Lain"));
    const theirs = createEvents("permohonan-lain");
    await push([theirs.created(number), theirs.of("identity.erased")], other);
    await push([events.of("identity.erased")]);
    expect(await held()).toMatch(SENT);
  });

  function createEvents(stream = STREAM) {
    const writer = createWriter();
    return {
      created: (number: string): WireEvent =>
        writer.next({
          stream,
          type: "request.created",
          body: JSON.stringify({ origin: { portal: number, message: "m" }, requester: null }),
        }),
      of: (type: string): WireEvent =>
        writer.next({ stream, type, body: JSON.stringify({ reason: "Diminta pemohon" }) }),
    };
  }
});
