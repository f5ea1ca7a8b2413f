import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { demoOffice } from "#core/demo/office.ts";
import { intake, type TestCore } from "../../../support/core.ts";
import { type OfficePortal, openOfficePortal, openPc } from "../../../support/office-portal.ts";

describe("two PCs that share their registers over a portal", () => {
  let portal: OfficePortal;
  let a: TestCore;
  let b: TestCore;
  beforeEach(async () => {
    portal = await openOfficePortal();
    const office = await portal.office("Dinas Kominfo Kabupaten Contoh");
    a = openPc();
    await a.call("office.save", demoOffice);
    await a.call("user.save", { name: "Budi Contoh", post: "Staf", lanes: [], active: true });
    await a.call("request.create", intake);
    await a.call("sync.join", { url: portal.url, code: await portal.code(office), name: "PC A" });
    await a.call("sync.now", {});
    b = openPc();
    await b.call("sync.join", { url: portal.url, code: await portal.code(office), name: "PC B" });
    b = await b.reopen();
    await b.call("sync.now", {});
  });
  afterEach(async () => {
    await a.dispose();
    await b.dispose();
    await portal.close();
  });

  const MEMO = { register: "memo", subject: "Rapat", party: "Bupati" } as const;

  it("count registrations and the agenda each with its letter, and find them", async () => {
    const made = await b.call("request.create", { ...intake, subject: "Data jalan kabupaten" });
    const year = made.number.slice(0, 4);
    expect([made.number, made.agenda]).toEqual([`${year}/B-0001`, "B-1"]);
    const own = await a.call("request.create", intake);
    expect([own.number, own.agenda]).toEqual([`${year}/0002`, "2"]);
    await b.call("sync.now", {});
    await a.call("sync.now", {});
    const { rows } = await a.call("request.list", { words: "B-0001" });
    expect(rows.map(({ number }) => number)).toEqual([`${year}/B-0001`]);
    const agenda = await a.call("register.entries", { register: "incoming", year: Number(year) });
    expect(agenda.rows.map(({ number }) => number)).toEqual(["1", "2", "B-1"]);
    expect(agenda.gaps).toEqual([]);
    const found = await a.call("search.find", { words: "B-0001" });
    expect(found.total).toBe(1);
    expect((await a.call("archive.check", {})).problems).toEqual([]);
  });

  it("number a letter where its register is held, or from a block", async () => {
    const refused = await b.refusal("register.enter", MEMO);
    expect(refused).toMatchObject({ code: "register_elsewhere" });
    expect(refused.message).toContain("PC A");
    const { next, holding } = (await b.call("register.list", {})).find(({ id }) => id === "memo")!;
    expect({ next, state: holding?.state, shared: holding?.shared }).toEqual({
      next: "",
      state: "elsewhere",
      shared: true,
    });
    await b.call("register.ask", { register: "memo", count: 2 });
    for (const pc of [b, a, b]) await pc.call("sync.now", {});
    const first = await b.call("register.enter", MEMO);
    const other = await a.call("register.enter", MEMO);
    expect([first.value, other.value]).toEqual([1, 3]);
    expect(
      (await b.refusal("register.assign", { registers: ["memo"], device: "x", name: "y" })).code,
    ).toBe("register_elsewhere");
  });

  it("are taken over only with the portal's news, and handed on", async () => {
    await a.call("register.enter", MEMO);
    await a.call("sync.now", {});
    const reason = "PC A rusak";
    const books = [{ register: "memo" as const }];
    await portal.stop();
    expect((await b.refusal("register.take", { books, reason })).code).toBe("portal_unreachable");
    await portal.start();
    const held = await b.call("register.take", { books, reason });
    expect(held.find(({ id }) => id === "memo")).toMatchObject({
      last: 1,
      standing: { state: "own", holder: { name: "PC B", reason } },
    });
    expect((await b.call("register.enter", MEMO)).value).toBe(2);
    const first = (await b.call("sync.devices", {})).find(({ own }) => !own);
    await b.call("register.assign", {
      registers: ["memo"],
      device: first?.id ?? "",
      name: first?.name ?? "",
    });
    for (const pc of [b, a]) await pc.call("sync.now", {});
    expect((await a.call("register.enter", MEMO)).value).toBe(3);
  });
});
