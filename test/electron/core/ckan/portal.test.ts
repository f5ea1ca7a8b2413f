import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { createProxy } from "proxy";
import { afterEach, describe, expect, it } from "vitest";
import { portalAddress } from "#core/ckan/address.ts";
import { createCkan } from "#core/ckan/ckan.ts";
import type { OpenDataPortal } from "#core/ckan/open-data-portal.ts";
import { openLine } from "#core/sync/http/line.ts";
import { type CkanServer, type Fault, startCkan } from "../../../support/ckan-server.ts";
import { openCore, temporaryFolder } from "../../../support/core.ts";
import { type Office, openOffice } from "./office.ts";

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** A portal that is asked directly, with little patience. */
async function portalOf(options: Parameters<typeof startCkan>[0] = {}) {
  const server = await startCkan(options);
  const portal = clientOf(server);
  ends.push(() => portal.close(), server.close);
  return { server, portal };
}

function clientOf({ url, token }: Pick<CkanServer, "url" | "token">): OpenDataPortal {
  const line = openLine({ proxy: "", authority: "" });
  if (!line.ok) throw new Error(line.error.message);
  const now = () => "2026-11-21T00:00:00.000Z";
  return createCkan({ url, token, line: line.value, now, patience: 300 });
}

async function officeOf(options: Parameters<typeof startCkan>[0] = {}): Promise<Office> {
  const office = await openOffice(options);
  ends.push(office.dispose);
  return office;
}

const never = new AbortController().signal;

