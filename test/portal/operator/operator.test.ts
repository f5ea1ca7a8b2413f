import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loginLink, makeLoginSecret } from "../../../portal/operator/sessions.ts";
import {
  fileClient,
  type Pc,
  type RunningPortal,
  startPortal,
} from "../../support/portal-over-http.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

type Answer = { status: number; text: string; headers: Headers };

describe("the operator's page", () => {
  let portal: RunningPortal;
  let pc: Pc;
  beforeAll(async () => {
    portal = await startPortal();
    pc = await portal.office("Dinas Kominfo Kabupaten Contoh");
  });
  afterAll(() => portal.close());

  /** A browser that follows nothing by itself. */
  function browser() {
    let cookie = "";
    const ask = async (
      path: string,
      fields?: Record<string, string>,
      headers: Record<string, string> = {},
    ): Promise<Answer> => {
      const answer = await fetch(portal.url(path), {
        redirect: "manual",
        headers: { cookie, ...headers },
        ...(fields === undefined ? {} : { method: "POST", body: new URLSearchParams(fields) }),
      });
      const set = answer.headers.get("set-cookie");
      if (set !== null) cookie = set.split(";")[0] ?? "";
      return { status: answer.status, text: await answer.text(), headers: answer.headers };
    };
    const csrfOf = async (path = "/operator"): Promise<string> =>
      /name="csrf" value="([\w-]+)"/u.exec((await ask(path)).text)?.[1] ?? "";
    return {
      ask,
      csrfOf,
      cookie: () => cookie,
      post: async (path: string, fields: Record<string, string> = {}) =>
        ask(path, { csrf: await csrfOf(), ...fields }),
    };
  }

  async function signedIn() {
    const window = browser();
    const { secret } = await makeLoginSecret(portal.ctx());
    const answer = await window.ask("/operator/masuk", { kunci: secret });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/operator"]);
    return window;
  }
  const office = (): string => `/operator/kantor/${pc.office}`;

  it("asks whoever has not signed in for a link, on every page and form", async () => {
    const window = browser();
    for (const path of ["/operator", office(), `${office()}/perangkat/${pc.device}/akhiri`]) {
      const answer = await window.ask(path);
      expect([answer.status, answer.headers.get("location")]).toEqual([303, "/operator/masuk"]);
    }
    for (const path of ["/operator/kantor", `${office()}/kode`, `${office()}/nama`]) {
      expect((await window.ask(path, { nama: "X" })).headers.get("location")).toBe(
        "/operator/masuk",
      );
    }
    expect((await window.ask("/operator/masuk")).text).toContain("operator link");
  });

  it("opens by a link that is good once, after one more click", async () => {
    const { secret } = await makeLoginSecret(portal.ctx());
    const { pathname, search } = new URL(loginLink("http://portal", secret));
    const window = browser();
    // A program that looks at the link in advance does not use it up.
    expect((await window.ask(pathname + search)).status).toBe(200);
    expect((await window.ask(pathname + search)).text).toContain(`value="${secret}"`);
    const first = await window.ask("/operator/masuk", { kunci: secret });
    expect(first.headers.get("set-cookie")).toMatch(
      /^lajur_operator=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/u,
    );
    expect((await window.ask("/operator")).status).toBe(200);
    const again = await browser().ask("/operator/masuk", { kunci: secret });
    expect(again.status).toBe(403);
    expect(again.headers.get("set-cookie")).toBeNull();
  });

  it("opens by no link that is too old, made up or sent from another site", async () => {
    const { secret } = await makeLoginSecret(portal.ctx());
    portal.forward(16 * MINUTE);
    const kunci = secret;
    expect((await browser().ask("/operator/masuk", { kunci })).status).toBe(403);
    for (const made of ["", "x".repeat(43), "' or 1=1 --", "a".repeat(10_000)]) {
      expect((await browser().ask("/operator/masuk", { kunci: made })).status).toBe(403);
    }
    const fresh = await makeLoginSecret(portal.ctx());
    const cross = await browser().ask(
      "/operator/masuk",
      { kunci: fresh.secret },
      { origin: "https://lain.contoh", "sec-fetch-site": "cross-site" },
    );
    expect(cross.status).toBe(403);
  });

  it("closes by its button, after an hour of rest and after eight hours", async () => {
    const window = await signedIn();
    const cookie = window.cookie();
    await window.post("/operator/keluar");
    expect((await browser().ask("/operator", undefined, { cookie })).status).toBe(303);

    const resting = await signedIn();
    portal.forward(50 * MINUTE);
    expect((await resting.ask("/operator")).status).toBe(200);
    portal.forward(61 * MINUTE);
    expect((await resting.ask("/operator")).status).toBe(303);

    const long = await signedIn();
    for (let passed = 0; passed < 8; passed += 1) {
      expect((await long.ask("/operator")).status).toBe(200);
      portal.forward(HOUR - MINUTE);
    }
    portal.forward(10 * MINUTE);
    expect((await long.ask("/operator")).status).toBe(303);
  });

  it("takes no form of another site, of another session or without its token", async () => {
    const window = await signedIn();
    const other = await signedIn();
    const nama = "Kantor Palsu";
    for (const [csrf, headers] of [
      ["", {}],
      ["x".repeat(43), {}],
      [await other.csrfOf(), {}],
      [await window.csrfOf(), { "sec-fetch-site": "cross-site" }],
      [await window.csrfOf(), { origin: "https://lain.contoh" }],
      [await window.csrfOf(), { origin: "null" }],
    ] as const) {
      const answer = await window.ask("/operator/kantor", { csrf, nama }, headers);
      expect(answer.status).toBe(403);
      expect(answer.text).toContain("Tidak ada yang diubah");
    }
    await window.ask("/operator/keluar", { csrf: "x" });
    expect((await window.ask("/operator")).text).not.toContain(nama);
  });

  it("runs no script, is framed nowhere and is not kept", async () => {
    const window = await signedIn();
    for (const path of ["/operator", office(), "/operator/masuk"]) {
      const { headers, text } = await window.ask(path);
      expect(headers.get("content-security-policy")).toContain("default-src 'none'");
      expect(headers.get("content-security-policy")).not.toContain("unsafe");
      expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
      expect(headers.get("cache-control")).toBe("no-store");
      expect(text).not.toMatch(/<script|style="|\son\w+=/u);
    }
  });

  it("adds an office, renames it, and says why when it cannot", async () => {
    const window = await signedIn();
    const added = await window.post("/operator/kantor", { nama: "Bappeda" });
    expect(added.status).toBe(303);
    const path = (added.headers.get("location") ?? "").split("?")[0] ?? "";
    expect((await window.ask(added.headers.get("location") ?? "")).text).toContain(
      "Kantor ditambahkan",
    );
    const renamed = await window.post(`${path}/nama`, { nama: "Bappeda Kabupaten Contoh" });
    expect(renamed.headers.get("location")).toBe(`${path}?pesan=diganti`);
    expect((await window.ask("/operator")).text).toContain("Bappeda Kabupaten Contoh");

    const twice = await window.post("/operator/kantor", { nama: "Bappeda Kabupaten Contoh" });
    expect([twice.status, twice.text.includes("sudah ada di portal")]).toEqual([400, true]);
    for (const [nama, words] of [
      ["", "wajib diisi"],
      ["   ", "wajib diisi"],
      ["x".repeat(121), "terlalu panjang"],
      ["a\u0000b", "tidak dapat dicetak"],
    ] as const) {
      const refused = await window.post(`${path}/nama`, { nama });
      expect([refused.status, refused.text.includes(words)]).toEqual([400, true]);
    }
    expect((await window.post("/operator/kantor/tidak-ada/nama", { nama: "X" })).status).toBe(404);
  });

  it("makes a code with which a PC joins, and shows it once", async () => {
    const window = await signedIn();
    const { text } = await window.post(`${office()}/kode`);
    const code = /class="key">([\w-]+)</u.exec(text)?.[1] ?? "";
    const joined = await fetch(portal.url("/api/v1/join"), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ code, name: "PC-LOKET-2", app: "Lajur 0.1.0" }),
    });
    expect(joined.status).toBe(200);
    const page = await window.ask(office());
    expect(page.text).toContain("PC-LOKET-2");
    expect(page.text).not.toContain(code);
    expect((await window.post("/operator/kantor/tidak-ada/kode")).status).toBe(404);
  });

  it("ends a PC's connection, after asking once", async () => {
    const window = await signedIn();
    const stolen = await portal.pc(pc);
    const path = `${office()}/perangkat/${stolen.device}/akhiri`;
    expect((await window.ask(path)).text).toContain("Akhiri sambungan PC?");
    const state = () => fileClient(portal, stolen).ask("GET", "/api/v1/state");
    expect((await state()).status).toBe(200);
    expect((await window.post(path)).status).toBe(303);
    expect((await state()).status).toBe(401);
    expect((await window.ask(path)).status).toBe(404);
    // One of another office is not reached through this one's page.
    const other = await portal.office("Dinas Perhubungan Kabupaten Contoh");
    const cross = `${office()}/perangkat/${other.device}/akhiri`;
    expect((await window.ask(cross)).status).toBe(404);
    expect((await window.post(cross)).status).toBe(404);
    expect((await fileClient(portal, other).ask("GET", "/api/v1/state")).status).toBe(200);
  });

  it("shows lag, what was refused and why, doubled events and what is stored", async () => {
    const own = await portal.office("Dinas Pendidikan Kabupaten Contoh");
    const { db } = portal.ctx().store;
    const at = portal.ctx().now().toISOString();
    const feed = { office: own.office, check_digits: "0", upto: 0, at, json: "{}", hash: "x" };
    const rest = { stream: "r", type: "request.created", identities: null, writer: "w1" };
    await db
      .insertInto("feed")
      .values({ ...feed, ...rest, n: 1, seq: 1, kind: "refused", refused: "event_other_office" })
      .execute();
    const fork = { office: own.office, writer: "w1", seq: 7, hash: "y", json: "{}", at };
    await db
      .insertInto("fork")
      .values({ ...fork, device: own.device })
      .execute();
    await db
      .updateTable("office")
      .set({ feed_n: 4321, feed_bytes: 2_500_000 })
      .where("id", "=", own.office)
      .execute();
    const window = await signedIn();
    const { text } = await window.ask(`/operator/kantor/${own.office}`);
    expect(text).toContain("4.321 catatan");
    expect(text).toContain("Catatan ini milik kantor lain");
    expect(text).toContain("nomor 7");
    const overview = (await window.ask("/operator")).text;
    expect(overview).toContain("2,5 MB");
    expect(overview).toContain('<strong class="bad">1</strong>');
  });

  it("shows whatever stands in a name as text", async () => {
    const window = await signedIn();
    const evil = `<img src=x onerror=alert(1)>"'&{{7*7}}`;
    const added = await window.post("/operator/kantor", { nama: evil });
    const path = (added.headers.get("location") ?? "").split("?")[0] ?? "";
    const [id = ""] = path.split("/").slice(-1);
    await portal.pc({ ...pc, office: id });
    await portal.ctx().store.db.updateTable("device").set({ name: evil, app: evil }).execute();
    for (const page of ["/operator", path, office()]) {
      const { text } = await window.ask(page);
      expect(text).not.toContain("<img src=x");
      expect(text).not.toMatch(/\sonerror=(?!alert\(1\)&gt;)/u);
    }
    const sql = "x'); drop table office; --";
    expect((await window.post("/operator/kantor", { nama: sql })).status).toBe(303);
    expect((await window.ask("/operator")).text).toContain("x&#39;); drop table office; --");
  });
});
