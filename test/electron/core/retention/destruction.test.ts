import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openCore } from "../../../support/core.ts";
import { textOf } from "../../../support/pdf.ts";
import { closedRequest, openOffice, type RetentionOffice, YEARS_LATER } from "./office.ts";

let office: RetentionOffice;
let scans: string;
beforeEach(async () => {
  office = await openOffice();
  scans = mkdtempSync(join(tmpdir(), "lajur-pindaian-"));
});
afterEach(async () => {
  await office.lajur.dispose();
  rmSync(scans, { recursive: true, force: true });
});

async function attach(request: string, content: string): Promise<string> {
  const path = join(scans, "surat.txt");
  writeFileSync(path, content);
  const { file } = await office.lajur.call("file.attach", { request, path });
  return join(office.lajur.folder, "files", file.sha256.slice(0, 2), file.sha256);
}

/** A closed request with a file, whose time is over. */
async function due(content: string): Promise<{ request: string; file: string }> {
  const { id: request } = await office.lajur.call("request.create", {
    sop: "magetan-permintaan-data",
    subject: "Data panen rahasia kecamatan",
    purpose: "Penelitian tersembunyi",
    requester: { kind: "individual", name: "Ratna Kusuma", identity: "352011" },
    items: [{ name: "Luas panen", period: "", unit: "", format: "" }],
  });
  const file = await attach(request, content);
  await office.lajur.call("note.add", { request, text: "Dihubungi lewat telepon kantor." });
  await office.lajur.call("retention.file", {
    request,
    classification: "500.14.4",
    place: { rack: "2", box: "14", folder: "3" },
  });
  await office.lajur.call("request.cancel", { request, reason: "Dicabut." });
  return { request, file };
}

const REASON = "Jangka simpan berakhir.";

async function approved(requests: string[]): Promise<string> {
  const { lajur, first, second } = office;
  const { id } = await lajur.call("destruction.propose", { requests, reason: REASON }, first);
  await lajur.call("destruction.approve", { id }, first);
  await lajur.call("destruction.approve", { id }, second);
  return id;
}

describe("a proposal of destruction", () => {
  it("takes only archives whose time is over, and each in one proposal", async () => {
    const { lajur, first, clock } = office;
    const { request } = await due("isi");
    const order = { requests: [request], reason: REASON };
    expect((await lajur.refusal("destruction.propose", order, first)).code).toBe("retention_early");
    clock.now = YEARS_LATER;
    await lajur.call("destruction.propose", order, first);
    expect((await lajur.refusal("destruction.propose", order, first)).code).toBe(
      "destruction_twice",
    );
  });

  it("needs two different users, and nobody else carries it out before", async () => {
    const { lajur, first, second, clock } = office;
    const { request, file } = await due("isi");
    clock.now = YEARS_LATER;
    const { id } = await lajur.call(
      "destruction.propose",
      { requests: [request], reason: REASON },
      first,
    );
    const refused = async (context = first) =>
      (await lajur.refusal("destruction.execute", { id, classification: "" }, context)).code;
    expect(await refused()).toBe("destruction_unapproved");
    expect((await lajur.refusal("destruction.approve", { id })).code).toBe(
      "destruction_needs_user",
    );
    await lajur.call("destruction.approve", { id }, first);
    expect((await lajur.refusal("destruction.approve", { id }, first)).code).toBe(
      "destruction_same_user",
    );
    expect(await refused(second)).toBe("destruction_unapproved");
    const { status, loses } = await lajur.call("destruction.approve", { id }, second);
    expect(status).toBe("approved");
    expect(loses).toEqual({ files: 1, bytes: 3, persons: 1 });
    expect(existsSync(file)).toBe(true);
  });

  it("is not carried out when a request of it was opened again, nor after it was withdrawn", async () => {
    const { lajur, first, clock } = office;
    const { request, file } = await due("isi");
    clock.now = YEARS_LATER;
    const id = await approved([request]);
    await lajur.call("objection.file", { request, grounds: "Belum.", received: "2029-01-02" });
    const execute = { id, classification: "" };
    expect((await lajur.refusal("destruction.execute", execute, first)).code).toBe(
      "destruction_changed",
    );
    expect(existsSync(file)).toBe(true);
    await lajur.call("destruction.withdraw", { id, reason: "Ada keberatan." }, first);
    expect((await lajur.refusal("destruction.execute", execute, first)).code).toBe(
      "destruction_over",
    );
  });
});

