import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ParamsIn } from "#shared/contract.ts";
import { demoOffice, demoUsers } from "#core/demo/office.ts";
import { intake, openCore, temporaryFolder, type TestCore } from "../../../support/core.ts";
import { textOf } from "../../../support/pdf.ts";

/** Dispositions through the core: a chain down the office, everybody's list, reports, the paper. */

const OLD_ARCHIVE = fileURLToPath(
  new URL("../../../fixtures/archive/0003.sqlite", import.meta.url),
);
const HEAD = demoOffice.head.post;
const KABID = "Kepala Bidang Statistik dan Persandian";
const KASI = "Kepala Seksi Statistik Sektoral";
const STAFF = "Staf Statistik";

let lajur: TestCore;
let request: string;
let users: string[];
let now: number;
const at = (moment: string) => {
  now = Date.parse(`${moment}:00+07:00`);
};
/** Rina is staff, Dewi kepala seksi, Agus kepala bidang. */
const as = (user: number) => ({ origin: "window" as const, user: users[user] ?? null });

beforeEach(async () => {
  at("2026-11-16T09:00");
  lajur = openCore({ now: () => now });
  await lajur.call("office.save", demoOffice);
  users = [];
  for (const user of demoUsers) users.push((await lajur.call("user.save", user)).id);
  request = (await lajur.call("request.create", { ...intake, letterInHand: true })).id;
});
afterEach(() => lajur.dispose());

const give = async (changes: Partial<ParamsIn<"disposition.give">>, user = 0) => {
  const order = { request, to: [KABID], ...changes };
  const { dispositions } = await lajur.call("disposition.give", order, as(user));
  return dispositions.at(-1)!.id;
};
const list = (params: ParamsIn<"disposition.list">, user = 0) =>
  lajur.call("disposition.list", params, as(user));
const recipients = async (params: ParamsIn<"disposition.list">, user = 0) =>
  (await list(params, user)).rows.map((row) => row.recipient);
/** From the head down to the staff, each with an earlier deadline. */
const chain = async () => {
  const first = await give({ to: [KABID, "Sekretaris Dinas"], due: "2026-11-20" });
  const second = await give({ from: KABID, to: [KASI], parent: first, due: "2026-11-19" }, 2);
  const third = await give({ from: KASI, to: [STAFF], parent: second, due: "2026-11-18" }, 1);
  return { first, second, third };
};

describe("a chain of dispositions", () => {
  it("is a tree on the request, with giver, parent and leading recipient", async () => {
    const { first, second, third } = await chain();
    const { dispositions } = await lajur.call("request.get", { id: request });
    expect(dispositions).toMatchObject([
      { id: first, from: HEAD, parent: null, leads: KABID, by: { name: "Rina" }, reports: [] },
      { id: second, from: KABID, parent: first, leads: KASI, by: { name: "Agus" } },
      { id: third, from: KASI, parent: second, leads: STAFF, by: { name: "Dewi" } },
    ]);
  });

  it("stands in each recipient's list and in each giver's", async () => {
    await chain();
    expect(await recipients({ scope: "mine" }, 0)).toEqual([STAFF]);
    expect(await recipients({ scope: "mine" }, 1)).toEqual([KASI]);
    expect(await recipients({ scope: "given" }, 1)).toEqual([STAFF]);
    // Rina recorded that of the head.
    expect(await recipients({ scope: "given" }, 0)).toEqual([KABID, "Sekretaris Dinas"]);
    expect(await recipients({ scope: "mine" }, 3)).toEqual([]);
    // All, the earliest deadline first.
    expect(await recipients({ scope: "all" }, 3)).toEqual([STAFF, KASI, KABID, "Sekretaris Dinas"]);
    expect((await list({ scope: "mine" }, 0)).rows).toMatchObject([
      { from: KASI, leads: true, others: [], number: "2026/0001", due: "2026-11-18" },
    ]);
  });

  it("finds people by post or name however it was typed, and rows by words", async () => {
    await give({ to: ["rina", "KEPALA  SEKSI statistik sektoral"] });
    expect(await recipients({ scope: "mine" }, 0)).toEqual(["rina"]);
    expect(await recipients({ scope: "mine" }, 1)).toEqual(["KEPALA  SEKSI statistik sektoral"]);
    expect(await recipients({ scope: "all", words: "padi rina" })).toEqual(["rina"]);
    expect(await recipients({ scope: "all", words: "100%" })).toEqual([]);
    const page = await list({ scope: "all", limit: 1, offset: 1 });
    expect(page).toMatchObject({ total: 2, rows: [{ recipient: "rina" }] });
  });

  it("is given by the head's post where the user holds it", async () => {
    const head = { name: "Budi", post: HEAD.toUpperCase(), lanes: [] };
    users.push((await lajur.call("user.save", head)).id);
    await give({});
    expect(await recipients({ scope: "given" }, 4)).toEqual([KABID]);
  });
});

