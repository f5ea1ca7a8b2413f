import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ERASED } from "#core/archive/identity.ts";
import { intake, type TestCore } from "../../../support/core.ts";
import { readPdf } from "../../../support/pdf.ts";
import { fullRequest, OFFICE_A, OFFICE_B, openOffice } from "./offices.ts";
import { readZip, sha256 } from "./zips.ts";

vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 });

let a: TestCore;
let b: TestCore;
beforeEach(async () => {
  a = await openOffice(OFFICE_A);
  b = await openOffice(OFFICE_B);
});
afterEach(async () => {
  await a.dispose();
  await b.dispose();
});

const zipOf = async (request: string): Promise<string> => {
  const path = join(a.folder, "berkas.zip");
  await a.call("bundle.zip", { request, path });
  return path;
};

describe("a request's whole file as one PDF", () => {
  it("holds every paper in the order of its contents, and says what it cannot show", async () => {
    const request = await fullRequest(a);
    const path = join(a.folder, "berkas.pdf");
    const made = await a.call("bundle.pdf", { request, path });
    const { pages, info } = await readPdf(readFileSync(path));
    expect(pages).toHaveLength(made.pages);
    expect(made.left).toEqual([{ name: "rusak.pdf", reason: expect.stringContaining("rusak") }]);
    expect(info).toMatchObject({ Title: expect.stringContaining(intake.subject) });
    const texts = pages.map(({ text }) => text);
    expect(texts[0]).toContain("BERKAS PERMOHONAN DATA");
    expect(texts[0]).toContain("Ayu Contoh");
    const contents = texts[1] ?? "";
    const pageOf = (line: string): number =>
      Number(new RegExp(`${line} ?(\\d+)`, "u").exec(contents)?.[1] ?? 0);
    expect(texts[pageOf("Ringkasan dan data yang diminta") - 1]).toContain("Tidak tersedia");
    expect(texts[pageOf("Lembar SOP dengan perjalanannya") - 1]).toContain("Lembar 1 dari");
    expect(texts[pageOf("Disposisi") - 1]).toContain("LEMBAR DISPOSISI");
    expect(texts[pageOf("Surat") - 1]).toContain("Luas panen tidak dikumpulkan.");
    expect(texts[pageOf("foto surat.png") - 1]).toContain("foto surat.png");
    expect(texts[pageOf("Berkas lain") - 1]).toContain("data padi.csv");
    const raw = readFileSync(path).toString("latin1");
    const marks = [...raw.matchAll(/\/Title <FEFF([0-9A-F]+)> \/Parent/gu)].map(([, hex = ""]) =>
      Buffer.from(hex, "hex").swap16().toString("utf16le"),
    );
    expect(marks).toContain("foto surat.png");
    expect(marks.slice(0, 2)).toEqual(["Sampul", "Daftar isi"]);
    expect(texts.at(-1)).toContain(`halaman ${made.pages} dari ${made.pages}`);
  });

  it("takes an attached PDF's pages over as they are", async () => {
    const request = await fullRequest(a);
    const own = join(a.folder, "surat tugas.pdf");
    await a.call("sheet.render", { request, path: own });
    await a.call("file.attach", { request, path: own });
    const path = join(a.folder, "berkas.pdf");
    await a.call("bundle.pdf", { request, path });
    const sheet = await readPdf(readFileSync(own));
    const { pages } = await readPdf(readFileSync(path));
    const copies = pages.filter(({ text }) => text === sheet.pages[0]?.text);
    expect(copies).toHaveLength(1);
    expect(copies[0]?.size).toEqual(sheet.pages[0]?.size);
  });
});

