import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { START } from "../../../portal/service/cursors.ts";
import { readPage } from "../../../portal/service/feed.ts";
import { sendMessages } from "../../../portal/service/messages.ts";
import { ERASED } from "../../../portal/public/erase.ts";
import { sweep } from "../../../portal/public/sweep.ts";
import { receivedMessageSchema } from "#shared/sync/messages.ts";
import { joinedPc, type TestPc } from "../../support/portal-offices.ts";
import {
  hiddenValue,
  type PublicPortal,
  sendRequest,
  startPublicPortal,
} from "../../support/public-portal.ts";
import { freshStore, STORES } from "../../support/stores.ts";

const DAY = 24 * 3600;

describe.each(STORES)("personal data on the portal (%s)", (kind) => {
  let portal: PublicPortal;
  let pc: TestPc;
  beforeEach(async (context) => {
    portal = await startPublicPortal({
      store: await freshStore(kind, context),
      config: { publicDays: 30 },
    });
    pc = await joinedPc(portal.ctx, portal.office);
  });
  afterEach(() => portal?.close());

  /** The portal does it once when it starts, and one at a time. */
  const run = () =>
    vi.waitFor(async () => {
      const swept = await sweep(portal.ctx, `${portal.folder}/forms`);
      expect(swept).not.toBeNull();
      return swept;
    });
  const say = async (id: string, type: string, body: Record<string, unknown>) =>
    sendMessages(portal.ctx, await pc.caller(), [
      { id, type, at: "2026-11-18T03:00:00.000Z", body },
    ]);
  const ended = (number: string) =>
    say(`e-${number}`, "public.shown", {
      tracking: number,
      revision: 1,
      status: "ended",
      steps: [],
      due: "",
    });
  const held = async (): Promise<string> => {
    const { db } = portal.ctx.store;
    const rows = await Promise.all([
      db.selectFrom("public_request").selectAll().execute(),
      db.selectFrom("public_post").selectAll().execute(),
      db.selectFrom("public_release").selectAll().execute(),
      db.selectFrom("feed").selectAll().execute(),
    ]);
    return JSON.stringify(rows);
  };

  test("goes a set time after the end, from the feed too, whose places stay", async () => {
    const pdf = new File(["%PDF-1.4\n%%EOF\n"], "ktp.pdf");
    const { number, code, citizen } = await sendRequest(portal, { berkas_identity: pdf });
    const before = await readPage(portal.ctx.store, portal.office, START);
    await ended(number);
    portal.pass(29 * DAY);
    expect(await run()).toMatchObject({ requests: 0 });
    expect(await held()).toContain("Ayu Contoh");
    portal.pass(2 * DAY);
    expect(await run()).toMatchObject({ requests: 1 });
    expect(await held()).not.toMatch(/Ayu Contoh|3399010101900001|ktp\.pdf/);
    const after = await readPage(portal.ctx.store, portal.office, START);
    expect(after?.end).toEqual(before?.end);
    const { message } = JSON.parse(after?.items[0] ?? "") as { message: unknown };
    expect(receivedMessageSchema.parse(message)).toMatchObject({
      body: { tracking: number, subject: ERASED, files: [] },
    });
    const named = portal.ctx.store.db.selectFrom("file_reference").selectAll();
    expect(await named.execute()).toEqual([]);
    await citizen.post("/lacak", { nomor: number, kode: code });
    const page = await citizen.get(`/lacak/${number}`);
    expect(page.statusCode).toBe(410);
    expect(await ended(number)).toEqual({ refused: [] });
  });

  test("stays while the request runs, and while an answer may be fetched", async () => {
    const running = await sendRequest(portal);
    const answered = await sendRequest(portal);
    await ended(answered.number);
    await say("r", "public.released", {
      tracking: answered.number,
      release: "r-1",
      expires: "2027-02-01",
      files: [],
    });
    portal.pass(60 * DAY);
    expect(await run()).toMatchObject({ requests: 0 });
    portal.pass(30 * DAY);
    expect(await run()).toMatchObject({ requests: 1 });
    expect(await held()).toContain(running.number);
    expect(await held()).toContain("Ayu Contoh");
  });

  test("of a form that was never sent goes after two days with its files", async () => {
    const citizen = portal.citizen();
    const page = await citizen.get("/permohonan");
    await citizen.send("/permohonan", {
      formulir: hiddenValue(page.body, "formulir"),
      kantor: portal.office,
      aksi: "unggah",
      berkas_letter: new File(["%PDF-1.4\n%%EOF\n"], "surat.pdf"),
    });
    const { db } = portal.ctx.store;
    expect(await db.selectFrom("file_reference").selectAll().execute()).toHaveLength(1);
    expect(await run()).toMatchObject({ uploads: 0 });
    portal.pass(3 * DAY);
    expect(await run()).toMatchObject({ uploads: 1 });
    expect(await db.selectFrom("file_reference").selectAll().execute()).toEqual([]);
  });
});
