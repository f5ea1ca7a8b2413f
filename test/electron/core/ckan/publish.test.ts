import { createHash } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Fault } from "../../../support/ckan-server.ts";
import { type Office, openOffice } from "./office.ts";

const FILES = { "padi.csv": "kecamatan,ton\nContoh,12\n", "luas.csv": "kecamatan,ha\nContoh,7\n" };
const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");
const HASHES = Object.values(FILES).map(hashOf).sort();

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  await office.join();
});
afterEach(() => office.dispose());

/** One public dataset, and each file in it once and whole. */
function expectPublished(): void {
  const there = [...office.server.datasets.values()];
  expect(there.map(({ name, private: hidden, state }) => [name, hidden, state])).toEqual([
    ["produksi-padi-2025", false, "active"],
  ]);
  expect(there[0]?.resources.map(({ arrived }) => arrived).sort()).toEqual(HASHES);
}

describe("publishing a dataset", () => {
  it("makes a draft, sends each file, opens it, and writes that down", async () => {
    const request = await office.request(FILES);
    const queued = await office.publish(request);
    expect(queued).toMatchObject({ stage: "queued", name: "produksi-padi-2025" });
    const state = await office.idle();
    expect(state.jobs).toEqual([]);
    expectPublished();
    const [dataset] = office.server.datasets.values();
    expect(dataset?.resources.map(({ name, format }) => [name, format])).toEqual([
      ["padi.csv", "CSV"],
      ["luas.csv", "CSV"],
    ]);
    const list = await office.lajur.call("dataset.list", { request: request.id });
    expect(list).toMatchObject([
      { stage: "published", url: `${office.server.url}/dataset/produksi-padi-2025`, job: null },
    ]);
    const history = await office.lajur.call("history.list", { request: request.id });
    expect(history.map(({ type }) => type).slice(-2)).toEqual([
      "dataset.queued",
      "dataset.published",
    ]);
    const opened = office.server.calls.findIndex(({ action }) => action === "package_patch");
    const uploads = office.server.calls.findLastIndex(({ action }) => action === "resource_create");
    expect(opened).toBeGreaterThan(uploads);
  });

  it("tells the portal nothing of who asked", async () => {
    const request = await office.request(FILES);
    await office.publish(request);
    await office.idle();
    const said = JSON.stringify([...office.server.datasets.values()]);
    expect(said).not.toContain("Ayu");
    expect(said).not.toContain("Universitas");
    expect(said).not.toContain(request.number);
  });

  it("publishes two attachments of one name, and of one content once", async () => {
    const request = await office.request({ "a.csv": "1\n", "b.csv": "1\n" });
    await office.publish(request);
    await office.idle();
    const [dataset] = office.server.datasets.values();
    expect(dataset?.resources).toHaveLength(1);
  });

  it("refuses a file over the portal's limit before anything is sent", async () => {
    const request = await office.request({ "besar.bin": "x".repeat(2 * 1024 * 1024) });
    const { url } = office.server;
    await office.lajur.call("ckan.save", {
      url,
      organization: "dinas-pertanian",
      limit: 1024 * 1024,
    });
    const before = office.server.calls.length;
    const refused = await office.lajur.refusal("dataset.publish", {
      request: request.id,
      title: "Besar",
      name: "besar",
      organization: "dinas-pertanian",
      files: request.files.map(({ id }) => id),
    });
    expect(refused).toMatchObject({ code: "ckan_file_over_limit", field: "files" });
    expect(office.server.calls.length).toBe(before);
  });

  it("stops and says why when the name belongs to somebody else, and goes on under another", async () => {
    office.server.add({ name: "produksi-padi-2025", title: "Milik orang lain" });
    const request = await office.request(FILES);
    const first = await office.publish(request);
    const state = await office.idle();
    expect(state.jobs).toMatchObject([
      { state: "stopped", failure: { code: "dataset_name_taken" } },
    ]);
    await office.publish(request, { name: "produksi-padi-2025-baru", instead: first.id });
    expect((await office.idle()).jobs).toEqual([]);
    const names = [...office.server.datasets.values()].map(({ name, state: one }) => [name, one]);
    expect(names).toEqual([
      ["produksi-padi-2025", "active"],
      ["produksi-padi-2025-baru", "active"],
    ]);
    const list = await office.lajur.call("dataset.list", { request: request.id });
    expect(list.map(({ stage }) => stage)).toEqual(["withdrawn", "published"]);
  });

  it("waits with what the portal does not take now, over a restart too", async () => {
    office.server.break(() => "cut");
    const request = await office.request(FILES);
    const { id } = await office.publish(request);
    const waiting = await office.idle();
    expect(waiting.jobs).toMatchObject([
      { state: "waiting", failure: { code: "ckan_offline" }, title: "Produksi Padi 2025" },
    ]);
    expect(waiting.jobs[0]?.next).not.toBeNull();
    await office.reopen();
    expect((await office.lajur.call("ckan.state", {})).jobs).toHaveLength(1);
    office.server.break(() => null);
    await office.lajur.call("dataset.send", { request: request.id, publication: id });
    expect((await office.idle()).jobs).toEqual([]);
    expectPublished();
  });

  it("stops at a token that is not taken", async () => {
    const request = await office.request(FILES);
    const { url } = office.server;
    await office.lajur.call("ckan.save", { url, token: "lain", organization: "dinas-pertanian" });
    await office.publish(request);
    const state = await office.idle();
    expect(state.jobs).toMatchObject([{ state: "stopped", failure: { code: "ckan_forbidden" } }]);
    expect(office.server.datasets.size).toBe(0);
    // The right one is enough: nobody has to send it again.
    await office.join();
    expect((await office.idle()).jobs).toEqual([]);
    expectPublished();
  });

  it("never sends a file that is damaged", async () => {
    const request = await office.request(FILES);
    const [file] = request.files;
    const sha256 = file?.sha256 ?? "";
    const path = join(office.lajur.folder, "files", sha256.slice(0, 2), sha256);
    rmSync(path);
    writeFileSync(path, "rusak");
    await office.publish(request);
    const state = await office.idle();
    expect(state.jobs).toMatchObject([{ state: "stopped", failure: { code: "file_missing" } }]);
    expect([...office.server.datasets.values()].every((one) => one.private)).toBe(true);
  });

  it("deletes the draft of what is taken back", async () => {
    office.server.break(({ action }) => (action === "resource_create" ? "500" : null));
    const request = await office.request(FILES);
    const { id } = await office.publish(request);
    await office.idle();
    expect(office.server.datasets.size).toBe(1);
    office.server.break(() => null);
    await office.lajur.call("dataset.withdraw", {
      request: request.id,
      publication: id,
      reason: "Data belum final",
    });
    expect((await office.idle()).jobs).toEqual([]);
    expect([...office.server.datasets.values()].map(({ state }) => state)).toEqual(["deleted"]);
    const again = await office.lajur.refusal("dataset.withdraw", {
      request: request.id,
      publication: id,
      reason: "Lagi",
    });
    expect(again.code).toBe("publication_over");
  });
});

