import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { ParamsIn, ResultOf } from "#shared/contract.ts";
import { demoOffice } from "#core/demo/office.ts";
import { intake, openCore, type TestCore } from "../../../support/core.ts";

let lajur: TestCore;
let now: number;
let padi: string;
let banjir: string;
beforeEach(async () => {
  now = Date.parse("2025-11-16T02:12:00Z");
  lajur = openCore({ now: () => now });
  await lajur.call("office.save", demoOffice);
  padi = await register({ letter: { number: "118/UN99/PT/2025", date: "2025-11-13" } });
  now += 400 * 86_400_000;
  banjir = await register({
    subject: "Data kejadian banjir",
    requester: { kind: "individual", name: "Widyaningsih Rekaan", institution: "" },
    items: [{ name: "Kejadian banjir per desa", period: "2024", unit: "kali", format: "CSV" }],
    purpose: "Skripsi tentang mitigasi",
    letter: { number: "7/B/2026", date: "2026-12-01" },
  });
});
afterEach(() => lajur.dispose());

async function register(changes: Partial<ParamsIn<"request.create">>): Promise<string> {
  return (await lajur.call("request.create", { ...intake, ...changes, letterInHand: true })).id;
}

type Find = Partial<ParamsIn<"search.find">>;
const find = (words: string, more: Find = {}): Promise<ResultOf<"search.find">> =>
  lajur.call("search.find", { words, ...more });
/** Kind and request of every hit, such as "note padi". */
async function hits(words: string, more: Find = {}): Promise<string[]> {
  const names = new Map([
    [padi, "padi"],
    [banjir, "banjir"],
  ]);
  return (await find(words, more)).rows.map(
    ({ kind, request }) => `${kind} ${names.get(request) ?? request}`,
  );
}

