import { createCipheriv, createHash, randomBytes } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { pushEvents } from "../../../portal/service/push.ts";
import { checkCode, vouchedText } from "#shared/letter/check-code.ts";
import type { IssuedDocument } from "#shared/request/events.ts";
import type { WireEvent, WireIdentity } from "#shared/sync/wire.ts";
import { joinedPc, type TestPc } from "../../support/portal-offices.ts";
import { type PublicPortal, startPublicPortal } from "../../support/public-portal.ts";
import { freshStore, STORES } from "../../support/stores.ts";
import { createWriter } from "../../support/wire-events.ts";

const PORTAL = "https://portal.contoh.go.id";

/** A letter that names its requester, as its event holds it once the words are sealed. */
function letter(): { issued: IssuedDocument; body: string; identity: WireIdentity; code: string } {
  const requester = {
    kind: "individual",
    name: "Ayu Contoh",
    identity: "",
    institution: "",
    address: "",
    phone: "",
    email: "",
  };
  const plain = JSON.stringify(requester);
  const [key, nonce, salt] = [randomBytes(32), randomBytes(12), randomBytes(16)];
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  const ciphertext = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  const digest = createHash("sha256").update(salt).update(plain).digest("hex");
  const issued: IssuedDocument = {
    id: "surat-1",
    kind: "answer",
    number: "500.14/12/2026",
    date: "2026-11-18",
    office: "w:1",
    running: { year: 2026, value: 12 },
    about: "Jawaban untuk Ayu Contoh",
    note: "Diserahkan kepada Ayu Contoh",
    values: { z: "1", a: ["2"] },
  };
  const sealed = JSON.stringify(issued).replaceAll("Ayu Contoh", `⟪${digest}.name⟫`);
  const hash = createHash("sha256").update(vouchedText(issued)).digest("hex");
  return {
    issued,
    body: sealed,
    identity: {
      digest,
      salt: salt.toString("base64"),
      nonce: nonce.toString("base64"),
      ciphertext: ciphertext.toString("base64"),
      key: key.toString("base64"),
    },
    code: checkCode({ ...issued, digest: hash }, PORTAL).slice(PORTAL.length),
  };
}

