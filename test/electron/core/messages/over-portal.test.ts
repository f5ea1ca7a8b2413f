import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { demoOffice } from "#core/demo/office.ts";
import { submit } from "../../../../portal/public/submit.ts";
import { post } from "../../../../portal/public/track/post.ts";
import { intake, type TestCore } from "../../../support/core.ts";
import { openOfficePortal, openPc, type OfficePortal } from "../../../support/office-portal.ts";

const KEY = Buffer.alloc(32, 7);

let portal: OfficePortal;
let kominfo: string;
let pcs: TestCore[];

beforeEach(async () => {
  portal = await openOfficePortal();
  kominfo = await portal.office("Dinas Kominfo Contoh");
  pcs = [];
});
afterEach(async () => {
  for (const pc of pcs) await pc.dispose();
  await portal.close();
});

/** A PC of an office; the second one of it takes over what the first one has. */
async function joined(office: string, name: string, fresh = false): Promise<TestCore> {
  let pc: TestCore = openPc();
  if (!fresh) await pc.call("office.save", { ...demoOffice, name });
  await pc.call("sync.join", { url: portal.url, code: await portal.code(office), name });
  if (fresh) pc = await pc.reopen();
  await pc.call("sync.now", {});
  pcs.push(pc);
  return pc;
}

const form = {
  requester: {
    kind: "individual" as const,
    name: "Sari Contoh Lestari",
    identity: "3520000000000001",
    institution: "",
    address: "Jalan Contoh Nomor 7",
    phone: "",
    email: "sari@contoh.example",
  },
  subject: "Data luas panen padi",
  items: [{ name: "Luas panen padi", period: "2025", unit: "hektare", format: "Excel" }],
  purpose: "Penelitian",
  delivery: "email" as const,
  obtaining: "Mendapat salinan berkas elektronik" as const,
  proxyFor: "",
};

const send = async (): Promise<string> => {
  const office = { id: kominfo, zone: "WIB" as const };
  return (await submit(portal.ctx(), KEY, { office, nonce: "formulir-1", contents: form })).number;
};

const say = (number: string, kind: "replied" | "withdrawn" | "objected", text: string) =>
  post(portal.ctx(), { number, kind, nonce: `${kind}-1`, text });

const shown = async (number: string) => {
  const row = await portal
    .ctx()
    .store.db.selectFrom("public_request")
    .select(["shown", "revision"])
    .where("number", "=", number)
    .executeTakeFirstOrThrow();
  return JSON.parse(row.shown ?? "{}") as {
    status: string;
    number: string;
    steps: { state: string }[];
  };
};

const accept = async (pc: TestCore) => {
  const { rows } = await pc.call("incoming.list", {});
  const message = rows[0]?.message ?? "";
  const found = await pc.call("incoming.get", { message });
  if (found.kind !== "form") throw new Error("not a form");
  const { requester, subject, items, purpose, delivery } = found;
  const sop = "magetan-permintaan-data";
  return pc.call("incoming.accept", {
    message,
    sop,
    requester,
    subject,
    items,
    purpose,
    delivery,
  });
};

test("a form from the public page becomes one request, also where two PCs accept it offline", async () => {
  const a = await joined(kominfo, "PC A");
  const b = await joined(kominfo, "PC B", true);
  const number = await send();
  await a.call("sync.now", {});
  await b.call("sync.now", {});
  const one = await accept(a);
  const two = await accept(b);
  expect(two.request).toBe(one.request);
  for (const pc of [a, b, a, b]) await pc.call("sync.now", {});
  for (const pc of [a, b]) {
    expect((await pc.call("request.list", {})).total).toBe(1);
    expect((await pc.call("incoming.list", {})).waiting).toBe(0);
    const detail = await pc.call("request.get", { id: one.request });
    expect(detail.requester?.name).toBe("Sari Contoh Lestari");
    expect(detail.portal?.tracking).toBe(number);
  }
  expect((await a.call("sync.state", {})).refused).toBe(0);
});

test("the public page follows the request, and what the requester says arrives on every PC once", async () => {
  const a = await joined(kominfo, "PC A");
  const b = await joined(kominfo, "PC B", true);
  const number = await send();
  await a.call("sync.now", {});
  const { request, number: registered } = await accept(a);
  await a.call("request.pause", { request, reason: "Tahun berapa?" });
  await a.call("sync.now", {});
  expect(await shown(number)).toMatchObject({ status: "paused", number: registered });
  await b.call("sync.now", {});
  await say(number, "replied", "Tahun 2025");
  for (const pc of [a, b, a, b]) await pc.call("sync.now", {});
  for (const pc of [a, b]) {
    const detail = await pc.call("request.get", { id: request });
    expect(detail.paused).toBe(false);
    expect(detail.notes.map(({ text }) => text)).toEqual(["Tahun 2025"]);
  }
  expect(await shown(number)).toMatchObject({ status: "running" });
  await b.call("answer.release", { request, text: "Silakan unduh" });
  await b.call("sync.now", {});
  const released = await portal
    .ctx()
    .store.db.selectFrom("public_release")
    .selectAll()
    .where("number", "=", number)
    .execute();
  expect(released).toHaveLength(1);
  await say(number, "withdrawn", "Sudah cukup");
  await a.call("sync.now", {});
  const detail = await a.call("request.get", { id: request });
  expect(detail.portal?.withdrawal?.reason).toBe("Sudah cukup");
});