describe("a report", () => {
  it("moves the disposition from the open ones to those done", async () => {
    const { third } = await chain();
    at("2026-11-17T10:00");
    const order = { request, disposition: third, recipient: STAFF, text: "Data sudah disiapkan." };
    const reported = await lajur.call("disposition.report", order, as(0));
    expect(reported.reports).toMatchObject([
      { recipient: STAFF, text: "Data sudah disiapkan.", by: { name: "Rina" } },
    ]);
    expect(await recipients({ scope: "mine" }, 0)).toEqual([]);
    expect((await list({ scope: "mine", open: false }, 0)).rows).toMatchObject([
      { state: "done", report: { text: "Data sudah disiapkan.", by: { name: "Rina" } } },
    ]);
    const again = await lajur.refusal("disposition.report", order, as(0));
    expect(again).toMatchObject({ code: "disposition_reported", field: "recipient" });
    const empty = await lajur.refusal("disposition.report", { ...order, text: " " }, as(0));
    expect(empty).toMatchObject({ code: "text_empty", field: "text" });
    const history = await lajur.call("history.list", { request });
    expect(history.at(-1)).toMatchObject({ type: "disposition.reported", by: { name: "Rina" } });
  });

  it("is not owed any more once the request is closed", async () => {
    const { third } = await chain();
    await lajur.call("request.cancel", { request, reason: "Ganda." });
    expect(await recipients({ scope: "all" })).toEqual([]);
    const { rows } = await list({ scope: "all", open: false });
    expect(rows.map((row) => row.state)).toEqual(["closed", "closed", "closed", "closed"]);
    const late = { request, disposition: third, recipient: STAFF, text: "Selesai." };
    expect((await lajur.refusal("disposition.report", late)).code).toBe("request_closed");
    expect((await lajur.refusal("disposition.give", { request, to: [STAFF] })).code).toBe(
      "request_closed",
    );
  });
});

it("the open ones of the user at work are on Beranda, the most pressing first", async () => {
  for (let day = 29; day > 17; day -= 1) await give({ to: [STAFF], due: `2026-11-${day}` });
  await give({ to: [STAFF] });
  const { dispositions } = await lajur.call("home.get", {}, as(0));
  expect(dispositions.total).toBe(13);
  expect(dispositions.rows).toHaveLength(10);
  expect(dispositions.rows[0]).toMatchObject({ due: "2026-11-18", state: "open" });
  expect((await lajur.call("home.get", {}, as(3))).dispositions).toEqual({ total: 0, rows: [] });
});

it("the lists are the same after the projection was made anew", async () => {
  const { third } = await chain();
  const order = { request, disposition: third, recipient: STAFF, text: "Selesai." };
  await lajur.call("disposition.report", order, as(0));
  const all = async () => [
    await list({ scope: "all" }),
    await list({ scope: "all", open: false }),
    await list({ scope: "given" }, 2),
  ];
  const before = await all();
  await lajur.call("archive.rebuild", {});
  expect(await all()).toEqual(before);
  expect((await lajur.call("archive.check", {})).problems).toEqual([]);
});

it("one of before chains was given by the head and led by its first recipient", async () => {
  const archive = temporaryFolder();
  copyFileSync(OLD_ARCHIVE, join(archive, "archive.sqlite"));
  const old = openCore({ archive, now: () => now });
  const { rows } = await old.call("disposition.list", { scope: "all" });
  const post = (await old.call("office.get", {}))?.head.post;
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) {
    expect(row).toMatchObject({ from: post, state: "open", report: null });
    const { dispositions } = await old.call("request.get", { id: row.request });
    expect(dispositions[0]).toMatchObject({ parent: null, leads: dispositions[0]?.to[0] });
  }
  await old.dispose();
});

it("the paper is that of the disposition asked for, signed by its giver", async () => {
  const { first, second } = await chain();
  const words = async (changes: Partial<ParamsIn<"document.render">>) => {
    const order = { request, kind: "disposition", ...changes };
    const { pdf } = await lajur.call("document.render", order);
    return textOf(Buffer.from(pdf ?? "", "base64"));
  };
  expect(await words({})).toContain("Dewi");
  expect(await words({ dispositionId: second })).toMatch(
    /Kepala Bidang Statistik dan Persandian, Agus/,
  );
  const head = await words({ dispositionId: first, layout: "two" });
  expect(head.split("Budi Contoh, S.Kom., M.Si.")).toHaveLength(3);
  expect(head).toContain(`${KABID} (utama)`);
  const unknown = { request, kind: "disposition", dispositionId: "x" };
  expect(await lajur.refusal("document.render", unknown)).toMatchObject({
    code: "disposition_unknown",
    field: "dispositionId",
  });
});
