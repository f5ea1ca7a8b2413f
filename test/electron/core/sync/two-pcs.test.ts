import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { intake, type TestCore } from "../../../support/core.ts";
import { demoOffice } from "#core/demo/office.ts";
import { openOfficePortal, openPc, type OfficePortal } from "../../../support/office-portal.ts";

describe("two PCs of one office and a portal", () => {
  let portal: OfficePortal;
  let office: string;
  let a: TestCore;
  beforeEach(async () => {
    portal = await openOfficePortal();
    office = await portal.office("Dinas Kominfo Kabupaten Contoh");
    a = openPc();
    await a.call("office.save", demoOffice);
    await a.call("user.save", { name: "Budi Contoh", post: "Staf", lanes: [], active: true });
  });
  afterEach(async () => {
    await a.dispose();
    await portal.close();
  });

  const joinA = async () =>
    a.call("sync.join", { url: portal.url, code: await portal.code(office), name: "PC A" });

  /** A fresh PC that has taken the office over. */
  async function openB(): Promise<TestCore> {
    const b = openPc();
    await b.call("sync.join", { url: portal.url, code: await portal.code(office), name: "PC B" });
    return b.reopen();
  }

  async function attach(pc: TestCore, request: string, bytes: Buffer): Promise<void> {
    const path = join(pc.folder, "..", `lampiran-${bytes.subarray(0, 4).toString("hex")}.bin`);
    writeFileSync(path, bytes);
    await pc.call("file.attach", { request, path });
  }

  it("see each other's requests, with the requester and the files", async () => {
    const { id } = await a.call("request.create", intake);
    const bytes = randomBytes(700_000);
    await attach(a, id, bytes);
    expect(await joinA()).toMatchObject({ portal: { office: "Dinas Kominfo Kabupaten Contoh" } });
    const after = await a.call("sync.now", {});
    expect(after).toMatchObject({
      connection: "idle",
      waiting: { events: 0, files: 0, bytes: 0 },
      failure: null,
      refused: 0,
    });

    const b = await openB();
    expect(await b.call("sync.state", {})).toMatchObject({
      portal: { device: { letter: "B", name: "PC B" } },
      missing: { files: 1, bytes: 700_000 },
    });
    const seen = await b.call("request.get", { id });
    expect(seen.requester?.name).toBe("Ayu Contoh");
    await b.call("sync.now", {});
    const file = await b.call(
      "file.locate",
      { request: id, file: seen.files[0]?.id ?? "" },
      {
        origin: "host",
        user: null,
      },
    );
    expect(readFileSync(file.path).equals(bytes)).toBe(true);
    expect((await b.call("sync.state", {})).missing).toEqual({ files: 0, bytes: 0 });

    await b.call("note.add", { request: id, text: "Dari PC B" });
    await b.call("sync.now", {});
    await a.call("sync.now", {});
    const notes = (await a.call("request.get", { id })).notes.map(({ text }) => text);
    expect(notes).toEqual(["Dari PC B"]);
    await b.dispose();
  });

  it("ask the portal once when there is nothing new", async () => {
    await a.call("request.create", intake);
    await joinA();
    await a.call("sync.now", {});
    portal.requests();
    await a.call("sync.now", {});
    // Whoever asks by hand is told of the other offices, too.
    expect(portal.requests()).toEqual(["GET /api/v1/state", "GET /api/v1/offices"]);
    const { id } = await a.call("request.create", intake);
    expect(id).not.toBe("");
    await a.call("sync.now", {});
    expect(portal.requests()).toEqual([
      "GET /api/v1/state",
      "POST /api/v1/events",
      "GET /api/v1/offices",
    ]);
  });
});