describe("a request's whole file as a ZIP", () => {
  it("comes to another office whole: run, letters, files, and the requester", async () => {
    const request = await fullRequest(a);
    const path = await zipOf(request);
    const taken = await b.call("bundle.import", { path });
    expect(taken).toMatchObject({ known: false, office: OFFICE_A.name });
    const list = await b.call("bundle.list", { words: "padi ayu" });
    expect(list).toMatchObject({
      total: 1,
      rows: [{ id: taken.id, requester: "Ayu Contoh", status: "running", office: OFFICE_A.name }],
    });
    const there = await a.call("request.get", { id: request });
    const here = await b.call("bundle.get", { id: taken.id });
    expect(here.requester).toEqual(there.requester);
    expect(here.items).toEqual(there.items);
    expect(here.visits.map(({ step, visit, note }) => ({ step, visit, note }))).toEqual(
      there.visits.map(({ step, visit, note }) => ({ step, visit, note })),
    );
    expect(here.dispositions[0]?.note).toBe("Segera disiapkan untuk Ayu Contoh");
    expect(here.letters).toMatchObject([{ number: there.documents[0]?.number, stage: "numbered" }]);
    const history = await a.call("history.list", { request });
    expect(here.history.map(({ id, type, body }) => ({ id, type, body }))).toEqual(
      history.map(({ id, type, body }) => ({ id, type, body })),
    );
    for (const file of here.files) {
      const to = join(b.folder, "keluar");
      await b.call("bundle.file", { id: taken.id, file: file.path ?? "", path: to });
      expect(sha256(readFileSync(to))).toBe(file.sha256);
    }
    const rebuilt = await b.reopen();
    await rebuilt.call("archive.rebuild", {});
    expect(await rebuilt.call("bundle.get", { id: taken.id })).toEqual(here);
    expect((await rebuilt.call("archive.check", {})).problems).toEqual([]);
    b = rebuilt;
  });

  it("has a manifest with the size and checksum of every file, and names that all systems take", async () => {
    const request = await fullRequest(a, { "=2+2 [1].csv": Buffer.from("x") });
    const contents = await readZip(await zipOf(request));
    const manifest = JSON.parse(contents.get("manifest.json")?.toString() ?? "") as {
      entries: { path: string; size: number; sha256: string }[];
    };
    expect([...contents.keys()].sort()).toEqual(
      [...manifest.entries.map(({ path }) => path), "manifest.json"].sort(),
    );
    for (const { path, size, sha256: hash } of manifest.entries) {
      const bytes = contents.get(path) ?? Buffer.alloc(0);
      expect([path, bytes.length, sha256(bytes)]).toEqual([path, size, hash]);
    }
    expect([...contents.keys()]).toContain("lampiran/04 - 2+2 -1-.csv");
    expect(contents.get("BACA-SAYA.txt")?.toString()).toContain("2026/0001".slice(0, 5));
  });

  it("leaves out a file that is gone from the archive, and says so", async () => {
    const request = await fullRequest(a);
    const { files } = await a.call("request.get", { id: request });
    const { sha256: hash = "" } = files[0] ?? {};
    writeFileSync(join(a.folder, "files", hash.slice(0, 2), hash), "lain");
    const path = join(a.folder, "berkas.zip");
    const made = await a.call("bundle.zip", { request, path });
    expect(made.left).toEqual([{ name: "data padi.csv", reason: "rusak di arsip" }]);
    const taken = await b.call("bundle.import", { path });
    const here = await b.call("bundle.get", { id: taken.id });
    expect(here.files.map((file) => file.path === null)).toEqual([true, false, false]);
  });

  it("is taken over once; a later one brings what has happened since", async () => {
    const request = await fullRequest(a);
    const path = await zipOf(request);
    const first = await b.call("bundle.import", { path });
    expect(await b.call("bundle.import", { path })).toEqual({ ...first, known: true });
    await a.call("note.add", { request, text: "Ditelepon" });
    const again = await b.call("bundle.import", { path: await zipOf(request) });
    expect(again).toEqual({ ...first, known: false });
    expect((await b.call("bundle.list", {})).total).toBe(1);
    const { history } = await b.call("bundle.get", { id: first.id });
    expect(history.at(-1)?.type).toBe("note.added");
  });

  it("is refused by its own office", async () => {
    const request = await fullRequest(a);
    const refusal = await a.refusal("bundle.import", { path: await zipOf(request) });
    expect(refusal.code).toBe("bundle_own");
  });

  it("gives its files to a request of one's own", async () => {
    const request = await fullRequest(a);
    const taken = await b.call("bundle.import", { path: await zipOf(request) });
    const { files } = await b.call("bundle.get", { id: taken.id });
    const own = await b.call("request.create", intake);
    const paths = files.flatMap(({ path }) => path ?? []);
    const given = { id: taken.id, request: own.id, files: paths };
    expect(await b.call("bundle.attach", given)).toEqual({ attached: 3 });
    const after = await b.call("request.get", { id: own.id });
    expect(after.files.map(({ sha256: hash }) => hash)).toEqual(
      files.map(({ sha256: hash }) => hash),
    );
  });

  it("is taken out again with the requester's identity", async () => {
    const request = await fullRequest(a);
    const path = await zipOf(request);
    const { id } = await b.call("bundle.import", { path });
    await b.call("bundle.remove", { id, reason: "Salah kirim" });
    expect((await b.call("bundle.list", {})).total).toBe(0);
    expect((await b.refusal("bundle.get", { id })).code).toBe("bundle_unknown");
    const database = readFileSync(join(b.folder, "archive.sqlite")).toString("latin1");
    expect(database).not.toContain("Ayu Contoh");
    const again = await b.call("bundle.import", { path });
    expect((await b.call("bundle.get", { id: again.id })).requester?.name).toBe("Ayu Contoh");
  });

  it("of an erased requester names nobody", async () => {
    const request = await fullRequest(a);
    await a.call("identity.erase", { request, reason: "Diminta pemohon", confirmed: true });
    const path = await zipOf(request);
    for (const bytes of (await readZip(path)).values()) {
      expect(bytes.toString("latin1")).not.toContain("Ayu Contoh");
    }
    const { id } = await b.call("bundle.import", { path });
    expect((await b.call("bundle.get", { id })).requester?.name).toBe(ERASED);
  });
});
