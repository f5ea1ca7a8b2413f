import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ParamsIn } from "#shared/contract.ts";
import { intake, openCore, type TestCore } from "../../../support/core.ts";

const MAGETAN = "magetan-permintaan-data";
const MONTHLY = "way-kanan-i-penjaminan-kualitas";
const YEARLY = "way-kanan-j-satu-data";

let lajur: TestCore;
let now: number;
beforeEach(() => {
  now = Date.parse("2026-11-16T02:12:00Z");
  lajur = openCore({ now: () => now });
});
afterEach(() => lajur.dispose());

const rowOf = async (id: string) =>
  (await lajur.call("sop.list", {})).sops.find((sop) => sop.id === id);

const inHouse = (sop: string, more: Partial<ParamsIn<"request.create">> = {}) =>
  lajur.call("request.create", { sop, subject: "Penjaminan kualitas", ...more });

describe("recurring work", () => {
  const recurring = async (sop: string) =>
    (await lajur.call("home.get", {})).recurring.find((one) => one.sop === sop);

  it("proposes nothing before its first run", async () => {
    expect((await lajur.call("home.get", {})).recurring).toEqual([]);
    expect((await lajur.call("sop.get", { id: MONTHLY })).next).toBeNull();
  });

  it("that is monthly proposes the month after its last run, due once that has begun", async () => {
    await inHouse(MONTHLY, { period: "2026-10" });
    const name = "Penjaminan Kualitas Data Statistik Sektoral";
    expect(await recurring(MONTHLY)).toEqual({
      sop: MONTHLY,
      name,
      period: "2026-11",
      // The first is a Sunday.
      day: "2026-11-02",
      due: true,
    });
    const run = await inHouse(MONTHLY, { period: "2026-11" });
    expect(run.period).toBe("2026-11");
    expect(await recurring(MONTHLY)).toMatchObject({ period: "2026-12", due: false });
    expect((await lajur.call("sop.get", { id: MONTHLY })).next).toBe("2026-12");
    expect(await rowOf(MONTHLY)).toMatchObject({ next: "2026-12" });
    now = Date.parse("2026-11-30T17:30:00Z");
    expect(await recurring(MONTHLY)).toMatchObject({ period: "2026-12", due: true });
  });

  it("that is yearly proposes the year after, and goes past December", async () => {
    await inHouse(YEARLY, { period: "2026" });
    expect(await recurring(YEARLY)).toMatchObject({ period: "2027", due: false });
    await inHouse(MONTHLY, { period: "2026-12" });
    expect(await recurring(MONTHLY)).toMatchObject({ period: "2027-01", due: false });
    now = Date.parse("2027-01-01T00:00:00Z");
    expect(await recurring(YEARLY)).toMatchObject({ due: true });
    expect(await recurring(MONTHLY)).toMatchObject({ due: true });
  });

  it("does not count a run that was cancelled", async () => {
    await inHouse(MONTHLY, { period: "2026-10" });
    const mistaken = await inHouse(MONTHLY, { period: "2026-11" });
    await lajur.call("request.cancel", { request: mistaken.id, reason: "Keliru" });
    expect(await recurring(MONTHLY)).toMatchObject({ period: "2026-11" });
    expect(await rowOf(MONTHLY)).toMatchObject({ next: "2026-11" });
  });

  it("that is retired proposes nothing", async () => {
    await inHouse(MONTHLY, { period: "2026-10" });
    await lajur.call("sop.retire", { id: MONTHLY, reason: "Tidak dipakai" });
    expect(await recurring(MONTHLY)).toBeUndefined();
  });
});

describe("in-house work", () => {
  it("is registered without a requester and without a list of data", async () => {
    const request = await inHouse(MONTHLY);
    expect(request).toMatchObject({ requester: null, items: [], period: "", status: "running" });
    const { rows } = await lajur.call("request.list", {});
    expect(rows).toMatchObject([{ id: request.id, requester: "" }]);
  });

  it("makes no letters to a requester, but has its lembar disposisi", async () => {
    await lajur.call("demo.fill", {});
    const { id } = await inHouse(MONTHLY);
    for (const kind of ["receipt", "refusal", "delivery"]) {
      const refused = await lajur.refusal("document.render", { request: id, kind });
      expect(refused.code).toBe("document_in_house");
    }
    for (const kind of ["refusal", "delivery"]) {
      const text = { reasons: ["Data dikecualikan"] };
      const refused = await lajur.refusal("document.issue", { request: id, kind, ...text });
      expect(refused.code).toBe("document_in_house");
    }
    await lajur.call("disposition.give", { request: id, to: ["Kepala Bidang"] });
    const sheet = await lajur.call("document.render", { request: id, kind: "disposition" });
    expect(sheet).toMatchObject({ kind: "disposition", pages: 1 });
    expect(
      Buffer.from(sheet.pdf ?? "", "base64")
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
  });

  it("is told from a service: that one needs a requester and a list of data", async () => {
    const { requester, items } = intake;
    const plain = { sop: MAGETAN, subject: "Data padi" };
    expect(await lajur.refusal("request.create", { ...plain, items })).toMatchObject({
      code: "requester_missing",
      field: "requester.name",
    });
    expect(await lajur.refusal("request.create", { ...plain, requester })).toMatchObject({
      code: "items_empty",
      field: "items",
    });
    expect((await lajur.call("request.list", {})).total).toBe(0);
  });
});
