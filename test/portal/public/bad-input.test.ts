import { request } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readPage } from "../../../portal/service/feed.ts";
import { START } from "../../../portal/service/cursors.ts";
import {
  FILLED,
  hiddenValue,
  type PublicPortal,
  sendRequest,
  startPublicPortal,
} from "../../support/public-portal.ts";

const NASTY = {
  html: `"><img src=x onerror=alert(1)><script>alert('x')</script>`,
  sql: `'); DROP TABLE public_request; --`,
  emoji: "\u{1F600}\u{1F1EE}\u{1F1E9}\u200D\u{1F468}",
  rtl: "\u202Eمرحبا\u202C",
  template: "${7*7} {{7*7}} <%= 7 %>",
};

let portal: PublicPortal;
beforeEach(async () => {
  portal = await startPublicPortal({ config: { publicPosts: 400 } });
});
afterEach(() => portal.close());

const inbox = async () => (await readPage(portal.ctx.store, portal.office, START))?.items ?? [];

async function form(citizen = portal.citizen()) {
  const page = await citizen.get("/permohonan");
  portal.pass(5);
  return { ...FILLED, kantor: portal.office, formulir: hiddenValue(page.body, "formulir") };
}
const TYPED = ["nama", "lembaga", "alamat", "telepon", "pokok", "data-1", "periode-1", "tujuan"];

describe("whatever is typed into the form", () => {
  test.each(Object.entries(NASTY))(
    "%s in every field is kept and shown as text",
    async (_, text) => {
      const citizen = portal.citizen();
      const nasty = Object.fromEntries(TYPED.map((name) => [name, text]));
      const checked = await citizen.send("/permohonan", {
        ...(await form()),
        ...nasty,
        aksi: "periksa",
      });
      expect(checked.statusCode).toBe(200);
      expect(checked.body).not.toContain("<script>");
      expect(checked.body).not.toContain("<img src=x");
      const { sent, number, code } = await sendRequest(portal, nasty, citizen);
      expect(sent.statusCode).toBe(200);
      expect(sent.body).not.toContain("<script>");
      const message = JSON.parse((await inbox()).at(-1) ?? "") as Record<string, unknown>;
      expect(message).toMatchObject({
        message: { body: { subject: text, requester: { name: text } } },
      });
      await citizen.post("/lacak", { nomor: number, kode: code });
      const page = await citizen.get(`/lacak/${number}`);
      expect(page.statusCode).toBe(200);
      expect(page.body).not.toContain("<img src=x");
    },
  );

  test("ten thousand signs in each field come back whole, each with its fault", async () => {
    const long = "\u{1F600}".repeat(5000);
    const fields = await form();
    const filled = Object.fromEntries(TYPED.map((name) => [name, long]));
    const answer = await portal
      .citizen()
      .send("/permohonan", { ...fields, ...filled, aksi: "periksa" });
    expect(answer.statusCode).toBe(422);
    for (const name of TYPED) expect(answer.body).toContain(`id="${name}-salah"`);
    expect(answer.body.split(long)).toHaveLength(TYPED.length + 1);
  });

  test("what is missing is named beside its field, and nothing else is lost", async () => {
    const fields = await form();
    const citizen = portal.citizen();
    for (const name of [
      "nama",
      "identitas",
      "alamat",
      "pokok",
      "data-1",
      "tujuan",
      "cara_menerima",
    ]) {
      const rest = name === "data-1" ? { "periode-1": "", "satuan-1": "", "bentuk-1": "" } : {};
      const answer = await citizen.send("/permohonan", {
        ...fields,
        ...rest,
        [name]: "",
        aksi: "kirim",
      });
      expect(answer.statusCode, name).toBe(422);
      expect(answer.body, name).toContain(`id="${name}-salah"`);
      expect(answer.body, name).toContain(`href="#${name}"`);
      if (name !== "alamat")
        expect(answer.body).toContain("Jalan Melati 5\nKecamatan Contoh</textarea");
    }
    expect(await inbox()).toEqual([]);
  });

  test.each([
    ["jenis", "raja", "jenis"],
    ["cara_menerima", "merpati", "cara_menerima"],
    ["cara_memperoleh", "<b>", "cara_memperoleh"],
    ["kuasa", "mungkin", "kuasa"],
    ["posel", "bukan pos-el", "posel"],
    ["identitas", "123", "identitas"],
    ["nama", "baris\u0007bel", "nama"],
  ])("%s = %j is refused by name", async (name, value, fault) => {
    const answer = await portal
      .citizen()
      .send("/permohonan", { ...(await form()), [name]: value, aksi: "kirim" });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain(`id="${fault}-salah"`);
  });

  test("who asks for another needs a name and the letter that says so", async () => {
    const fields = { ...(await form()), kuasa: "ya", aksi: "kirim" };
    const answer = await portal.citizen().send("/permohonan", fields);
    expect(answer.body).toContain('id="pemberi_kuasa-salah"');
    expect(answer.body).toContain('id="berkas_proxy-salah"');
  });

  test("rows are added and removed without a script, and files stay", async () => {
    const citizen = portal.citizen();
    const fields = await form();
    const pdf = new File(["%PDF-1.4\n%%EOF\n"], "surat.pdf");
    const added = await citizen.send("/permohonan", {
      ...fields,
      berkas_letter: pdf,
      aksi: "tambah",
    });
    expect(added.body).toContain('name="data-2"');
    expect(added.body).toContain("surat.pdf");
    expect(added.body).toMatch(/name="data-2"[^>]*autofocus/);
    const removed = await citizen.send("/permohonan", {
      ...fields,
      "data-2": "Kedua",
      aksi: "hapus-1",
    });
    expect(removed.body).toContain('value="Kedua"');
    expect(removed.body).not.toContain('name="data-2"');
    expect(removed.body).toContain("surat.pdf");
    const id = /value="hapus-berkas-(\w+)"/.exec(removed.body)?.[1] ?? "";
    const without = await citizen.send("/permohonan", { ...fields, aksi: `hapus-berkas-${id}` });
    expect(without.body).not.toContain("surat.pdf");
  });

  test("another form's file cannot be taken or removed", async () => {
    const [mine, theirs] = [await form(), await form()];
    const pdf = new File(["%PDF-1.4\n%%EOF\n"], "milik-lain.pdf");
    const page = await portal
      .citizen()
      .send("/permohonan", { ...theirs, berkas_letter: pdf, aksi: "unggah" });
    const id = /value="hapus-berkas-(\w+)"/.exec(page.body)?.[1] ?? "";
    await portal.citizen().send("/permohonan", { ...mine, aksi: `hapus-berkas-${id}` });
    const still = await portal.citizen().send("/permohonan", { ...theirs, aksi: "unggah" });
    expect(still.body).toContain("milik-lain.pdf");
  });

  test("files that are too many, too large or of another kind are named, the others kept", async () => {
    const citizen = portal.citizen();
    const fields = await form();
    const page = await citizen.send("/permohonan", {
      ...fields,
      berkas_letter: new File(["<script>"], "a.pdf"),
      berkas_identity: new File([new Uint8Array(10 * 1024 * 1024 + 1)], "b.png"),
      berkas_proxy: new File(["%PDF-1.4\n%%EOF\n"], "c.pdf"),
      aksi: "periksa",
    });
    expect(page.statusCode).toBe(422);
    expect(page.body).toContain("“a.pdf” bukan PDF");
    expect(page.body).toContain("“b.png” lebih besar dari 10 MB");
    expect(page.body).toContain("c.pdf");
  });
});

