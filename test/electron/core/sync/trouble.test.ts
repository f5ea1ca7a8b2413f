import { randomBytes } from "node:crypto";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { demoOffice } from "#core/demo/office.ts";
import { CONSOLE, intake, type TestCore } from "../../../support/core.ts";
import {
  openOfficePortal,
  openPc,
  type OfficePortal,
  waitFor,
} from "../../../support/office-portal.ts";

const NAME = "Dinas Kominfo Kabupaten Contoh";

describe("a PC and its portal in trouble", () => {
  let portal: OfficePortal;
  let office: string;
  let a: ReturnType<typeof openPc>;
  const opened: TestCore[] = [];
  beforeEach(async () => {
    portal = await openOfficePortal();
    office = await portal.office(NAME);
    a = openPc();
    await a.call("office.save", demoOffice);
  });
  afterEach(async () => {
    for (const pc of opened.splice(0)) await pc.dispose();
    await a.dispose();
    await portal.close();
  });

  const joinA = async () =>
    a.call("sync.join", { url: portal.url, code: await portal.code(office), name: "PC A" });
  const joinFresh = async (): Promise<TestCore> => {
    const b = openPc();
    await b.call("sync.join", { url: portal.url, code: await portal.code(office), name: "PC B" });
    const again = await b.reopen();
    opened.push(again);
    return again;
  };
  const notesOf = async (pc: TestCore, id: string) =>
    (await pc.call("request.get", { id })).notes.map(({ text }) => text).sort();

  async function attach(pc: TestCore, request: string, bytes: Buffer): Promise<void> {
    const path = join(pc.folder, "..", `lampiran-${bytes.subarray(0, 4).toString("hex")}.bin`);
    writeFileSync(path, bytes);
    await pc.call("file.attach", { request, path });
    rmSync(path);
  }

  it("works for a week without a line, and then everything is where it belongs", async () => {
    const { id } = await a.call("request.create", intake);
    await joinA();
    await a.call("sync.now", {});
    const b = await joinFresh();
    await portal.stop();
    for (let day = 1; day <= 7; day += 1) {
      await a.call("note.add", { request: id, text: `A hari ${day}` });
      await b.call("note.add", { request: id, text: `B hari ${day}` });
    }
    await attach(b, id, randomBytes(300_000));
    expect(await a.refusal("sync.now", {})).toMatchObject({ code: "portal_unreachable" });
    expect(await a.call("sync.state", {})).toMatchObject({
      connection: "offline",
      waiting: { events: 7 },
      failure: { code: "portal_unreachable" },
    });
    await portal.start();
    for (const pc of [a, b, a]) await pc.call("sync.now", {});
    expect(await notesOf(a, id)).toHaveLength(14);
    expect(await notesOf(a, id)).toEqual(await notesOf(b, id));
    expect((await a.call("request.get", { id })).files).toHaveLength(1);
    expect(await a.call("sync.state", {})).toMatchObject({
      connection: "idle",
      waiting: { events: 0, files: 0 },
      missing: { files: 0 },
      failure: null,
    });
  });

  it.each([
    ["that says so", true],
    ["of which nobody has said so", false],
  ])("sends a restored portal %s again what it lost, files too", async (_, said) => {
    const { id } = await a.call("request.create", intake);
    await joinA();
    await a.call("sync.now", {});
    const b = await joinFresh();
    await portal.stop();
    const backup = mkdtempSync(join(tmpdir(), "lajur-portal-"));
    cpSync(portal.folder, backup, { recursive: true });
    await portal.start();
    const bytes = randomBytes(50_000);
    await attach(a, id, bytes);
    await a.call("note.add", { request: id, text: "sesudah cadangan" });
    await a.call("sync.now", {});
    await b.call("sync.now", {});
    await portal.stop();
    rmSync(portal.folder, { recursive: true });
    cpSync(backup, portal.folder, { recursive: true });
    rmSync(backup, { recursive: true });
    await portal.start();
    if (said) await portal.renewEpoch();
    // The PC that wrote it is gone; another one has it all.
    await b.call("sync.now", {});
    const c = await joinFresh();
    await c.call("sync.now", {});
    expect(await notesOf(c, id)).toEqual(["sesudah cadangan"]);
    const [file] = (await c.call("request.get", { id })).files;
    const host = { origin: "host", user: null } as const;
    const there = await c.call("file.locate", { request: id, file: file?.id ?? "" }, host);
    expect(readFileSync(there.path).equals(bytes)).toBe(true);
    await a.call("sync.now", {});
    expect((await a.call("sync.state", {})).waiting.events).toBe(0);
  });

  it("stops with the reason when it was revoked, and joins anew with a new code", async () => {
    await joinA();
    await a.call("sync.now", {});
    const b = await joinFresh();
    const own = (await a.call("sync.devices", {})).find((one) => one.own);
    await b.call("sync.revoke", { device: own?.id ?? "" });
    expect(await a.refusal("sync.now", {})).toMatchObject({
      message: expect.stringMatching(/kode baru/),
    });
    expect(await a.call("sync.state", {})).toMatchObject({ connection: "stopped" });
    const state = await joinA();
    expect(state).toMatchObject({ portal: { device: { letter: "C" } }, failure: null });
    expect(await a.call("sync.now", {})).toMatchObject({ connection: "idle" });
  });

  it("tells a copied archive to join anew, and neither of both loses anything", async () => {
    const { id } = await a.call("request.create", intake);
    await joinA();
    await a.call("sync.now", {});
    await a.core.close();
    const copy = mkdtempSync(join(tmpdir(), "lajur-copy-"));
    cpSync(a.folder, copy, { recursive: true });
    a = openPc({ archive: a.folder, twins: a.twins });
    const clone = openPc({ archive: copy });
    opened.push(clone);
    expect(await clone.call("sync.state", {})).toMatchObject({
      connection: "rejoin",
      portal: { office: NAME },
      failure: { code: "sync_rejoin" },
    });
    expect(await clone.refusal("sync.now", {})).toMatchObject({ code: "sync_rejoin" });
    await clone.call("note.add", { request: id, text: "salinan" });
    await a.call("note.add", { request: id, text: "asli" });
    await clone.call("sync.join", { url: portal.url, code: await portal.code(office), name: "" });
    for (const pc of [clone, a, clone]) await pc.call("sync.now", {});
    expect(await notesOf(clone, id)).toEqual(["asli", "salinan"]);
    expect(await notesOf(a, id)).toEqual(["asli", "salinan"]);
    expect(await a.call("sync.refused", {})).toEqual([]);
  });

  it("gets back what it had sent after its own archive was put back to an older day", async () => {
    const { id } = await a.call("request.create", intake);
    await joinA();
    await a.call("sync.now", {});
    await a.core.close();
    // All of the PC's disk, so that nothing of it tells that this is an older day.
    const old = mkdtempSync(join(tmpdir(), "lajur-old-"));
    cpSync(a.folder, join(old, "archive"), { recursive: true });
    cpSync(a.twins, join(old, "twins"), { recursive: true });
    a = openPc({ archive: a.folder, twins: a.twins });
    await a.call("note.add", { request: id, text: "terkirim" });
    await a.call("sync.now", {});
    await a.core.close();
    for (const [from, to] of [
      ["archive", a.folder],
      ["twins", a.twins],
    ] as const) {
      rmSync(to, { recursive: true });
      cpSync(join(old, from), to, { recursive: true });
    }
    rmSync(old, { recursive: true });
    a = openPc({ archive: a.folder, twins: a.twins });
    await a.call("sync.now", {});
    expect(await notesOf(a, id)).toEqual(["terkirim"]);
    await a.call("note.add", { request: id, text: "sesudahnya" });
    await a.call("sync.now", {});
    expect(await a.call("sync.refused", {})).toEqual([]);
    const b = await joinFresh();
    expect(await notesOf(b, id)).toEqual(["sesudahnya", "terkirim"]);
    const writers = new Database(join(a.folder, "archive.sqlite"), { readonly: true });
    expect(writers.prepare("SELECT count(*) FROM writer WHERE seq > 0").pluck().get()).toBe(2);
    writers.close();
  });

  it("tells what was written twice under one name, and goes on under a new one", async () => {
    const { id } = await a.call("request.create", intake);
    await joinA();
    await a.call("sync.now", {});
    await a.core.close();
    const old = mkdtempSync(join(tmpdir(), "lajur-old-"));
    cpSync(a.folder, join(old, "archive"), { recursive: true });
    cpSync(a.twins, join(old, "twins"), { recursive: true });
    a = openPc({ archive: a.folder, twins: a.twins });
    await a.call("note.add", { request: id, text: "terkirim" });
    await a.call("sync.now", {});
    await a.core.close();
    for (const [from, to] of [
      ["archive", a.folder],
      ["twins", a.twins],
    ] as const) {
      rmSync(to, { recursive: true });
      cpSync(join(old, from), to, { recursive: true });
    }
    rmSync(old, { recursive: true });
    a = openPc({ archive: a.folder, twins: a.twins });
    await a.call("note.add", { request: id, text: "hilang dari nama ini" });
    await a.call("note.add", { request: id, text: "juga" });
    await a.core.call("sync.now", {}, CONSOLE);
    const other = await a.call("request.create", intake);
    await a.core.call("sync.now", {}, CONSOLE);
    expect(new Set((await a.call("sync.refused", {})).map(({ failure }) => failure.code))).toEqual(
      new Set(["event_forked"]),
    );
    const b = await joinFresh();
    expect((await b.call("request.get", { id: other.id })).number).toBe(other.number);
    expect(await notesOf(b, id)).toEqual(["terkirim"]);
  });

  it("says so when a snapshot is not whole, and changes nothing", async () => {
    await a.call("request.create", intake);
    await joinA();
    await a.call("sync.now", {});
    const cut = await standIn((response, bytes) =>
      response.end(bytes.subarray(0, bytes.byteLength / 2)),
    );
    const b = openPc();
    opened.push(b);
    const way = { url: cut.url, code: await portal.code(office) };
    expect(await b.refusal("sync.join", way)).toMatchObject({ code: "snapshot_broken" });
    cut.close();
    expect(await b.call("sync.state", {})).toMatchObject({ connection: "off", portal: null });
    expect((await b.call("app.state", {})).safeMode).toBeNull();
    const again = await b.reopen();
    opened[opened.indexOf(b)] = again;
    expect(await again.call("office.get", {})).toBeNull();
  });

  it("waits for a snapshot that the portal is still making", async () => {
    const { id } = await a.call("request.create", intake);
    await joinA();
    await a.call("sync.now", {});
    let asked = 0;
    const busy = await standIn((response, bytes) => {
      asked += 1;
      if (asked > 2) return response.end(bytes);
      response.writeHead(503, { "content-type": "application/json", "retry-after": "1" });
      return response.end(JSON.stringify({ code: "snapshot_making", message: "" }));
    });
    const b = openPc();
    opened.push(b);
    const joining = b.call("sync.join", { url: busy.url, code: await portal.code(office) });
    await waitFor(async () => {
      const { transfer } = await b.call("sync.state", {});
      return transfer?.what === "snapshot" && transfer.total === 0;
    });
    await joining;
    expect(asked).toBe(3);
    busy.close();
    const after = await b.reopen();
    opened[opened.indexOf(b)] = after;
    expect((await after.call("request.get", { id })).id).toBe(id);
  });

  /** A portal in front of the portal, which answers for the snapshot as it likes. */
  async function standIn(
    snapshot: (response: ServerResponse, bytes: Buffer) => unknown,
  ): Promise<{ url: string; close(): void }> {
    const server = createServer((request, response) => {
      void fetch(`${portal.url}${request.url ?? ""}`, {
        method: request.method ?? "GET",
        headers: request.headers as Record<string, string>,
        ...(request.method === "POST" && { body: request, duplex: "half" }),
      } as RequestInit).then(async (answer) => {
        const bytes = Buffer.from(await answer.arrayBuffer());
        if (request.url?.endsWith("/snapshot") === true) return snapshot(response, bytes);
        response.writeHead(answer.status, { "content-type": "application/json" });
        return response.end(bytes);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    return {
      url: `http://127.0.0.1:${port}`,
      close() {
        server.closeAllConnections();
        server.close();
      },
    };
  }

  it("refuses the code of another office, and changes nothing here or there", async () => {
    await joinA();
    await a.call("sync.now", {});
    const other = openPc();
    opened.push(other);
    await other.call("office.save", { ...demoOffice, name: "Dinas Kesehatan" });
    const code = await portal.code(office);
    expect(await other.refusal("sync.join", { url: portal.url, code })).toMatchObject({
      code: "office_other",
      field: "code",
    });
    expect(await other.call("sync.state", {})).toMatchObject({ connection: "off", portal: null });
    const [, made] = await a.call("sync.devices", {});
    expect(made?.revoked).not.toBeNull();
  });

  it("leaves nothing behind when the code is unknown or the portal is none", async () => {
    expect(await a.refusal("sync.join", { url: portal.url, code: "0000-0000-0000" })).toMatchObject(
      {
        code: "join_code_unknown",
      },
    );
    expect(await a.refusal("sync.join", { url: "ftp://x", code: "0000" })).toMatchObject({
      code: "portal_url_invalid",
    });
    await portal.stop();
    expect(await a.refusal("sync.join", { url: portal.url, code: "0000-0000" })).toMatchObject({
      code: "portal_unreachable",
    });
    await portal.start();
    expect(await a.call("sync.state", {})).toMatchObject({ connection: "off", portal: null });
    expect(await a.refusal("sync.now", {})).toMatchObject({ code: "sync_none" });
  });

  it("goes on with an upload and a download from where they broke off", async () => {
    const { id } = await a.call("request.create", intake);
    await attach(a, id, randomBytes(3_000_000));
    await joinA();
    await a.call("sync.save", { limit: 1_500_000 });
    const sending = a.refusal("sync.now", {});
    await waitFor(async () => {
      const { transfer } = await a.call("sync.state", {});
      return transfer?.what === "file-out" && transfer.done > 900_000;
    });
    await portal.stop();
    expect(await sending).toMatchObject({ code: "portal_unreachable" });
    await portal.start();
    await a.call("sync.save", {});
    portal.requests();
    await a.call("sync.now", {});
    const asked = portal.requests().filter((line) => line.includes("/files"));
    expect(asked.filter((line) => line.startsWith("POST /api/v1/files/missing"))).toHaveLength(1);
    expect(asked.filter((line) => line === "POST /api/v1/files")).toHaveLength(0);
    expect(asked.filter((line) => line.startsWith("HEAD"))).toHaveLength(1);

    const b = await joinFresh();
    await b.call("sync.save", { limit: 1_000_000 });
    const fetching = b.refusal("sync.now", {});
    await waitFor(async () => {
      const { transfer } = await b.call("sync.state", {});
      return transfer?.what === "file-in" && transfer.done > 600_000;
    });
    await portal.stop();
    expect(await fetching).toMatchObject({ code: "portal_unreachable" });
    const after = await b.reopen();
    opened[opened.indexOf(b)] = after;
    await portal.start();
    await after.call("sync.save", {});
    await after.call("sync.now", {});
    expect((await after.call("sync.state", {})).missing.files).toBe(0);
    expect(existsSync(join(after.folder, "arriving", "snapshot"))).toBe(false);
  });

  it("puts back an event that broke here, out of the portal", async () => {
    const { id } = await a.call("request.create", intake);
    await a.call("note.add", { request: id, text: "utuh" });
    await joinA();
    await a.call("sync.now", {});
    await a.core.close();
    const db = new Database(join(a.folder, "archive.sqlite"));
    db.prepare(
      "UPDATE event SET body = replace(body, 'utuh', 'ubah') WHERE type = 'note.added'",
    ).run();
    db.close();
    a = openPc({ archive: a.folder, twins: a.twins });
    expect((await a.call("archive.check", {})).sound).toBe(false);
    const repaired = await a.call("archive.repair", {});
    expect(repaired.done).toEqual(["1 catatan diambil kembali dari portal."]);
    expect(repaired.after.sound).toBe(true);
    expect(await notesOf(a, id)).toEqual(["utuh"]);
  });

  it("leaves the portal, keeps everything, and may come back", async () => {
    await joinA();
    await a.call("sync.now", {});
    expect(await a.call("sync.leave", { confirmed: true })).toMatchObject({ connection: "off" });
    expect((await a.call("office.get", {}))?.name).toBe(demoOffice.name);
    await joinA();
    expect(await a.call("sync.now", {})).toMatchObject({ connection: "idle", refused: 0 });
  });
});
