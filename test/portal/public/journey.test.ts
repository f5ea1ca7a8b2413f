import { readdir } from "node:fs/promises";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { readPage } from "../../../portal/service/feed.ts";
import { START } from "../../../portal/service/cursors.ts";
import { sendMessages } from "../../../portal/service/messages.ts";
import { grantFile } from "../../../portal/files/rights.ts";
import { receivedMessageSchema } from "#shared/sync/messages.ts";
import { joinedPc, newOffice, type TestPc } from "../../support/portal-offices.ts";
import {
  hiddenValue,
  type PublicPortal,
  sendRequest,
  startPublicPortal,
} from "../../support/public-portal.ts";
import { freshStore, STORES } from "../../support/stores.ts";

const PDF = Buffer.from("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n");
const pdf = (name: string): File => new File([PDF], name, { type: "text/html" });

describe.each(STORES)("the public pages on %s", (kind) => {
  let portal: PublicPortal;
  let pc: TestPc;

  beforeEach(async (context) => {
    portal = await startPublicPortal({ store: await freshStore(kind, context) });
    pc = await joinedPc(portal.ctx, portal.office);
  });
  afterEach(() => portal?.close());

  async function inbox() {
    const page = await readPage(portal.ctx.store, portal.office, START);
    return (page?.items ?? []).map((item) => {
      const { message } = JSON.parse(item) as { message: unknown };
      return receivedMessageSchema.parse(message);
    });
  }
  type Said = { id: string; type: string; body: Record<string, unknown> };
  const say = async (message: Said, by = pc) =>
    sendMessages(portal.ctx, await by.caller(), [{ at: "2026-11-18T03:00:00.000Z", ...message }]);
  let revision = 0;
  const show = (number: string, status: string, more: Record<string, unknown> = {}, by = pc) =>
    say(
      {
        id: `shown-${number}-${(revision += 1)}`,
        type: "public.shown",
        body: { tracking: number, revision, status, steps: [], due: "", ...more },
      },
      by,
    );
  async function opened() {
    const request = await sendRequest(portal);
    const { citizen, number, code } = request;
    const answer = await citizen.post("/lacak", { nomor: number, kode: code });
    expect(answer.statusCode).toBe(303);
    return request;
  }

  test("a form that was sent stands in the office's feed under its number, with its files", async () => {
    const { sent, number, code } = await sendRequest(portal, {
      berkas_letter: pdf("../surat permohonan.php"),
    });
    expect(sent.statusCode).toBe(200);
    expect(number).toMatch(/^P-2026-[0-9A-HJKMNP-TV-Z]{6}$/);
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    const [message] = await inbox();
    expect(message).toMatchObject({
      type: "public.requested",
      from: "public",
      body: {
        tracking: number,
        requester: { kind: "individual", name: "Ayu Contoh", identity: "3399010101900001" },
        items: [{ name: "Produksi padi menurut kecamatan", period: "2021–2025" }],
        delivery: "email",
        files: [{ name: "Surat permohonan - surat permohonan.pdf", size: PDF.length }],
      },
    });
    const stored = JSON.stringify(
      await portal.ctx.store.db.selectFrom("public_request").selectAll().execute(),
    );
    expect(stored).not.toContain(code);
    expect(stored).not.toContain(code.replaceAll("-", ""));
  });

  test("the same form twice, even at once, is one request with one number and code", async () => {
    const { number, code, filled, citizen } = await sendRequest(portal);
    const again = await Promise.all([1, 2, 3].map(() => citizen.send("/permohonan", filled)));
    for (const { body } of again) {
      expect(body).toContain(number);
      expect(body).toContain(code);
      expect(body).not.toContain("sudah dikirim sebelumnya");
    }
    const changed = await citizen.send("/permohonan", { ...filled, pokok: "Lain" });
    expect(changed.body).toContain("sudah dikirim sebelumnya");
    expect(await inbox()).toHaveLength(1);
  });

  test("number and code open the request; steps, message and day due are shown", async () => {
    const { citizen, number } = await opened();
    await show(number, "running", {
      number: "2026/0007",
      sop: "Layanan permintaan data",
      due: "2026-12-03",
      message: "Sedang dikumpulkan.",
      steps: [
        {
          no: 1,
          text: "Menerima permohonan",
          lane: "Petugas",
          state: "done",
          at: "2026-11-18T03:00:00.000Z",
        },
        { no: 2, text: "Mengumpulkan data", lane: "Produsen data", state: "now", at: "" },
      ],
    });
    const page = await citizen.get(`/lacak/${number}`);
    for (const words of [
      "Sedang dikerjakan",
      "2026/0007",
      "3 Desember 2026",
      "Mengumpulkan data",
      "Sedang dikumpulkan.",
    ]) {
      expect(page.body).toContain(words);
    }
    expect(page.headers["cache-control"]).toBe("no-store");
  });

  test("what came late or twice from the office does not undo what is newer", async () => {
    const { number, citizen } = await opened();
    const body = { tracking: number, steps: [], due: "" };
    await say({ id: "b", type: "public.shown", body: { ...body, revision: 9, status: "running" } });
    await say({
      id: "a",
      type: "public.shown",
      body: { ...body, revision: 3, status: "received" },
    });
    await say({ id: "b", type: "public.shown", body: { ...body, revision: 10, status: "ended" } });
    expect((await citizen.get(`/lacak/${number}`)).body).toContain("Sedang dikerjakan");
  });

  test("another office can say nothing of a request", async () => {
    const { number } = await opened();
    const stranger = await joinedPc(portal.ctx, await newOffice(portal.ctx, "Kantor lain"));
    const { refused } = await show(number, "refused", {}, stranger);
    expect(refused).toMatchObject([{ code: "tracking_unknown" }]);
  });

  test("a question is answered with text and a file, once, however often it is sent", async () => {
    const { citizen, number } = await opened();
    expect((await citizen.get(`/lacak/${number}/balas`)).statusCode).toBe(303);
    await show(number, "incomplete", { message: "Sertakan surat pengantar." });
    const form = await citizen.get(`/lacak/${number}/balas`);
    expect(form.body).toContain("Sertakan surat pengantar.");
    const fields = {
      formulir: hiddenValue(form.body, "formulir"),
      aksi: "kirim",
      isi: "Terlampir.",
      berkas: pdf("pengantar.pdf"),
    };
    for (let time = 0; time < 2; time += 1) {
      const answer = await citizen.send(`/lacak/${number}/balas`, fields);
      expect(answer.headers.location).toBe(`/lacak/${number}?terkirim=balas`);
    }
    expect((await inbox()).slice(1)).toMatchObject([
      { type: "public.replied", body: { text: "Terlampir.", files: [{ name: "pengantar.pdf" }] } },
    ]);
    expect((await citizen.get(`/lacak/${number}?terkirim=balas`)).body).toContain("sudah terkirim");
  });

  test("a request is withdrawn with its reason, and then no more", async () => {
    const { citizen, number } = await opened();
    const form = await citizen.get(`/lacak/${number}/tarik`);
    const fields = { formulir: hiddenValue(form.body, "formulir"), isi: "Sudah dapat." };
    await citizen.send(`/lacak/${number}/tarik`, fields);
    expect((await inbox()).at(-1)).toMatchObject({
      type: "public.withdrawn",
      body: { reason: "Sudah dapat." },
    });
    const page = await citizen.get(`/lacak/${number}`);
    expect(page.body).toContain("Anda tarik kembali");
    expect(page.body).not.toContain("/tarik");
  });

  test("an objection may be filed within thirty working days of the answer, once", async () => {
    const { citizen, number } = await opened();
    expect((await citizen.get(`/lacak/${number}`)).body).not.toContain("keberatan");
    await show(number, "refused", { message: "Dikecualikan." });
    expect((await citizen.get(`/lacak/${number}`)).body).toContain(
      "Keberatan dapat diajukan sampai",
    );
    const form = await citizen.get(`/lacak/${number}/keberatan`);
    const fields = {
      formulir: hiddenValue(form.body, "formulir"),
      alasan: "a",
      isi: "Data ini terbuka.",
    };
    const wrong = await citizen.send(`/lacak/${number}/keberatan`, { ...fields, alasan: "z" });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain("Data ini terbuka.");
    await citizen.send(`/lacak/${number}/keberatan`, fields);
    expect((await inbox()).at(-1)).toMatchObject({
      type: "public.objected",
      body: {
        grounds: "Permohonan ditolak dengan alasan pengecualian informasi.\n\nData ini terbuka.",
      },
    });
    expect((await citizen.get(`/lacak/${number}/keberatan`)).statusCode).toBe(303);
  });

  test("no objection is taken once thirty working days are over", async () => {
    const { citizen, number, code } = await opened();
    await show(number, "ended");
    portal.pass(60 * 24 * 3600);
    await citizen.post("/lacak", { nomor: number, kode: code });
    const page = await citizen.get(`/lacak/${number}`);
    expect(page.body).toContain("keberatan lewat halaman ini berakhir");
    expect((await citizen.get(`/lacak/${number}/keberatan`)).statusCode).toBe(303);
  });

  test("an answer is downloaded until it expires, and only what the office has sent itself", async () => {
    const { citizen, number, code } = await opened();
    const { store, blobs } = portal.ctx;
    async function* bytes(text: string) {
      yield Buffer.from(text);
    }
    const own = await blobs.put(bytes("<script>alert(1)</script>"), 1000);
    const foreign = await blobs.put(bytes("rahasia"), 1000);
    if (!own.ok || !foreign.ok) throw new Error("not stored");
    const at = "2026-11-18T02:00:00.000Z";
    await grantFile(store.db, portal.office, own.value, at);
    await grantFile(store.db, await newOffice(portal.ctx, "Kantor lain"), foreign.value, at);
    await say({
      id: "released",
      type: "public.released",
      body: {
        tracking: number,
        release: "r-1",
        text: "Terlampir datanya.",
        expires: "2026-11-30",
        files: [
          { name: "data padi.html", ...own.value },
          { name: "rahasia.txt", ...foreign.value },
        ],
      },
    });
    expect((await citizen.get(`/lacak/${number}`)).body).toContain("30 November 2026");
    const file = await citizen.get(`/lacak/${number}/berkas/r-1/0`);
    expect(file.statusCode).toBe(200);
    expect(file.body).toBe("<script>alert(1)</script>");
    expect(file.headers).toMatchObject({
      "content-type": "application/octet-stream",
      "x-content-type-options": "nosniff",
    });
    expect(file.headers["content-disposition"]).toMatch(/^attachment; /);
    const secret = await citizen.get(`/lacak/${number}/berkas/r-1/1`);
    expect(secret.statusCode).toBe(404);
    expect(secret.body).not.toContain("rahasia");
    expect((await portal.citizen().get(`/lacak/${number}/berkas/r-1/0`)).statusCode).toBe(303);
    portal.pass(13 * 24 * 3600);
    await citizen.post("/lacak", { nomor: number, kode: code });
    expect((await citizen.get(`/lacak/${number}/berkas/r-1/0`)).statusCode).toBe(404);
    expect((await citizen.get(`/lacak/${number}`)).body).toContain("Masa unduh berakhir");
  });

  test("a pass opens its own request only, for half an hour", async () => {
    const { citizen } = await opened();
    const other = await sendRequest(portal, {}, portal.citizen("192.0.2.9"));
    expect((await citizen.get(`/lacak/${other.number}`)).statusCode).toBe(303);
    const mine = await opened();
    portal.pass(31 * 60);
    expect((await mine.citizen.get(`/lacak/${mine.number}`)).headers.location).toBe("/lacak?buka");
  });

  test("nothing of what was read stays in the spool folder", async () => {
    const file = new File(["MZ"], "b.exe");
    await sendRequest(portal, { berkas_letter: pdf("a.pdf"), berkas_proxy: file });
    await vi.waitFor(async () => expect(await readdir(`${portal.folder}/forms`)).toEqual([]));
  });
});