describe("whoever is no citizen", () => {
  test("cannot send a form without this portal's token, or from another site", async () => {
    const fields = { ...(await form()), aksi: "kirim" };
    const forged = await portal.citizen().send("/permohonan", { ...fields, formulir: "x.y.z" });
    expect(forged.statusCode).toBe(422);
    expect(forged.body).toContain('value="Ayu Contoh"');
    const foreign: Record<string, string>[] = [
      { "sec-fetch-site": "cross-site" },
      { origin: "https://jahat.example" },
      { origin: "null" },
    ];
    for (const headers of foreign) {
      expect((await portal.citizen().send("/permohonan", fields, headers)).statusCode).toBe(403);
    }
    expect(await inbox()).toEqual([]);
  });

  test("is stopped by the trap and by being too quick, but a person goes on", async () => {
    const citizen = portal.citizen();
    const fields = { ...(await form()), aksi: "kirim" };
    const trapped = await citizen.send("/permohonan", { ...fields, situs_web: "http://spam" });
    expect(trapped.statusCode).toBe(422);
    const page = await citizen.get("/permohonan");
    const token = hiddenValue(page.body, "formulir");
    const quick = await citizen.send("/permohonan", { ...fields, formulir: token });
    expect(quick.statusCode).toBe(425);
    expect(await inbox()).toEqual([]);
    portal.pass(4);
    const sent = await citizen.send("/permohonan", { ...fields, formulir: token });
    expect(sent.statusCode).toBe(200);
  });

  test("guesses codes a few times only, from one address and for one number", async () => {
    const { number, code } = await sendRequest(portal);
    const guess = (address: string, kode = "0000-0000-0000-0000") =>
      portal.citizen(address).post("/lacak", { nomor: number, kode });
    const statuses = [];
    for (let time = 0; time < 22; time += 1)
      statuses.push((await guess("198.51.100.1")).statusCode);
    expect(statuses.filter((status) => status === 422)).toHaveLength(20);
    expect(statuses.slice(20)).toEqual([429, 429]);
    for (let time = 0; time < 10; time += 1) await guess(`203.0.113.${time}`);
    expect((await guess("192.0.2.77", code)).statusCode).toBe(429);
    portal.pass(16 * 60);
    expect((await guess("192.0.2.77", code)).statusCode).toBe(303);
  });

  test("learns nothing about which numbers there are", async () => {
    const { number } = await sendRequest(portal);
    const [known, unknown] = await Promise.all(
      [number, "P-2026-000000"].map((nomor) =>
        portal.citizen().post("/lacak", { nomor, kode: "0000-0000-0000-0000" }),
      ),
    );
    expect(known?.statusCode).toBe(unknown?.statusCode);
    expect(known?.body.replaceAll(number, "")).toBe(unknown?.body.replaceAll("P-2026-000000", ""));
  });

  test("posts in floods until the limit, and others are not in the way", async () => {
    await portal.close();
    portal = await startPublicPortal({ config: { publicPosts: 20 } });
    const fields = { ...(await form()), aksi: "periksa" };
    const flooder = portal.citizen("198.51.100.5");
    const statuses: number[] = [];
    for (let time = 0; time < 40; time += 1) {
      statuses.push((await flooder.post("/permohonan", fields)).statusCode);
    }
    expect(statuses.filter((status) => status === 429)).toHaveLength(20);
    expect((await portal.citizen("198.51.100.6").post("/permohonan", fields)).statusCode).toBe(200);
  });

  test.each(["application/json", "text/xml", "application/octet-stream"])(
    "sends %s and is told that it is no form",
    async (type) => {
      const answer = await portal.app.inject({
        method: "POST",
        url: "/permohonan",
        headers: { "content-type": type },
        payload: '{"nama":["x"]}',
      });
      expect(answer.statusCode).toBeGreaterThanOrEqual(400);
      expect(answer.statusCode).toBeLessThan(500);
      expect(answer.headers["content-type"]).toMatch(/^text\/html/);
    },
  );

  test.each([
    ["no boundary", "multipart/form-data", "x"],
    [
      "cut off",
      "multipart/form-data; boundary=b",
      '--b\r\nContent-Disposition: form-data; name="nama"\r\n\r\nAy',
    ],
    [
      "prototype",
      "multipart/form-data; boundary=b",
      '--b\r\nContent-Disposition: form-data; name="__proto__"\r\n\r\nx\r\n--b--\r\n',
    ],
    ["nothing", "multipart/form-data; boundary=b", ""],
  ])("sends a broken form (%s) and gets a page", async (_, type, payload) => {
    const answer = await portal.app.inject({
      method: "POST",
      url: "/permohonan",
      headers: { "content-type": type },
      payload,
    });
    expect([400, 422]).toContain(answer.statusCode);
    expect(answer.headers["content-type"]).toMatch(/^text\/html/);
  });
});