describe("search", () => {
  test.each([
    ["2026/0001", "its number"],
    ["1", "a number without its zeros"],
    ["widya", "the beginning of a name"],
    ["ningsih", "the end of a name"],
    ["dyanings", "a part of a name"],
    ["WIDYANINGSIH rekaan", "a whole name in capitals"],
    ["mitigasi", "the purpose"],
    ["7/B/2026", "the number of the letter that came in"],
    ["skripsi banjir widyaningsih", "words that stand in different places of it"],
    ['"banjir per desa"', "words side by side"],
  ])("finds a request by %s: %s", async (words) => {
    expect(await hits(words)).toContain("request banjir");
  });

  test("finds what holds all of the words, and nothing that holds a word after a minus", async () => {
    expect(await hits("data")).toEqual(["request banjir", "request padi"]);
    expect(await hits("data padi")).toEqual(["request padi"]);
    expect(await hits("data -padi")).toEqual(["request banjir"]);
    expect(await hits('data -"banjir per desa"')).toEqual(["request padi"]);
    expect(await hits('"desa per banjir"')).toEqual([]);
  });

  test("finds notes, dispositions and steps' notes by other forms of a word", async () => {
    await lajur.call("note.add", { request: padi, text: "Pemohon minta pengiriman dipercepat" });
    await lajur.call("disposition.give", {
      request: padi,
      to: ["Kepala Bidang Statistik"],
      note: "Mohon ditindaklanjuti",
    });
    await lajur.call("step.complete", { request: padi, step: 3, note: "Sudah ditelaah" });
    expect(await hits("mengirim")).toEqual(["note padi"]);
    expect(await hits("permohonan", { kind: "note" })).toEqual(["note padi", "note padi"]);
    expect((await find("menelaah")).rows[0]).toMatchObject({ kind: "note", ref: "step.3.1" });
  });

  test("finds a letter by its number, kind, text and whom it goes to", async () => {
    const text = {
      kind: "official-letter",
      to: "Kepala Dinas Pertanian",
      subject: "Konfirmasi kebutuhan",
      values: { isi: "Bersama ini kami menanyakan luas baku sawah." },
    };
    const { letter } = await lajur.call("letter.draft", { request: padi, ...text });
    await lajur.call("document.issue", { request: padi, letter: letter.id, ...text });
    const detail = await lajur.call("request.get", { id: padi });
    const number = detail.letters[0]?.number ?? "";
    expect(number).not.toBe("");
    for (const words of [
      number,
      "surat dinas",
      "pertanyaan sawah",
      "konfirmasi",
      "pertanian baku",
    ]) {
      expect(await hits(words, { kind: "letter" }), words).toEqual(["letter padi"]);
    }
    const [hit] = (await find("sawah")).rows;
    expect(hit).toMatchObject({ kind: "letter", ref: letter.id });
    expect(hit?.title.text).toContain(number);
    expect(hit?.snippet?.text).toContain("luas baku sawah");
  });

  test("finds an attachment by its name, together with whose it is, and no longer once withdrawn", async () => {
    const path = join(lajur.folder, "Scan-KTP_widya.png");
    await import("node:fs/promises").then(({ writeFile }) => writeFile(path, "gambar"));
    const { file } = await lajur.call("file.attach", { request: banjir, path });
    expect(await hits("ktp")).toEqual(["file banjir"]);
    expect(await hits("ktp rekaan")).toEqual(["file banjir"]);
    expect(await hits("ktp padi")).toEqual([]);
    await lajur.call("file.withdraw", { request: banjir, file: file.id, reason: "Salah berkas" });
    expect(await hits("ktp")).toEqual([]);
  });

  test("a name alone finds the request and not all that belongs to it", async () => {
    await lajur.call("note.add", { request: banjir, text: "Sudah ditelepon" });
    expect(await hits("rekaan")).toEqual(["request banjir"]);
    expect(await hits("rekaan ditelepon")).toEqual(["note banjir"]);
  });

  test("shows the latest first, or what fits best", async () => {
    await lajur.call("note.add", { request: banjir, text: "Sebagian data padi ikut diminta" });
    expect(await hits("padi")).toEqual(["note banjir", "request padi"]);
    expect(await hits("padi", { sort: "best" })).toEqual(["request padi", "note banjir"]);
  });

  test("narrows down by kind, year, SOP and state", async () => {
    await lajur.call("request.cancel", { request: padi, reason: "Ditarik pemohon" });
    expect(await hits("data", { kind: "request" })).toHaveLength(2);
    expect(await hits("data", { kind: "file" })).toEqual([]);
    expect(await hits("data", { year: 2025 })).toEqual(["request padi"]);
    expect(await hits("data", { year: 2026 })).toEqual(["request banjir"]);
    expect(await hits("data", { year: 2024 })).toEqual([]);
    expect(await hits("data", { status: "cancelled" })).toEqual(["request padi"]);
    expect(await hits("data", { status: "running", sort: "best" })).toEqual(["request banjir"]);
    expect(await hits("data", { sop: "magetan-permintaan-data" })).toHaveLength(2);
    expect(await hits("data", { sop: "way-kanan-a" })).toEqual([]);
    expect((await lajur.call("search.state", {})).years).toEqual([2026, 2025]);
  });

  test("answers a page at a time and counts them all", async () => {
    for (let index = 0; index < 25; index += 1) {
      await lajur.call("note.add", { request: padi, text: `Catatan perbaikan ${index}` });
    }
    const first = await find("perbaikan", { limit: 10 });
    const last = await find("perbaikan", { limit: 10, offset: 20 });
    expect([first.total, first.rows.length, last.rows.length]).toEqual([25, 10, 5]);
    expect(new Set([...first.rows, ...last.rows].map(({ ref }) => ref)).size).toBe(15);
  });

  test("tells where the words stand", async () => {
    const [hit] = (await find("permohonan banjir", { sort: "best" })).rows;
    expect(hit).toBeUndefined();
    const [found] = (await find("mitigasi widya")).rows;
    expect(found?.requester).toEqual({ text: "Widyaningsih Rekaan", marks: [[0, 12]] });
    const { text, marks } = found?.snippet ?? { text: "", marks: [] };
    expect(marks.map(([from, to]) => text.slice(from, to))).toEqual(["mitigasi"]);
  });
});

