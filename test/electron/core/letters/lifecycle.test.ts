import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ParamsIn } from "#shared/contract.ts";
import { demoOffice, demoUsers } from "#core/demo/office.ts";
import { intake, openCore, type TestCore } from "../../../support/core.ts";
import { textOf } from "../../../support/pdf.ts";

/** A letter on its way: written, checked, numbered, signed, sent; and what is refused on it. */

let lajur: TestCore;
let request: string;
let users: string[];
const as = (user: number) => ({ origin: "window" as const, user: users[user] ?? null });

beforeEach(async () => {
  lajur = openCore({ now: () => Date.parse("2026-11-16T02:12:00Z") });
  await lajur.call("office.save", demoOffice);
  users = [];
  for (const user of demoUsers) users.push((await lajur.call("user.save", user)).id);
  request = (await lajur.call("request.create", { ...intake, letterInHand: true })).id;
});
afterEach(() => lajur.dispose());

const VALUES = { isi: "Mohon data produksi padi tahun 2026." };
const LETTER = {
  kind: "official-letter",
  to: "Kepala Dinas Pertanian",
  subject: "Permintaan data",
  values: VALUES,
};
const draft = async (changes: Partial<ParamsIn<"letter.draft">> = {}, user = 0) =>
  (await lajur.call("letter.draft", { request, ...LETTER, ...changes }, as(user))).letter;
const stage = async (letter: string) =>
  (await lajur.call("request.get", { id: request })).letters.find(({ id }) => id === letter)?.stage;
const numbered = async () => {
  const { id, kind } = await draft();
  await lajur.call("document.issue", { request, letter: id, ...LETTER, kind }, as(0));
  return id;
};

describe("a letter", () => {
  it("goes from draft through its parafs, number and signature out of the office", async () => {
    const { id } = await draft();
    expect(await stage(id)).toBe("draft");
    const checkers = [users[1]!, users[2]!];
    await lajur.call("letter.submit", { request, letter: id, checkers }, as(0));
    expect(await stage(id)).toBe("checking");
    const early = await lajur.refusal("document.issue", { request, letter: id, ...LETTER }, as(0));
    expect(early.code).toBe("letter_unchecked");
    const wrong = { request, letter: id, approved: true };
    expect((await lajur.refusal("letter.check", wrong, as(2))).code).toBe("checker_other");
    expect((await lajur.call("letter.list", { mine: true }, as(1))).rows).toMatchObject([
      {
        id,
        subject: "Permintaan data",
        party: "Kepala Dinas Pertanian",
        checker: { name: "Dewi" },
      },
    ]);
    await lajur.call("letter.check", wrong, as(1));
    await lajur.call("letter.check", wrong, as(2));
    expect(await stage(id)).toBe("approved");
    await lajur.call("document.issue", { request, letter: id, ...LETTER }, as(0));
    expect(await stage(id)).toBe("numbered");
    expect(
      (await lajur.refusal("letter.send", { request, letter: id, how: "Kurir", to: "Distan" }))
        .code,
    ).toBe("letter_unsigned");
    await lajur.call("letter.sign", { request, letter: id, how: "wet" }, as(0));
    const sent = { request, letter: id, how: "Kurir", to: "Dinas Pertanian" };
    await lajur.call("letter.send", sent, as(0));
    expect(await stage(id)).toBe("sent");
    expect((await lajur.refusal("letter.void", { request, letter: id, reason: "x" })).code).toBe(
      "letter_sent",
    );
    const { counts } = await lajur.call("letter.list", {});
    expect(counts).toEqual({ sent: 1 });
    await lajur.call("archive.rebuild", {});
    expect((await lajur.call("letter.list", {})).counts).toEqual({ sent: 1 });
    expect((await lajur.call("archive.check", {})).problems).toEqual([]);
  });

  it("sent back by a checker is a draft again, and writing on it asks for the parafs anew", async () => {
    const { id } = await draft();
    await lajur.call("letter.submit", { request, letter: id, checkers: [users[1]!] }, as(0));
    const back = { request, letter: id, approved: false };
    expect((await lajur.refusal("letter.check", back, as(1))).field).toBe("note");
    await lajur.call("letter.check", { ...back, note: "Perbaiki tujuan." }, as(1));
    expect(await stage(id)).toBe("draft");
    const again = await draft({ letter: id, to: "Kepala Bappeda" });
    expect(again).toMatchObject({ stage: "draft", checks: [], to: "Kepala Bappeda" });
  });

  it("is not checked by whoever wrote it, nor twice by one", async () => {
    const { id } = await draft();
    const submit = (checkers: string[]) =>
      lajur.refusal("letter.submit", { request, letter: id, checkers }, as(0));
    expect((await submit([users[0]!])).code).toBe("checker_is_author");
    expect((await submit([users[1]!, users[1]!])).code).toBe("checker_twice");
    expect((await submit(["nobody"])).code).toBe("user_unknown");
    expect((await submit([])).code).toBe("params_invalid");
  });

  it("that is thrown away leaves no number, and one with a number is voided instead", async () => {
    const { id } = await draft();
    await lajur.call("letter.discard", { request, letter: id });
    expect(await stage(id)).toBeUndefined();
    const kept = await numbered();
    expect((await lajur.refusal("letter.discard", { request, letter: kept })).code).toBe(
      "document_issued",
    );
    await lajur.call("letter.void", { request, letter: kept, reason: "Salah tujuan." });
    expect(await stage(kept)).toBe("void");
    const { documents } = await lajur.call("request.get", { id: request });
    expect(documents).toEqual([]);
    // Its number is never given again.
    const next = await numbered();
    const { letters } = await lajur.call("request.get", { id: request });
    expect(letters.find((one) => one.id === next)?.number).toBe("500.14/2/DISKOMINFO/2026");
  });

  it("of a kind that a request has once is written once", async () => {
    const once = { request, kind: "refusal", reasons: ["Tidak dikuasai."] };
    const { letter } = await lajur.call("letter.draft", once);
    expect((await lajur.refusal("letter.draft", once)).code).toBe("letter_once");
    await lajur.call("document.issue", { ...once, letter: letter.id });
    expect((await lajur.refusal("document.issue", once)).code).toBe("document_issued");
  });

  it("names an input that is missing, and an unknown template", async () => {
    const unknown = { request, kind: "tidak-ada" };
    expect((await lajur.refusal("document.issue", unknown)).code).toBe("template_unknown");
    const form = { request, kind: "receipt" };
    expect((await lajur.refusal("document.issue", form)).code).toBe("letter_unnumbered");
  });

  it("keeps its bytes whatever changes afterwards: profile, template, request", async () => {
    const id = await numbered();
    const order = { request, kind: LETTER.kind, letter: id };
    const before = await lajur.call("document.render", order);
    const { template } = await lajur.call("template.get", { id: LETTER.kind });
    const [first, ...rest] = template.blocks;
    const changed = {
      ...template,
      blocks: [first!, { type: "paragraph", text: "Baru." }, ...rest],
    };
    await lajur.call("template.save", { template: changed as typeof template });
    await lajur.call("office.save", { ...demoOffice, name: "DINAS LAIN" });
    expect((await lajur.call("document.render", order)).sha256).toBe(before.sha256);
    const fresh = await lajur.call("document.render", {
      request,
      kind: LETTER.kind,
      letter: (await draft()).id,
    });
    const words = await textOf(Buffer.from(fresh.pdf ?? "", "base64"));
    expect(words).toContain("Baru.");
    expect(words).toContain("DINAS LAIN");
    expect(words).toContain("belum bernomor");
  });
});