describe("a destruction", () => {
  it("erases files, persons and words, and leaves the record that it was done", async () => {
    const { lajur, first, clock } = office;
    const { request, file } = await due("isi yang dihapus");
    expect((await lajur.call("search.find", { words: "tersembunyi" })).total).toBe(1);
    clock.now = YEARS_LATER;
    const id = await approved([request]);
    const done = await lajur.call("destruction.execute", { id, classification: "000.5" }, first);
    expect(done).toMatchObject({ status: "executed", executed: { files: 1, bytes: 16 } });
    const number = done.record?.number ?? "";
    expect(number).not.toBe("");
    expect(existsSync(file)).toBe(false);

    const shown = await lajur.call("request.get", { id: request });
    expect(shown).toMatchObject({ files: [], notes: [], items: [], purpose: "" });
    expect(JSON.stringify(shown)).not.toMatch(/panen|Ratna|telepon|Dicabut/);
    expect(await lajur.call("retention.get", { request })).toMatchObject({
      stage: "destroyed",
      destroyed: { record: number, day: "2029-01-02" },
    });
    const history = await lajur.call("history.list", { request });
    expect(JSON.stringify(history)).not.toMatch(/panen|telepon/);
    expect((await lajur.call("search.find", { words: "tersembunyi" })).total).toBe(0);
    const render = { request, kind: "receipt" };
    expect((await lajur.refusal("document.render", render)).code).toBe("request_destroyed");
    for (const method of ["bundle.pdf", "bundle.zip"] as const) {
      const path = join(lajur.folder, "berkas");
      const refused = await lajur.refusal(method, { request: render.request, path });
      expect(refused.code).toBe("request_destroyed");
    }
    const book = await lajur.call("register.entries", { register: "record", year: 2029 });
    expect(book.rows[0]).toMatchObject({ number, subject: "Pemusnahan arsip, 1 berkas" });
    expect((await lajur.call("archive.check", {})).problems).toEqual([]);
    expect((await lajur.refusal("note.add", { request, text: "Lagi." })).code).toBe(
      "request_destroyed",
    );
    await lajur.call("archive.rebuild", {});
    expect(await lajur.call("request.get", { id: request })).toEqual(shown);
  });

  it("keeps a content that a living request has too", async () => {
    const { lajur, first, clock } = office;
    const { request, file } = await due("isi bersama");
    const living = await lajur.call("request.create", {
      sop: "magetan-permintaan-data",
      subject: "Lain",
      requester: { kind: "individual", name: "Budi Contoh" },
      items: [{ name: "Luas panen", period: "", unit: "", format: "" }],
    });
    await attach(living.id, "isi bersama");
    clock.now = YEARS_LATER;
    const id = await approved([request]);
    await lajur.call("destruction.execute", { id, classification: "" }, first);
    expect(existsSync(file)).toBe(true);
    expect((await lajur.call("archive.check", {})).problems).toEqual([]);
  });

  it("goes on at the next start where a crash ended it", async () => {
    const { lajur, first, clock } = office;
    const gone = [await due("satu"), await due("dua"), await due("tiga")];
    clock.now = YEARS_LATER;
    const id = await approved(gone.map(({ request }) => request));
    // The first request is gone; the berita acara has its number, the files are still there.
    const begun = new Promise<void>((resolve) => {
      lajur.core.onPush(({ push }) => {
        if (push === "job.progress") resolve();
      });
    });
    const running = lajur.call("destruction.execute", { id, classification: "" }, first);
    await begun;
    await lajur.core.close();
    await running.catch(() => null);
    expect(gone.every(({ file }) => existsSync(file))).toBe(true);
    office.lajur = openCore({ archive: lajur.folder, now: () => Date.parse(clock.now) });
    await expect
      .poll(async () => (await office.lajur.call("destruction.get", { id })).status)
      .toBe("executed");
    for (const { file } of gone) expect(existsSync(file)).toBe(false);
    const { rows } = await office.lajur.call("retention.list", { list: "destroyed" });
    expect(rows).toHaveLength(3);
  });

  it("is done again after a backup of before was restored", async () => {
    const { lajur, first, clock } = office;
    const { request, file } = await due("isi lama");
    clock.now = YEARS_LATER;
    const { folder } = lajur;
    await lajur.core.close();
    const backup = mkdtempSync(join(tmpdir(), "lajur-cadangan-"));
    await cp(folder, backup, { recursive: true });
    office.lajur = openCore({ archive: folder, now: () => Date.parse(clock.now) });
    const id = await approved([request]);
    await office.lajur.call("destruction.execute", { id, classification: "" }, first);
    await office.lajur.core.close();
    const list = readFileSync(join(folder, "erased.json"));
    rmSync(folder, { recursive: true });
    await cp(backup, folder, { recursive: true });
    rmSync(backup, { recursive: true });
    writeFileSync(join(folder, "erased.json"), list);
    expect(existsSync(file)).toBe(true);
    office.lajur = openCore({ archive: folder, now: () => Date.parse(clock.now) });
    await expect.poll(() => existsSync(file)).toBe(false);
    const shown = await office.lajur.call("request.get", { id: request });
    expect(JSON.stringify(shown)).not.toContain("Ratna");
    expect(shown.subject).not.toMatch(/panen/);
  });

  it(
    "is done again on another PC that restores a point of before it",
    { timeout: 120_000 },
    async () => {
      const { lajur, first, clock } = office;
      const { request, file } = await due("isi di cadangan");
      clock.now = YEARS_LATER;
      const usb = join(scans, "usb");
      mkdirSync(usb);
      const { id: destination } = await lajur.call("backup.add", { folder: usb });
      await lajur.call("backup.run", { destination });
      const id = await approved([request]);
      await lajur.call("destruction.execute", { id, classification: "" }, first);
      clock.now = "2029-01-03T02:00:00Z";
      await lajur.call("backup.run", { destination });

      let fresh = openCore({ now: () => Date.parse(clock.now) });
      const { backups } = await fresh.call("backup.find", { path: usb });
      const points = backups[0]?.points.map(({ point }) => point).sort() ?? [];
      expect(points).toHaveLength(2);
      await fresh.call("backup.restore", { path: usb, point: points[0] ?? "" });
      fresh = await fresh.reopen();
      const there = file.replace(lajur.folder, fresh.folder);
      await expect
        .poll(async () => (await fresh.call("retention.get", { request })).stage, {
          timeout: 30_000,
        })
        .toBe("destroyed");
      await expect.poll(() => existsSync(there), { timeout: 30_000 }).toBe(false);
      expect(JSON.stringify(await fresh.call("request.get", { id: request }))).not.toMatch(
        /Ratna|panen/,
      );
      await fresh.dispose();
    },
  );

  it("leaves no word of a person in the database's file", async () => {
    const { lajur, first, clock } = office;
    const { request } = await due("isi");
    clock.now = YEARS_LATER;
    const id = await approved([request]);
    await lajur.call("destruction.execute", { id, classification: "" }, first);
    await lajur.core.close();
    const db = new Database(join(lajur.folder, "archive.sqlite"), { readonly: true });
    const keys = db.prepare("SELECT 1 FROM identity_key WHERE request = ?").all(request);
    db.close();
    expect(keys).toEqual([]);
    const bytes = readFileSync(join(lajur.folder, "archive.sqlite")).toString("latin1");
    expect(bytes).not.toContain("Ratna Kusuma");
    office.lajur = openCore({ archive: lajur.folder });
  });
});