describe.each(STORES)("the check of letters on %s", (kind) => {
  let portal: PublicPortal;
  let pc: TestPc;
  const writer = () => createWriter();

  beforeEach(async (context) => {
    portal = await startPublicPortal({ store: await freshStore(kind, context) });
    pc = await joinedPc(portal.ctx, portal.office);
  });
  afterEach(() => portal?.close());

  async function push(events: WireEvent[]): Promise<void> {
    const caller = await pc.caller();
    const pushed = await pushEvents(portal.ctx, caller, { epoch: caller.epoch, events });
    expect(pushed).toMatchObject({ ok: true, value: { refused: [] } });
  }
  const look = async (url: string) => (await portal.citizen().get(url)).body;

  test("says which letter it is, that it stands, and that it was voided", async () => {
    const { body, identity, code } = letter();
    const pen = writer();
    expect(await look(code)).toContain("Surat tidak dikenal");
    await push([
      pen.next({
        stream: "r-1",
        type: "request.created",
        body: JSON.stringify({ requester: identity.digest }),
        identities: [identity],
      }),
      pen.next({ stream: "r-1", type: "document.issued", body }),
    ]);
    const page = await look(code);
    for (const words of [
      "Surat berlaku",
      "500.14/12/2026",
      "18 November 2026",
      "Kabupaten Contoh",
    ]) {
      expect(page).toContain(words);
    }
    expect(page).toContain("Jawaban untuk Ayu Contoh");
    await push([
      pen.next({
        stream: "r-1",
        type: "letter.voided",
        body: '{"id":"surat-1","reason":"Keliru"}',
      }),
    ]);
    expect(await look(code)).toContain("Surat sudah dibatalkan");
  });

  test("tells other words, and says nothing of the letter to who has not its code", async () => {
    const { body, identity, code } = letter();
    const pen = writer();
    await push([
      pen.next({
        stream: "r-1",
        type: "request.created",
        body: JSON.stringify({ requester: identity.digest }),
        identities: [identity],
      }),
      pen.next({ stream: "r-1", type: "document.issued", body }),
    ]);
    const other = await look(code.replace(/d=.*/, "d=0123456789abcdef"));
    expect(other).toContain("Kode tidak cocok");
    expect(other).not.toContain("Ayu");
    expect(await look(code.replace("t=2026-11-18", "t=2026-11-19"))).toContain(
      "Surat tidak dikenal",
    );
  });

  test("cannot compare what was erased, and says so", async () => {
    const { body, identity, code } = letter();
    const pen = writer();
    await push([
      pen.next({
        stream: "r-1",
        type: "request.created",
        body: JSON.stringify({ requester: identity.digest }),
        identities: [identity],
      }),
      pen.next({ stream: "r-1", type: "document.issued", body }),
      pen.next({ stream: "r-1", type: "identity.erased", body: "{}" }),
    ]);
    const page = await look(code);
    expect(page).toContain("Tidak dapat dibandingkan lagi");
    expect(page).not.toContain("Ayu");
  });

  test("a letter whose voiding came first is voided", async () => {
    const { body, code } = letter();
    const [one, two] = [writer(), writer()];
    await push([one.next({ stream: "r-1", type: "letter.voided", body: '{"id":"surat-1"}' })]);
    await push([two.next({ stream: "r-1", type: "document.issued", body })]);
    expect(await look(code)).toMatch(/Surat sudah dibatalkan|Tidak dapat dibandingkan/);
  });

  test("the office's own kop and services stand on its page, the latest ones by their order", async () => {
    const profile = (name: string) =>
      JSON.stringify({
        government: "Pemerintah Kabupaten Contoh",
        name,
        address: "Jalan <1>",
        zone: "WITA",
        phone: "0",
        logo: "data:image/png;base64,iVBORw0KGgo=",
      });
    const sop = (name: string, requesterLane: string | null) =>
      JSON.stringify({ id: `sop-${name}`, version: 1, name, requesterLane });
    const pen = writer();
    await push([
      pen.next({ type: "office.saved", lamport: 9, body: profile("Dinas Baru") }),
      pen.next({ type: "office.saved", lamport: 4, body: profile("Dinas Lama") }),
      pen.next({ type: "sop.published", body: sop("Permintaan data", "Pemohon") }),
      pen.next({ type: "sop.published", body: sop("Rapat internal", null) }),
      pen.next({ type: "sop.published", body: sop("Lama", "Pemohon") }),
      pen.next({ type: "sop.retired", lamport: 50, body: '{"id":"sop-Lama","reason":"x"}' }),
    ]);
    const page = await look("/");
    for (const words of ["Dinas Baru", "Jalan &lt;1&gt;", "Permintaan data"]) {
      expect(page).toContain(words);
    }
    for (const words of ["Dinas Lama", "Rapat internal", "<li>Lama"]) {
      expect(page).not.toContain(words);
    }
    const logo = await portal.citizen().get(`/kantor/${portal.office}/lambang`);
    expect(logo.headers["content-type"]).toBe("image/png");
  });
});

describe("the form of the check", () => {
  test.each([
    "/periksa?n=&t=2026-01-01&d=0123456789abcdef",
    "/periksa?n=1&t=kemarin&d=0123456789abcdef",
    "/periksa?n=1&t=2026-01-01&d=%3Cscript%3E",
    "/periksa?n=1&n=2&t=2026-01-01&d=xyz",
  ])("what is no code (%s) comes back as a form", async (url) => {
    const portal = await startPublicPortal();
    const answer = await portal.citizen().get(url);
    await portal.close();
    expect(answer.statusCode).toBe(422);
    expect(answer.body).not.toContain("<script>");
  });
});
