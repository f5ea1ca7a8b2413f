import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  apiClient,
  type Pc,
  type RunningPortal,
  startPortal,
} from "../../support/portal-over-http.ts";

const SHA256 = "a".repeat(64);
const ROUTES: [string, string][] = [
  ["GET", "/state"],
  ["POST", "/events"],
  ["GET", "/feed?after=0&epoch=12345678"],
  ["GET", "/heads"],
  ["POST", "/events/fetch"],
  ["GET", "/snapshot"],
  ["POST", "/files/missing"],
  ["POST", "/files"],
  ["GET", `/files/${SHA256}`],
  ["HEAD", `/files/${SHA256}`],
  ["PATCH", `/files/upload-${"a".repeat(32)}`],
  ["DELETE", `/files/upload-${"a".repeat(32)}`],
  ["POST", "/messages"],
  ["GET", "/offices"],
  ["GET", "/devices"],
  ["POST", "/devices/code"],
  ["POST", "/devices/revoke"],
];

describe("without a good token", () => {
  let portal: RunningPortal;
  let pc: Pc;
  beforeAll(async () => {
    portal = await startPortal();
    pc = await portal.office("Dinas Kominfo Kabupaten Contoh");
  });
  afterAll(() => portal.close());

  const ask = (method: string, path: string, headers: Record<string, string>) =>
    fetch(portal.url(`/api/v1${path}`), { method, headers });

  it.each(ROUTES)("%s %s answers 401 and nothing else", async (method, path) => {
    const wrong = [
      {},
      { authorization: "" },
      { authorization: pc.token },
      { authorization: `Basic ${pc.token}` },
      { authorization: `Bearer ${pc.token}x` },
      { authorization: `Bearer ${pc.token.slice(0, -1)}` },
      { authorization: `Bearer ${pc.token.toUpperCase()}` },
      { authorization: "Bearer ' OR '1'='1" },
      { authorization: `Bearer ${"x".repeat(4000)}` },
      { cookie: `token=${pc.token}` },
    ];
    for (const headers of wrong) {
      const answer = await ask(method, path, headers as Record<string, string>);
      const text = await answer.text();
      expect([answer.status, text.includes("Contoh")]).toEqual([401, false]);
    }
    const separator = path.includes("?") ? "&" : "?";
    const inUrl = await ask(method, `${path}${separator}token=${pc.token}`, {});
    expect(inUrl.status).toBe(401);
  });

  it("one that was revoked is good for nothing, at once and for good", async () => {
    const stolen = await portal.pc(pc);
    const api = apiClient(portal, stolen);
    expect((await api.get("/state")).status).toBe(200);
    await portal.revoke(stolen);
    for (const [method, path] of ROUTES) {
      const headers = { authorization: `Bearer ${stolen.token}` };
      const answer = await ask(method, path, headers);
      expect([path, answer.status]).toEqual([path, 401]);
      const text = await answer.text();
      if (method !== "HEAD") expect(JSON.parse(text)).toMatchObject({ code: "token_revoked" });
    }
  });

  it("no error shows a path, a query or a line of the program", async () => {
    const bearer = { authorization: `Bearer ${pc.token}` };
    for (const path of ["/feed?after=%27", "/files/%00", "/files/..%2f..%2fetc%2fpasswd", "/x"]) {
      const text = await (await ask("GET", path, bearer)).text();
      expect(text).not.toMatch(/node_modules|\.ts:|select |sqlite|at \w+ \(/iu);
      expect(JSON.parse(text)).toHaveProperty("code");
    }
  });
});