test("a step goes to another office and comes back with its file, and the request goes on", async () => {
  const pertanian = await portal.office("Dinas Pertanian Contoh");
  const a = await joined(kominfo, "PC A");
  const p = await joined(pertanian, "PC Pertanian");
  const { id: request } = await a.call("request.create", { ...intake, letterInHand: true });
  await a.call("sync.now", {});
  expect(await a.call("handover.offices", {})).toEqual({
    offices: [{ id: pertanian, name: "Dinas Pertanian Contoh" }],
    joined: true,
  });
  const map = join(a.folder, "peta.txt");
  writeFileSync(map, "peta");
  const { file } = await a.call("file.attach", { request, path: map });
  await a.call("handover.ask", {
    request,
    office: pertanian,
    note: "Mohon diperiksa",
    items: [1],
    files: [file.id],
  });
  await a.call("sync.now", {});
  await p.call("sync.now", {});
  const { rows } = await p.call("incoming.list", {});
  expect(rows).toMatchObject([{ kind: "step", from: "Dinas Kominfo Contoh", state: "waiting" }]);
  const message = rows[0]?.message ?? "";
  const found = await p.call("incoming.get", { message });
  expect(found.files).toMatchObject([{ name: "peta.txt", here: true }]);
  const got = await p.call("incoming.file", {
    message,
    sha256: found.files[0]?.sha256 ?? "",
  });
  expect(got.size).toBe(4);
  const answer = join(p.folder, "hasil.csv");
  writeFileSync(answer, "kecamatan;hektare");
  const before = await a.call("request.get", { id: request });
  await p.call("handover.answer", { message, note: "Lengkap", paths: [answer] });
  await p.call("sync.now", {});
  await a.call("sync.now", {});
  const after = await a.call("request.get", { id: request });
  expect(after.handovers).toMatchObject([{ state: "answered" }]);
  expect(after.current?.step).not.toBe(before.current?.step);
  const csv = after.files.find(({ name }) => name === "hasil.csv");
  const here = await a.call(
    "file.locate",
    { request, file: csv?.id ?? "" },
    { origin: "host", user: null },
  );
  expect(here.size).toBe(17);
  expect((await a.call("sync.state", {})).refused).toBe(0);
  expect((await p.call("sync.state", {})).refused).toBe(0);
});

test("two PCs that take over one answer at the same moment agree, and nothing is doubled", async () => {
  const pertanian = await portal.office("Dinas Pertanian Contoh");
  const a = await joined(kominfo, "PC A");
  const p = await joined(pertanian, "PC Pertanian");
  const { id: request } = await a.call("request.create", { ...intake, letterInHand: true });
  await a.call("sync.now", {});
  const b = await joined(kominfo, "PC B", true);
  await a.call("handover.ask", { request, office: pertanian, note: "Mohon diperiksa" });
  for (const pc of [a, b, p]) await pc.call("sync.now", {});
  const { rows } = await p.call("incoming.list", {});
  const answer = join(p.folder, "hasil.csv");
  writeFileSync(answer, "kecamatan;hektare");
  await p.call("handover.answer", {
    message: rows[0]?.message ?? "",
    note: "Lengkap",
    paths: [answer],
  });
  await p.call("sync.now", {});
  await Promise.all([a.call("sync.now", {}), b.call("sync.now", {})]);
  for (const pc of [a, b, a, b]) await pc.call("sync.now", {});
  const [one, two] = await Promise.all([a, b].map((pc) => pc.call("request.get", { id: request })));
  expect(two).toEqual(one);
  expect(one?.notes.map(({ text }) => text)).toEqual(["Lengkap"]);
  expect(one?.files.map(({ name }) => name)).toEqual(["hasil.csv"]);
  expect(one?.handovers).toMatchObject([{ state: "answered" }]);
  expect((await a.call("sync.state", {})).conflicts).toBe(0);
});

test("an identity that the office erases is gone from the portal with the next round", async () => {
  const a = await joined(kominfo, "PC A");
  await send();
  await a.call("sync.now", {});
  const { request } = await accept(a);
  await a.call("sync.now", {});
  const kept = async (): Promise<string> => {
    const { db } = portal.ctx().store;
    const forms = await db.selectFrom("public_request").selectAll().execute();
    return JSON.stringify([forms, await db.selectFrom("feed").selectAll().execute()]);
  };
  const words = /Sari Contoh|3520000000000001|Jalan Contoh|sari@contoh/u;
  expect(await kept()).toMatch(words);
  await a.call("identity.erase", { request, reason: "Diminta pemohon", confirmed: true });
  await a.call("sync.now", {});
  expect(await kept()).not.toMatch(words);
  const b = await joined(kominfo, "PC B", true);
  expect((await b.call("request.get", { id: request })).requester?.name).toBe(
    "(identitas dihapus)",
  );
  expect((await b.call("incoming.list", { scope: "all" })).waiting).toBe(0);
  expect((await a.call("sync.state", {})).refused).toBe(0);
});