describe("what cannot be searched", () => {
  test("is answered with a sentence, and any other text with what it finds", async () => {
    expect((await lajur.refusal("search.find", { words: "x".repeat(10_000) })).code).toBe(
      "search_too_long",
    );
    expect((await lajur.refusal("search.find", { words: "a ".repeat(5000) })).code).toBe(
      "search_too_long",
    );
    expect((await lajur.refusal("search.find", { words: '"" - ///' })).code).toBe("search_nothing");
    expect((await find(`"'); DROP TABLE search_doc; --`)).total).toBe(0);
    expect((await find("padi* OR NEAR(head:padi) ^ {body}")).total).toBe(0);
  });

  test("never breaks the index's language", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom(...'ap di1"-()*:^{}+~%_\\\u0000é'), maxLength: 40 }),
        fc.constantFrom("newest" as const, "best" as const),
        async (words, sort) => {
          const answer = await lajur.core.call(
            "search.find",
            { words, sort },
            { origin: "window", user: null },
          );
          expect(answer.ok || answer.error.code === "search_nothing").toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("the index", () => {
  /** Every row as it can be found, for comparing. */
  const contents = (): unknown[] => {
    const db = new Database(join(lajur.folder, "archive.sqlite"), { readonly: true });
    const rows = db
      .prepare(
        // To the minute: in which order things of one minute stand follows from when they came.
        `SELECT doc.id / 64 AS minute, doc.kind, doc.ref, doc.hash, own.ref AS request
         FROM search_doc AS doc JOIN search_doc AS own ON own.id = doc.parent
         ORDER BY minute, request, doc.kind, doc.ref`,
      )
      .all();
    db.close();
    return rows;
  };

  test("is the same when it is made anew from the events", async () => {
    await lajur.call("note.add", { request: padi, text: "Satu" });
    await lajur.call("letter.draft", { request: padi, kind: "official-letter", subject: "Draf" });
    await lajur.call("step.complete", { request: padi, step: 3, note: "Dua" });
    const before = contents();
    const found = await hits("padi");
    await lajur.call("archive.rebuild", {});
    expect(contents()).toEqual(before);
    expect(await hits("padi")).toEqual(found);
    expect(before.length).toBeGreaterThan(4);
  });

  test("is not written by a step that says nothing", async () => {
    const before = contents();
    const written = (): number => {
      const db = new Database(join(lajur.folder, "archive.sqlite"), { readonly: true });
      const blocks = db
        .prepare("SELECT count(*) || '/' || sum(length(block)) FROM search_text_data")
        .pluck()
        .get();
      db.close();
      return blocks as number;
    };
    const blocks = written();
    await lajur.call("step.complete", { request: padi, step: 3 });
    expect(contents()).toEqual(before);
    expect(written()).toBe(blocks);
  });

  test("forgets a note's words when its step is taken back", async () => {
    await lajur.call("step.complete", { request: padi, step: 3, note: "Sudah ditelaah" });
    expect(await hits("ditelaah")).toEqual(["note padi"]);
    await lajur.call("step.undo", { request: padi, reason: "Keliru" });
    expect(await hits("ditelaah")).toEqual([]);
  });

  test("loses a person's words for good when the identity is erased", async () => {
    await lajur.call("note.add", { request: banjir, text: "Hubungi Widyaningsih Rekaan" });
    expect(await hits("widyaningsih")).toHaveLength(2);
    await lajur.call("identity.erase", { request: banjir, reason: "Diminta", confirmed: true });
    for (const words of ["widyaningsih", "ningsih", "rekaan", "hubungi", "mitigasi"]) {
      expect(await hits(words), words).toEqual([]);
    }
    expect(await hits("kejadian")).toEqual(["request banjir"]);
    await lajur.core.close();
    const left = readdirSync(lajur.folder)
      .filter((name) => name.startsWith("archive.sqlite"))
      .filter((name) =>
        readFileSync(join(lajur.folder, name)).toString("latin1").includes("idyaningsih"),
      );
    expect(left).toEqual([]);
  });

  test("has room for thousands written in the same minute, in their order", async () => {
    for (let index = 0; index < 140; index += 1) {
      await lajur.call("note.add", { request: padi, text: `Serempak ${index}` });
    }
    const { rows, total } = await find("serempak", { limit: 100 });
    expect(total).toBe(140);
    expect(rows[0]?.snippet?.text).toBe("Serempak 139");
    expect(new Set(rows.map(({ ref }) => ref)).size).toBe(100);
  });

  test("keeps a request together whose minute was full when it came", async () => {
    for (let index = 0; index < 70; index += 1) {
      await lajur.call("note.add", { request: padi, text: `Serempak ${index}` });
    }
    const { id } = await lajur.call("request.create", { ...intake, subject: "Sesudah penuh" });
    await lajur.call("note.add", { request: id, text: "Ditelepon." });
    await lajur.call("request.cancel", { request: id, reason: "Ditarik." });
    expect((await lajur.call("archive.check", {})).problems).toEqual([]);
  });
});
