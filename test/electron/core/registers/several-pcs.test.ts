import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Archive } from "#core/archive/archive.ts";
import { gapsOf } from "#core/registers/gaps.ts";
import {
  askBlock,
  assignRegisters,
  returnBlock,
  takeRegisters,
} from "#core/registers/hold-commands.ts";
import { blocksOf, holderOf } from "#core/registers/holding.ts";
import { endWorld, type Given, newWorld, OFFICE, openPc, type Pc, sync } from "./pcs.ts";

let world: ReturnType<typeof newWorld>;
beforeEach(() => {
  world = newWorld();
});
afterEach(() => endWorld(world));

function office() {
  const portal = openPc(world, "portal", "");
  const a = openPc(world, "PC A", "");
  const b = openPc(world, "PC B", "B");
  const c = openPc(world, "PC C", "C");
  a.archive.recordOffice("konsol", [{ type: "office.saved", body: OFFICE }]);
  for (const pc of [a, b, c]) sync(pc, portal.archive);
  return { portal, a, b, c, close: () => [portal, a, b, c].forEach((pc) => pc.archive.close()) };
}

const number = (pc: Pc, order = {}): string => {
  const given = pc.give(order);
  return given.ok ? given.value.number : given.error.code;
};
const ask = (pc: Pc, count = 20) => askBlock(pc.deps(), { register: "memo", count }, pc.context);
const assign = (pc: Pc, to: Pc) =>
  assignRegisters(
    pc.deps(),
    { registers: ["memo"], device: `device-${to.name}`, name: to.name },
    pc.context,
  );
const take = (pc: Pc, next?: number) =>
  takeRegisters(
    pc.deps(),
    { books: [{ register: "memo", ...(next === undefined ? {} : { next }) }], reason: "PC rusak" },
    pc.context,
  );