describe("what answers at an address", () => {
  it("says its version, extensions, organisations and licences", async () => {
    const { portal } = await portalOf();
    const site = await portal.probe(never);
    expect(site).toMatchObject({
      ok: true,
      value: {
        title: "Satu Data Kabupaten Contoh",
        version: "2.10.4",
        requests: true,
        allowed: true,
        organizations: [{ name: "dinas-pertanian" }, { name: "diskominfo" }],
        licenses: [{ name: "cc-by" }, { name: "notspecified" }],
      },
    });
  });

  it("is told to be no portal when it answers a web page", async () => {
    const server = createServer((_, response) => {
      response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><p>Halo");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    ends.push(async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    });
    const { port } = server.address() as AddressInfo;
    const portal = clientOf({ url: `http://127.0.0.1:${port}`, token: "" });
    ends.push(() => portal.close());
    expect(await portal.probe(never)).toMatchObject({
      ok: false,
      passing: false,
      error: { code: "ckan_no_api" },
    });
  });

  it("is refused when it is too old", async () => {
    const { portal } = await portalOf({ version: "2.2.1" });
    expect(await portal.probe(never)).toMatchObject({ ok: false, error: { code: "ckan_too_old" } });
  });

  const FAULTS: [Fault, string, boolean][] = [
    ["html", "ckan_down", true],
    ["500", "ckan_down", true],
    ["half", "ckan_answer_broken", true],
    ["string", "ckan_refused", false],
    ["never", "ckan_slow", true],
    ["cut", "ckan_offline", true],
    [{ slow: 1000 }, "ckan_slow", true],
  ];
  for (const [fault, code, passing] of FAULTS) {
    it(`is told in a sentence when it fails: ${JSON.stringify(fault)}`, async () => {
      const { server, portal } = await portalOf();
      server.break(() => fault);
      const answer = await portal.find("apa-saja", never);
      expect(answer).toMatchObject({ ok: false, passing, error: { code } });
    });
  }

  it("is asked no longer than somebody waits", async () => {
    const { server, portal } = await portalOf();
    server.break(() => "never");
    const stop = new AbortController();
    const asked = portal.find("apa-saja", stop.signal);
    setTimeout(() => stop.abort(), 20);
    expect(await asked).toMatchObject({ ok: false, error: { code: "ckan_stopped" } });
  });

  it("is not waited for when an upload stands still", async () => {
    const { server, portal } = await portalOf();
    const path = join(temporaryFolder(), "padi.csv");
    writeFileSync(path, "kecamatan,ton\n");
    server.break(() => "never");
    const file = { path, name: "padi.csv", size: 14, sha256: "0".repeat(64) };
    const sent = await portal.upload("apa-saja", file, () => undefined, never);
    expect(sent).toMatchObject({ ok: false, passing: true, error: { code: "ckan_slow" } });
  });

  it("may not answer more than fits", async () => {
    const { server, portal } = await portalOf();
    server.add({ name: "besar", title: "Besar", notes: "x".repeat(25 * 1024 * 1024) });
    const answer = await portal.changes({ since: null, start: 0, rows: 1 }, never);
    expect(answer).toMatchObject({ ok: false, error: { code: "ckan_answer_large" } });
  });

  it.each([
    ["data.contohkab.go.id", "https://data.contohkab.go.id"],
    ["  https://data.contohkab.go.id/dataset/padi ", "https://data.contohkab.go.id"],
    ["http://10.1.2.3:5000/", "http://10.1.2.3:5000"],
    ["https://contohkab.go.id/data/api/3/action/status_show", "https://contohkab.go.id/data"],
  ])("is taken from what was pasted: %s", (typed, address) => {
    expect(portalAddress(typed)).toEqual({ ok: true, value: address });
  });

  it.each(["", "ftp://data.contoh.go.id", "https://user:rahasia@data.contoh.go.id", "portal"])(
    "is refused as an address: %s",
    (typed) => {
      expect(portalAddress(typed)).toMatchObject({
        ok: false,
        error: { code: "ckan_url_invalid" },
      });
    },
  );
});

describe("the portal of a PC", () => {
  it("is not kept when something else answers there", async () => {
    const office = await officeOf();
    office.server.break(() => "string");
    const refused = await office.lajur.refusal("ckan.save", { url: office.server.url, token: "x" });
    expect(refused.code).toBe("ckan_refused");
    expect((await office.lajur.call("ckan.state", {})).portal).toBeNull();
  });

  it("is kept without a line, and told to be out of reach", async () => {
    const office = await officeOf();
    office.server.break(() => "cut");
    const state = await office.lajur.call("ckan.save", { url: office.server.url, token: "x" });
    expect(state.portal).toMatchObject({ token: true, failure: { code: "ckan_offline" } });
  });

  it("keeps its token on the PC alone, and never shows or sends it elsewhere", async () => {
    const office = await officeOf();
    await office.join();
    const kept = readdirSync(office.twins).filter((name) => name.endsWith(".ckan"));
    expect(kept).toHaveLength(1);
    const state = await office.lajur.call("ckan.state", {});
    expect(JSON.stringify(state)).not.toContain(office.server.token);
    await office.lajur.core.close();
    const database = readFileSync(join(office.lajur.folder, "archive.sqlite"), "latin1");
    expect(database).not.toContain(office.server.token);
    await office.reopen();

    const other = await startCkan();
    ends.push(other.close);
    await office.lajur.call("ckan.test", { url: other.url });
    expect(other.calls.every(({ token }) => token === "")).toBe(true);
    await office.lajur.call("ckan.save", { url: other.url, organization: "" });
    expect((await office.lajur.call("ckan.state", {})).portal?.token).toBe(false);
  });

  it("has no token in a copy of the archive elsewhere", async () => {
    const office = await officeOf();
    await office.join();
    await office.lajur.core.close();
    const copy = temporaryFolder();
    cpSync(office.lajur.folder, copy, { recursive: true });
    const other = openCore({ archive: copy, twins: office.twins });
    ends.push(other.dispose);
    expect((await other.call("ckan.state", {})).portal).toMatchObject({
      url: office.server.url,
      token: false,
    });
    await office.reopen();
    expect((await office.lajur.call("ckan.state", {})).portal?.token).toBe(true);
  });

  it("has a token that only the system's key store opens, where the window gave a key", async () => {
    const office = await officeOf();
    office.lajur = await office.lajur.reopen({ secretKey: "kunci-uji" });
    await office.join();
    expect((await office.lajur.call("ckan.state", {})).portal?.token).toBe(true);
    const file = readdirSync(office.twins).find((name) => name.endsWith(".ckan")) ?? "";
    const plain = Buffer.from(office.server.token).toString("base64");
    expect(readFileSync(join(office.twins, file), "utf8")).not.toContain(plain);
    office.lajur = await office.lajur.reopen({ secretKey: "kunci-lain" });
    expect((await office.lajur.call("ckan.state", {})).portal?.token).toBe(false);
  });

  it("is reached through the proxy that the PC was given for its lines", async () => {
    const office = await officeOf();
    const proxy = createProxy(createServer());
    let used = 0;
    proxy.on("connection", () => {
      used += 1;
    });
    await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
    ends.push(async () => {
      proxy.closeAllConnections();
      await new Promise((resolve) => proxy.close(resolve));
    });
    const { port } = proxy.address() as AddressInfo;
    await office.lajur.call("sync.save", { proxy: `http://127.0.0.1:${port}` });
    await office.join();
    expect(used).toBeGreaterThan(0);
    await office.lajur.call("sync.save", { authority: join(office.twins, "tidak-ada.pem") });
    const refused = await office.lajur.refusal("ckan.refresh", {});
    expect(refused.code).toBe("authority_unreadable");
  });

  it("is forgotten with everything that was read of it", async () => {
    const office = await officeOf();
    await office.join();
    office.server.add({ name: "a", title: "A" });
    await office.lajur.call("ckan.refresh", {});
    const state = await office.lajur.call("ckan.forget", { confirmed: true });
    expect(state).toMatchObject({ portal: null, catalogue: { datasets: 0, complete: false } });
    expect(readdirSync(office.twins).filter((name) => name.endsWith(".ckan"))).toEqual([]);
    const refused = await office.lajur.refusal("ckan.refresh", {});
    expect(refused.code).toBe("ckan_none");
  });
});

describe("the name of a dataset", () => {
  it("is made of its title, and the next one is taken where it is not free", async () => {
    const office = await officeOf();
    await office.join();
    office.server.add({ name: "produksi-padi-2025", title: "Ada" });
    const free = await office.lajur.call("dataset.name", { title: "Produksi Padi 2025" });
    expect(free).toEqual({ name: "produksi-padi-2025-2", free: true });
    const typed = await office.lajur.call("dataset.name", { name: "produksi-padi-2025" });
    expect(typed).toEqual({ name: "produksi-padi-2025", free: false });
    office.server.break(() => "cut");
    const offline = await office.lajur.call("dataset.name", { title: "Luas Panen" });
    expect(offline).toEqual({ name: "luas-panen", free: null });
  });
});