describe("a publication that is cut off at any step", () => {
  /** Requests that one publication of two files takes when nothing goes wrong. */
  const CALLS = 6;

  const ways: readonly Fault[] = [
    "cut",
    "lost",
    "middle",
    "half",
    "500",
    "doubled",
    "html",
    "page",
  ];
  for (const way of ways) {
    it(`ends with one dataset and each file once: ${JSON.stringify(way)}`, async () => {
      for (let at = 0; at < CALLS; at += 1) {
        const begun = office.server.calls.length;
        office.server.break((_, index) => (index === begun + at ? way : null));
        const request = await office.request(FILES);
        const { id } = await office.publish(request);
        for (let turn = 0; turn < 4; turn += 1) {
          const { jobs } = await office.idle();
          if (jobs.length === 0) break;
          // As after a crash: nothing of the try but the queue is left.
          await office.reopen();
          await office.lajur.call("dataset.send", { request: request.id, publication: id });
        }
        expectPublished();
        office.server.datasets.clear();
      }
    });
  }

  it("goes on after it was closed in the middle of an upload", async () => {
    const request = await office.request(FILES);
    office.server.break(({ action }) => (action === "resource_create" ? "never" : null));
    const { id } = await office.publish(request);
    await expect
      .poll(() => office.server.counts()["resource_create"] ?? 0, { timeout: 5000 })
      .toBe(1);
    await office.reopen();
    office.server.break(() => null);
    const [job] = (await office.lajur.call("ckan.state", {})).jobs;
    expect(job).toMatchObject({ state: "waiting", failure: null });
    await office.lajur.call("dataset.send", { request: request.id, publication: id });
    expect((await office.idle()).jobs).toEqual([]);
    expectPublished();
  });
});