describe("a post of a gigabyte", () => {
  const head =
    '--b\r\nContent-Disposition: form-data; name="berkas_letter"; filename="a.pdf"\r\n\r\n';
  /** Bytes that went out before the portal ended it, and what it answered. */
  function flood(headers: Record<string, string>, begin: string) {
    const { port } = portal.app.server.address() as AddressInfo;
    return new Promise<{ sent: number; status: number | null }>((resolve) => {
      let sent = 0;
      let status: number | null = null;
      const post = request({ port, method: "POST", path: "/permohonan", headers }, (answer) => {
        status = answer.statusCode ?? null;
        answer.resume();
      });
      const end = (): void => {
        post.destroy();
        resolve({ sent, status });
      };
      post.on("error", end).on("close", end);
      const part = Buffer.alloc(1024 * 1024, 120);
      const write = (): void => {
        if (post.destroyed || sent >= 1024 ** 3) return;
        sent += part.length;
        if (post.write(part)) setImmediate(write);
        else post.once("drain", write);
      };
      post.write(begin);
      write();
    });
  }
  const type = "multipart/form-data; boundary=b";

  test.each([
    ["as a file of announced length", { "content-length": String(1024 ** 3 + head.length) }, head],
    ["as a file of no announced length", { "transfer-encoding": "chunked" }, head],
    ["as a foreword that never ends", { "transfer-encoding": "chunked" }, "x"],
  ])("%s is cut off early", async (_, headers, begin) => {
    await portal.app.listen({ port: 0, host: "127.0.0.1" });
    const before = process.memoryUsage().rss;
    const { sent, status } = await flood({ "content-type": type, ...headers }, begin);
    expect(sent).toBeLessThan(80 * 1024 * 1024);
    expect([413, null]).toContain(status);
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
    expect((await portal.citizen().get("/permohonan")).statusCode).toBe(200);
  });
});