it("a text without a letter is a new draft, where the kind may be written again", async () => {
  await numbered();
  const { kind, ...text } = LETTER;
  const fresh = await lajur.call("document.render", { request, kind, text });
  expect(fresh.draft).toBe(true);
  expect((await lajur.call("document.render", { request, kind })).draft).toBe(false);
});

describe("a number inserted between two others", () => {
  it("takes the next letter, with its reason, and moves nothing", async () => {
    await numbered();
    await numbered();
    const insert = { after: 1, reason: "Surat tanggal 2 November belum tercatat." };
    const issue = { request, ...LETTER, date: "2026-11-02" };
    const numbers = async () =>
      (await lajur.call("request.get", { id: request })).letters.map((one) => one.number);
    await lajur.call("document.issue", { ...issue, insert });
    await lajur.call("document.issue", { ...issue, insert });
    expect(await numbers()).toEqual([
      "500.14/1/DISKOMINFO/2026",
      "500.14/2/DISKOMINFO/2026",
      "500.14/1.a/DISKOMINFO/2026",
      "500.14/1.b/DISKOMINFO/2026",
    ]);
    const ahead = { ...issue, insert: { ...insert, after: 9 } };
    expect((await lajur.refusal("document.issue", ahead)).code).toBe("number_not_given");
    await lajur.call("document.issue", issue);
    expect((await numbers()).at(-1)).toBe("500.14/3/DISKOMINFO/2026");
  });
});

describe("the code on a letter", () => {
  it("is checked without a line, and tells another content and a voided one", async () => {
    const id = await numbered();
    const known = await lajur.call("request.get", { id: request });
    const { number = "" } = known.letters.find((one) => one.id === id) ?? {};
    const verdict = async (code: string) => (await lajur.call("letter.verify", { code })).verdict;
    expect(await verdict(number)).toBe("same");
    expect(await verdict(`LAJUR1|${number}|2026-11-16|0123456789abcdef`)).toBe("different");
    expect(await verdict("500.14/9/DISKOMINFO/2026")).toBe("unknown");
    expect(await verdict("  \n| apa ini")).toBe("unreadable");
    await lajur.call("letter.void", { request, letter: id, reason: "Keliru." });
    expect(await verdict(number)).toBe("voided");
  });
});