describe("the registers of an office with several PCs", () => {
  it("are the first PC's, and another one says who holds them", () => {
    const { a, b, close } = office();
    expect(holderOf(b.archive, "memo")).toMatchObject({ device: "device-PC A", name: "PC A" });
    expect(number(a)).toBe("1/ND/2026");
    const refused = b.give();
    expect(refused).toMatchObject({ ok: false, error: { code: "register_elsewhere" } });
    expect(refused.ok ? "" : refused.error.message).toContain("dipegang PC A");
    expect(number(b, { number: "7/ND/2026" })).toBe("register_elsewhere");
    close();
  });

  it("give blocks that are asked for, which then are numbered without a line", () => {
    const { portal, a, b, close } = office();
    number(a);
    expect(ask(b, 3).ok).toBe(true);
    expect(ask(b, 3)).toMatchObject({ error: { code: "register_asked" } });
    for (const pc of [b, a, b]) sync(pc, portal.archive);
    expect([number(b), number(b), number(a)]).toEqual(["2/ND/2026", "3/ND/2026", "5/ND/2026"]);
    expect(number(a, { number: "4/ND/2026" })).toBe("number_reserved");
    expect(number(a, { after: 3 })).toBe("number_reserved");
    expect(number(b, { after: 3 })).toBe("3.a/ND/2026");
    expect(number(b)).toBe("4/ND/2026");
    expect(number(b)).toBe("register_block_used");
    close();
  });

  it("state why the rest of a block stays empty, once it is given back or the year is over", () => {
    const { portal, a, b, c, close } = office();
    ask(b, 3);
    ask(c, 2);
    for (const pc of [b, c, a, b, c]) sync(pc, portal.archive);
    number(b);
    const [block] = blocksOf(b.archive, "memo", 2026);
    returnBlock(b.deps(), { block: block?.id ?? "", reason: "cukup" }, b.context);
    expect(number(b)).toBe("register_elsewhere");
    for (const pc of [b, a]) sync(pc, portal.archive);
    expect(number(a)).toBe("6/ND/2026");
    const of = { register: "memo", year: 2026 } as const;
    const gaps = (today: string) =>
      gapsOf(a.archive, OFFICE, of, today).map(({ from, to, reason, open }) => [
        from,
        to,
        reason,
        open,
      ]);
    expect(gaps("2026-12-31")).toEqual([
      [2, 3, "Sisa blok nomor PC B, ditutup: cukup", false],
      [4, 5, "Disediakan untuk PC C", true],
    ]);
    expect(gaps("2027-01-01")[1]).toEqual([
      4,
      5,
      "Sisa blok nomor PC C, tidak terpakai sampai akhir 2026",
      false,
    ]);
    close();
  });

  it("are handed on, and taken over from a PC that is gone with what it gave unseen", () => {
    const { portal, a, b, c, close } = office();
    number(a);
    expect(assign(b, c)).toMatchObject({ error: { code: "register_elsewhere" } });
    expect(assign(a, b).ok).toBe(true);
    expect(number(a)).toBe("register_elsewhere");
    for (const pc of [a, b]) sync(pc, portal.archive);
    expect(number(b)).toBe("2/ND/2026");
    sync(c, portal.archive);
    expect(take(c, 1)).toMatchObject({ error: { code: "number_behind" } });
    expect(take(c, 4).ok).toBe(true);
    expect(number(c)).toBe("4/ND/2026");
    const of = { register: "memo", year: 2026 } as const;
    expect(gapsOf(c.archive, OFFICE, of, "2026-11-16")).toMatchObject([
      { from: 2, to: 3, reason: "PC rusak" },
    ]);
    close();
  });

  it("give no number after a restore until one sync went through, and none twice then", () => {
    const { portal, a, b, close } = office();
    const backup = a.backUp();
    number(a);
    sync(a, portal.archive);
    a.restore(backup);
    expect(number(a)).toBe("register_unsure");
    a.reopen();
    expect(number(a)).toBe("register_unsure");
    expect(number(a, { register: "incoming" })).toMatch(/^X[0-9A-Z]{3}-1$/);
    sync(a, portal.archive);
    expect(number(a)).toBe("2/ND/2026");
    expect(number(a, { register: "incoming" })).toBe("1");
    expect(number(b, { register: "incoming" })).toBe("B-1");
    close();
  });

  it("wait after a PC has left the portal, until it takes them for itself alone", () => {
    const { a, b, close } = office();
    b.pc.device = null;
    expect(number(b)).toBe("register_apart");
    expect(number(b, { register: "incoming" })).toBe("B-1");
    expect(take(b).ok).toBe(true);
    expect(number(b)).toBe("1/ND/2026");
    expect(number(a)).toBe("1/ND/2026");
    close();
  });

  it("show a number that two PCs gave after all, on both alike", () => {
    const { portal, a, b, c, close } = office();
    number(a);
    expect(take(b).ok).toBe(true);
    expect(number(b)).toBe("1/ND/2026");
    for (const pc of [a, b, c, a]) sync(pc, portal.archive);
    const rows = (pc: Pc) =>
      pc.archive.sql("SELECT number, party FROM register_entry ORDER BY party").all();
    const both = [
      { number: "1/ND/2026", party: "PC A" },
      { number: "1/ND/2026", party: "PC B" },
    ];
    expect([rows(a), rows(b), rows(c)]).toEqual([both, both, both]);
    expect(number(b)).toBe("2/ND/2026");
    close();
  });
});

const pc = fc.nat(2);
const action = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant("give" as const), pc }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("sync" as const), pc }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("ask" as const),
      pc,
      count: fc.integer({ min: 1, max: 6 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("assign" as const), pc, to: pc }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("insert" as const),
      pc,
      after: fc.integer({ min: 1, max: 12 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("return" as const), pc, at: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("die" as const), pc }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("take" as const), pc }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("restore" as const), pc }) },
  { weight: 1, arbitrary: fc.constant({ do: "newyear" as const, pc: 0 }) },
);

const shownOf = ({ sql }: Archive) =>
  ["register_holder", "register_block", "register_ask", "register_entry", "register"].map((table) =>
    (sql(`SELECT * FROM ${table}`).all() as object[]).map((row) => JSON.stringify(row)).sort(),
  );