describe("the papers of retention", () => {
  it("say who approved, what is lost and what stays, before and after alike", async () => {
    const { lajur, first, clock } = office;
    const { request } = await due("isi");
    clock.now = YEARS_LATER;
    const id = await approved([request]);
    const draft = await lajur.call("destruction.render", { id });
    const text = (pdf: string | null) => textOf(Buffer.from(pdf ?? "", "base64"));
    expect(await text(draft.pdf)).toContain("BELUM DILAKSANAKAN");
    const done = await lajur.call("destruction.execute", { id, classification: "" }, first);
    const paper = await text((await lajur.call("destruction.render", { id })).pdf);
    expect(paper).toContain(done.record?.number ?? "?");
    expect(paper).toContain("BERITA ACARA PEMUSNAHAN ARSIP");
    expect(paper).not.toContain("BELUM DILAKSANAKAN");
    expect(paper).not.toMatch(/Ratna/);
  });

  it("are a list to sign, a workbook and labels of the places", async () => {
    const { lajur } = office;
    await closedRequest(office, "500.14.4");
    const list = await lajur.call("retention.render", { list: "placed" });
    expect(list.pages).toBe(1);
    const made = await lajur.call("retention.export", { list: "placed" });
    expect(made.rows).toBe(1);
    for (const layout of ["2x7", "3x8"] as const) {
      const labels = await lajur.call("retention.labels", { kind: "box", layout, skip: 3 });
      expect(labels.pages).toBe(1);
    }
    const folders = await lajur.call("retention.labels", { kind: "folder" });
    expect(await textOf(Buffer.from(folders.pdf ?? "", "base64"))).toContain("Folder 3");
    expect((await lajur.refusal("retention.labels", { kind: "box", box: "99" })).code).toBe(
      "labels_none",
    );
  });
});
