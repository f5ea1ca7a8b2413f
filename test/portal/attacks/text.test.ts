import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeLoginSecret } from "../../../portal/operator/sessions.ts";
import { makeCode } from "../../../portal/service/devices.ts";
import { addOffice } from "../../../portal/service/offices.ts";
import {
  apiClient,
  type Pc,
  type RunningPortal,
  startPortal,
} from "../../support/portal-over-http.ts";
import { postgresDatabase } from "../../support/postgres.ts";
import { createWriter } from "../../support/wire-events.ts";

const NASTY = [
  `<script>alert(1)</script>`,
  `"><img src=x onerror=alert(1)>`,
  `javascript:alert(1)`,
  `</title><svg/onload=alert(1)>`,
  `'); drop table feed; --`,
  `' or '1'='1`,
  `"; select pg_sleep(10); --`,
  `\\'; truncate office; --`,
  `%27%20or%201=1`,
  `{{7*7}}\${7*7}<%= 7 %>`,
  `../../../../etc/passwd`,
  `$(reboot)\`reboot\``,
  `=HYPERLINK("http://jahat.contoh")`,
  `\u202Etxt.exe \u{1F600} مرحبا`,
];

describe.each(["SQLite", "PostgreSQL"])("SQL and HTML in every field, on %s", (kind) => {
  let portal: RunningPortal;
  let missing = "";
  beforeAll(async () => {
    const database = kind === "SQLite" ? { url: undefined } : await postgresDatabase();
    if ("missing" in database) missing = `no PostgreSQL here: ${database.missing}`;
    else {
      const config = database.url === undefined ? {} : { databaseUrl: database.url };
      portal = await startPortal({ config });
    }
  });
  beforeEach((test) => {
    if (missing !== "") test.skip(missing);
  });
  afterAll(async () => {
    if (missing === "") await portal.close();
  });

  async function joined(office: string, name: string, app: string): Promise<Pc> {
    const { code } = await makeCode(portal.ctx(), office);
    const answer = await fetch(portal.url("/api/v1/join"), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ code, name, app }),
    });
    const { token, device } = (await answer.json()) as { token: string; device: { id: string } };
    return { office, device: device.id, token };
  }

  it("comes back as it was typed in JSON, and as text on the operator's page", async () => {
    const { secret } = await makeLoginSecret(portal.ctx());
    const opened = await fetch(portal.url("/operator/masuk"), {
      method: "POST",
      body: new URLSearchParams({ kunci: secret }),
      redirect: "manual",
    });
    const cookie = opened.headers.get("set-cookie")?.split(";")[0] ?? "";
    for (const text of NASTY) {
      const added = await addOffice(portal.ctx(), text);
      if (!added.ok) throw new Error(added.error.code);
      const office = added.value.id;
      const pc = await joined(office, text, text.slice(0, 60));
      const api = apiClient(portal, pc);
      expect((await api.state()).office.name).toBe(text);
      const devices = await api.get("/devices");
      expect(devices.headers.get("content-type")).toMatch(/^application\/json/u);
      expect(devices.headers.get("x-content-type-options")).toBe("nosniff");
      expect(await devices.json()).toMatchObject({ devices: [{ name: text }] });

      const writer = createWriter(`${text.slice(0, 40)}${randomUUID()}`);
      const body = JSON.stringify({ text, [text]: { [text]: text } });
      const event = writer.next({
        stream: `${text.slice(0, 40)}${randomUUID()}`,
        body,
        actor: text,
      });
      const pushed = await api.push([event, writer.next({ type: text })]);
      expect(await pushed.json()).toMatchObject({ refused: [{ seq: 2, code: "event_malformed" }] });
      expect((await api.feed("0")).items[0]).toEqual({ event });
      const fetched = await api.post("/events/fetch", { events: [{ writer: writer.id, seq: 1 }] });
      expect(await fetched.json()).toEqual({ events: [event] });

      for (const path of ["/operator", `/operator/kantor/${office}`]) {
        const page = await fetch(portal.url(path), { headers: { cookie } });
        expect(page.status).toBe(200);
        expect(isSafe(await page.text(), text)).toBe(true);
      }
    }
    expect((await apiClient(portal, await portal.office("Terakhir")).state()).office.name).toBe(
      "Terakhir",
    );
  });

  it("in what is looked up finds nothing and breaks nothing", async () => {
    const pc = await portal.office(`Kantor ${kind}`);
    const api = apiClient(portal, pc);
    const epoch = await api.epoch();
    for (const text of NASTY) {
      const encoded = encodeURIComponent(text);
      const answers = await Promise.all([
        api.get(`/feed?after=${encoded}&epoch=${epoch}`),
        api.get(`/feed?after=0&epoch=${encoded}`),
        api.post("/events/fetch", { events: [{ writer: text.slice(0, 80), seq: 1 }] }),
        api.post("/devices/revoke", { device: text.slice(0, 80) }),
        api.post("/files/missing", { files: [text] }),
        api.get(`/files/${encoded}`),
        api.get("/snapshot", { "if-range": `"${encoded}"`, range: text.replace(/[^ -~]/gu, "") }),
        api.post("/join", { code: text.slice(0, 40), name: text, app: "" }),
        api.post("/messages", { messages: [{ id: text.slice(0, 80), type: text.slice(0, 80) }] }),
        fetch(portal.url(`/operator/masuk?kunci=${encoded}`)),
        fetch(portal.url(`/lacak/${encoded}`), { redirect: "manual" }),
        fetch(portal.url(`/periksa?nomor=${encoded}&surat=${encoded}&kantor=${encoded}`)),
        fetch(portal.url(`/permohonan?kantor=${encoded}`)),
      ]);
      for (const [index, answer] of answers.entries()) {
        expect([index, answer.status < 500], text).toEqual([index, true]);
        const type = answer.headers.get("content-type") ?? "";
        if (type.startsWith("text/html")) expect(isSafe(await answer.text(), text)).toBe(true);
      }
    }
  });
});

/** No element that the pages themselves do not write, and no sign that could end an attribute. */
const isSafe = (page: string, text: string): boolean =>
  !/<(script|svg|iframe)\b|<img src=x/iu.test(page) &&
  !(/[<>"']/u.test(text) && page.includes(text));
