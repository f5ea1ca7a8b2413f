import { cpSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openCore, temporaryFolder, type TestCore } from "../../../support/core.ts";
import { RESOURCES } from "../../../support/magetan.ts";

const WAY_KANAN = "way-kanan";

let lajur: TestCore;
beforeEach(() => {
  lajur = openCore();
});
afterEach(() => lajur.dispose());

const book = {
  title: "Buku SOP Statistik",
  office: "Pemerintah Kabupaten Contoh",
  unit: "Dinas Komunikasi dan Informatika",
  year: 2026,
  foreword: { paragraphs: ["Buku ini memuat SOP layanan data."] },
  decree: null,
  chapters: [{ title: "Pendahuluan", sections: [{ table: "sops" as const }] }],
  sops: ["magetan-permintaan-data", "way-kanan-i-penjaminan-kualitas"],
};

describe("books of SOPs", () => {
  it("ship with the one of Way Kanan, whose ten SOPs are all there", async () => {
    const title =
      "Standar Operasional Prosedur Dinas Komunikasi, Informatika dan Persandian Kabupaten Way Kanan";
    const listed = await lajur.call("book.list", {});
    expect(listed).toEqual([{ id: WAY_KANAN, title, year: 2023, sops: 10 }]);
    const shipped = await lajur.call("book.get", { id: WAY_KANAN });
    expect(shipped.decree).toMatchObject({ number: "800/205/IV.16-WK/2023", date: "2023-11-20" });
    for (const id of shipped.sops) expect((await lajur.call("sop.get", { id })).id).toBe(id);
  });

  it("are added with an id of their own, changed and removed", async () => {
    const saved = await lajur.call("book.save", book);
    expect(await lajur.call("book.get", { id: saved.id })).toEqual(saved);
    expect(saved).toMatchObject(book);
    expect(await lajur.call("book.list", {})).toHaveLength(2);
    const [first = "", second = ""] = book.sops;
    const changed = { ...saved, title: "Buku SOP Baru", sops: [second, first] };
    expect(await lajur.call("book.save", changed)).toEqual(changed);
    expect(await lajur.call("book.list", {})).toHaveLength(2);
    lajur = await lajur.reopen();
    expect(await lajur.call("book.get", { id: saved.id })).toEqual(changed);
    await lajur.call("book.remove", { id: saved.id });
    expect((await lajur.refusal("book.get", { id: saved.id })).code).toBe("book_unknown");
    expect((await lajur.call("sop.list", {})).sops).toHaveLength(15);
    expect(await lajur.call("archive.check", {})).toMatchObject({ sound: true });
  });

  it("stay away once they are removed", async () => {
    await lajur.call("book.remove", { id: WAY_KANAN });
    lajur = await lajur.reopen();
    expect(await lajur.call("book.list", {})).toEqual([]);
    await lajur.call("archive.rebuild", {});
    expect(await lajur.call("book.list", {})).toEqual([]);
    lajur = await lajur.reopen();
    expect(await lajur.call("book.list", {})).toEqual([]);
  });

  it("keep an office's own words in a shipped one", async () => {
    const shipped = await lajur.call("book.get", { id: WAY_KANAN });
    await lajur.call("book.save", { ...shipped, year: 2026 });
    lajur = await lajur.reopen();
    expect(await lajur.call("book.get", { id: WAY_KANAN })).toEqual({ ...shipped, year: 2026 });
    await lajur.call("archive.rebuild", {});
    expect(await lajur.call("book.get", { id: WAY_KANAN })).toEqual({ ...shipped, year: 2026 });
  });

  it("that are not there are refused", async () => {
    const unknown = { code: "book_unknown", field: "id" };
    expect(await lajur.refusal("book.get", { id: "tidak-ada" })).toMatchObject(unknown);
    expect(await lajur.refusal("book.remove", { id: "tidak-ada" })).toMatchObject(unknown);
    const saved = { ...book, id: "tidak-ada" };
    expect(await lajur.refusal("book.save", saved)).toMatchObject(unknown);
    expect(await lajur.call("book.list", {})).toHaveLength(1);
  });
});

describe("broken shipped files", () => {
  let resources: string;
  beforeEach(() => {
    resources = temporaryFolder();
    for (const folder of ["sop", "book"]) {
      cpSync(join(RESOURCES, folder), join(resources, folder), { recursive: true });
    }
  });
  afterEach(() => rmSync(resources, { recursive: true, force: true }));

  it("are named, and keep nothing else from working", async () => {
    writeFileSync(join(resources, "book", "rusak.json"), '{ "title": "Rusak" }');
    writeFileSync(join(resources, "book", "way-kanan.json"), "bukan JSON");
    writeFileSync(join(resources, "sop", "rusak.json"), "{");
    writeFileSync(join(resources, "sop", "setengah.json"), '{ "id": "setengah", "steps": [] }');
    await lajur.dispose();
    lajur = openCore({ resources });
    const { sops, broken } = await lajur.call("sop.list", {});
    expect(sops).toHaveLength(15);
    expect(broken.map(({ file }) => file)).toEqual([
      "rusak.json",
      "setengah.json",
      "rusak.json",
      "way-kanan.json",
    ]);
    for (const { file, message, findings } of broken) {
      expect(message).toContain(file);
      expect(findings.length).toBeGreaterThan(0);
      for (const finding of findings) expect(finding.level).toBe("error");
    }
    expect(await lajur.call("book.list", {})).toEqual([]);
  });

  it("are taken in at the next start once they are whole again", async () => {
    const file = join(resources, "book", "way-kanan.json");
    writeFileSync(file, "bukan JSON");
    await lajur.dispose();
    lajur = openCore({ resources });
    expect(await lajur.call("book.list", {})).toEqual([]);
    cpSync(join(RESOURCES, "book", "way-kanan.json"), file);
    lajur = await lajur.reopen();
    expect(await lajur.call("book.list", {})).toHaveLength(1);
    expect((await lajur.call("sop.list", {})).broken).toEqual([]);
  });
});