describe("three PCs that number, hand on, ask, die and come back from backups in any order", () => {
  it("give no number twice, agree in the end, and leave no gap without a reason", () => {
    fc.assert(
      fc.property(fc.array(action, { minLength: 10, maxLength: 60 }), (actions) => {
        const own = newWorld();
        const before = world;
        world = own;
        const { portal, a, b, c, close } = office();
        try {
          run(actions, [a, b, c], portal.archive);
        } finally {
          close();
          endWorld(own);
          world = before;
        }
      }),
      { numRuns: 25, verbose: 1 },
    );
  }, 120_000);
});

function run(
  actions: readonly {
    do: string;
    pc: number;
    to?: number;
    count?: number;
    after?: number;
    at?: number;
  }[],
  pcs: readonly Pc[],
  portal: Archive,
): void {
  const given: Given[] = [];
  const dead = new Set<number>();
  const backups = pcs.map((one) => one.backUp());
  const note = (result: ReturnType<Pc["give"]>): void => {
    if (result.ok) given.push(result.value);
  };
  for (const one of actions) {
    const at = one.pc;
    const me = pcs[at];
    if (me === undefined || dead.has(at)) continue;
    const year = Number(world.day.slice(0, 4));
    switch (one.do) {
      case "give":
        note(me.give());
        break;
      case "sync":
        sync(me, portal);
        break;
      case "ask":
        ask(me, one.count);
        break;
      case "assign": {
        const to = pcs[one.to ?? 0];
        if (to !== undefined && to !== me) assign(me, to);
        break;
      }
      case "insert":
        note(me.give({ after: one.after }));
        break;
      case "return": {
        const block = blocksOf(me.archive, "memo", year)[one.at ?? 0];
        const mine = block?.device === `device-${me.name}`;
        if (mine) returnBlock(me.deps(), { block: block.id, reason: "cukup" }, me.context);
        break;
      }
      case "die":
        if (dead.size === 0) dead.add(at);
        break;
      case "take": {
        sync(me, portal);
        const holder = holderOf(me.archive, "memo")?.name;
        const gone = pcs.findIndex(({ name }) => name === holder);
        if (!dead.has(gone)) break;
        // Whoever takes over looks at the last number on paper.
        const paper = given.filter((entry) => entry.by === holder && entry.year === year);
        const known = portal.sql("SELECT last FROM register WHERE name = 'memo' AND year = ?");
        const last = (known.pluck().get(year) as number | undefined) ?? 0;
        take(me, Math.max(last, ...paper.map(({ value }) => value)) + 1);
        break;
      }
      case "restore":
        // What was not sent is lost with the disk, and its numbers with it.
        sync(me, portal);
        me.restore(backups[at] ?? "");
        expect(number(me)).toBe("register_unsure");
        break;
      case "newyear":
        if (year < 2028) world.day = `${year + 1}-01-05`;
        break;
      default:
        throw new Error(one.do);
    }
  }
  const alive = pcs.filter((_, at) => !dead.has(at));
  // The last one's question is answered in the second round, and known to all in the third.
  for (let round = 0; round < 3; round += 1) for (const one of alive) sync(one, portal);

  const papers = given.map(({ number: paper }) => paper);
  expect(papers.filter((paper, at) => papers.indexOf(paper) !== at)).toEqual([]);
  const [first, ...others] = alive.map(({ archive }) => shownOf(archive));
  for (const other of others) expect(other).toEqual(first);
  const known = alive[0]?.archive;
  if (known === undefined) return;
  const passed = [2026, 2027, 2028].flatMap((year) =>
    gapsOf(known, OFFICE, { register: "memo", year }, world.day),
  );
  const lost = (gap: { year: number; from: number; to: number }): boolean =>
    given.some(
      ({ year, value, by }) =>
        year === gap.year &&
        value >= gap.from &&
        value <= gap.to &&
        dead.has(pcs.findIndex(({ name }) => name === by)),
    );
  expect(passed.filter((gap) => gap.reason === null && !lost(gap))).toEqual([]);
}
