import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { demoOffice } from "#core/demo/office.ts";
import type { Push } from "#shared/contract.ts";
import { intake } from "../../../support/core.ts";
import {
  openOfficePortal,
  openPc,
  type OfficePortal,
  waitFor,
} from "../../../support/office-portal.ts";

describe("a window that stays open", () => {
  let portal: OfficePortal;
  let office: string;
  let pc: ReturnType<typeof openPc>;
  const pushes: Push[] = [];
  beforeEach(async () => {
    portal = await openOfficePortal();
    office = await portal.office("Dinas Kominfo Kabupaten Contoh");
    pc = openPc({ daily: true });
    pc.core.onPush((push) => pushes.push(push));
    await pc.call("office.save", demoOffice);
  });
  afterEach(async () => {
    await pc.dispose();
    await portal.close();
  });

  const state = () => pc.call("sync.state", {});

  it("sends by itself what is written, and on a metered line leaves the files for later", async () => {
    const code = await portal.code(office);
    await pc.call("sync.join", { url: portal.url, code, settings: { metered: true } });
    await waitFor(async () => (await state()).lastSuccess !== null);
    pushes.splice(0);
    const { id } = await pc.call("request.create", intake);
    const path = join(pc.folder, "..", "surat-contoh.bin");
    writeFileSync(path, "isi surat");
    await pc.call("file.attach", { request: id, path });
    expect((await state()).waiting.events).toBeGreaterThan(0);
    await waitFor(async () => (await state()).waiting.events === 0);
    expect(pushes.some(({ push }) => push === "sync.changed")).toBe(true);
    expect(await state()).toMatchObject({
      connection: "idle",
      waiting: { events: 0, files: 1, bytes: 9 },
      nextTry: expect.any(String),
    });
    await pc.call("sync.now", {});
    expect((await state()).waiting.files).toBe(0);
  });

  it("does nothing by itself where it is told not to", async () => {
    const code = await portal.code(office);
    await pc.call("sync.join", { url: portal.url, code, settings: { automatic: false } });
    expect(await state()).toMatchObject({ connection: "idle", nextTry: null, lastSuccess: null });
    expect((await pc.call("sync.now", {})).lastSuccess).not.toBeNull();
  });

  it("tries again by itself, later and later, while the portal is out of reach", async () => {
    const code = await portal.code(office);
    await pc.call("sync.join", { url: portal.url, code });
    await waitFor(async () => (await state()).lastSuccess !== null);
    await portal.stop();
    await pc.refusal("sync.now", {});
    const { connection, nextTry, failure } = await state();
    expect([connection, failure?.code]).toEqual(["offline", "portal_unreachable"]);
    expect(Date.parse(nextTry ?? "")).toBeGreaterThan(Date.now());
    await portal.start();
    await pc.call("sync.now", {});
    expect(await state()).toMatchObject({ connection: "idle", failure: null });
  });
});
