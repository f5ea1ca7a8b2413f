import { createHash } from "node:crypto";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ParamsIn } from "#shared/contract.ts";
import { intake, openCore, type TestCore } from "../../support/core.ts";
import { watchWal } from "../../support/wal.ts";

/** Counts, never times: what a commit writes and what a list asks; test/bench has the times. */

let lajur: TestCore;
beforeEach(() => {
  // The same ids every time, so that rows lie on the same pages.
  let made = 0;
  const newId = () =>
    createHash("sha256")
      .update(String((made += 1)))
      .digest("hex")
      .slice(0, 32);
  lajur = openCore({ newId });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await lajur.dispose();
});

const register = async (count: number): Promise<string[]> => {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    ids.push((await lajur.call("request.create", { ...intake, letterInHand: true })).id);
  }
  return ids;
};

/** Texts of the statements that are made while `work` runs. */
async function statements(work: () => Promise<unknown>): Promise<string[]> {
  const prepare = vi.spyOn(Database.prototype, "prepare");
  await work();
  const texts = prepare.mock.calls.map(([text]) => text);
  prepare.mockRestore();
  return texts;
}

describe("a completed step", () => {
  it("is one commit of at most ten pages, however many requests there are", async () => {
    const ids = await register(60);
    const wal = watchWal(lajur.folder);
    for (const request of ids.slice(20, 40)) {
      await lajur.call("step.complete", { request, step: 3 });
      const { pages, commits, names } = wal.written();
      expect(commits).toBe(1);
      expect(pages).toBeLessThanOrEqual(10);
      for (const name of names) expect(name).not.toMatch(/^request_(?!open)/);
    }
    wal.close();
  });

  it("that closes the request is one commit too", async () => {
    const [request = ""] = await register(1);
    const steps = [3, 4, 7, 8, 9];
    for (const step of steps) {
      await lajur.call("step.complete", { request, step, ...(step === 4 && { branch: "Ya" }) });
    }
    const wal = watchWal(lajur.folder);
    await lajur.call("step.complete", { request, step: 10 });
    expect(wal.written().commits).toBe(1);
    wal.close();
  });
});

describe("a note", () => {
  it("leaves the lists' indexes as they are", async () => {
    const [request = ""] = await register(30);
    const wal = watchWal(lajur.folder);
    await lajur.call("note.add", { request, text: "Data sudah diminta." });
    const { commits, names } = wal.written();
    expect(commits).toBe(1);
    expect(names.filter((name) => name.startsWith("request"))).toEqual(["request"]);
    wal.close();
  });
});

describe("the list of requests", () => {
  it("asks twice for a page: for its rows and for their number", async () => {
    await register(3);
    for (const sort of ["newest", "oldest", "waiting", "due"] as const) {
      const asked = await statements(() =>
        lajur.call("request.list", { sort, status: "running", limit: 2 }),
      );
      expect(asked.filter((text) => text.includes("FROM request "))).toHaveLength(2);
    }
  });

  it("goes on from the open requests to the closed ones without losing or repeating one", async () => {
    const ids = await register(7);
    for (const request of ids.slice(0, 3)) {
      await lajur.call("request.cancel", { request, reason: "Ditarik pemohon." });
    }
    for (const sort of ["waiting", "due"] as const) {
      const whole = (await lajur.call("request.list", { sort })).rows.map(({ id }) => id);
      const paged: string[] = [];
      for (let offset = 0; offset < 7; offset += 2) {
        const page = await lajur.call("request.list", { sort, offset, limit: 2 });
        expect(page.total).toBe(7);
        paged.push(...page.rows.map(({ id }) => id));
      }
      expect(paged).toEqual(whole);
      expect(whole.slice(4)).toEqual(ids.slice(0, 3));
      expect(new Set(whole)).toEqual(new Set(ids));
    }
  });

  it("finds words in one pass over what they are sought in, and reads the rows of the page alone", async () => {
    await register(5);
    const asked = await statements(async () => {
      const found = await lajur.call("request.list", { words: "padi 2026/", limit: 2, offset: 1 });
      expect([found.total, found.rows.length]).toEqual([5, 2]);
    });
    const [pass = "", ...others] = asked.filter((text) => text.includes("FROM request "));
    expect(others).toEqual(["SELECT * FROM request WHERE rowid = ?"]);
    const db = new Database(`${lajur.folder}/archive.sqlite`, { readonly: true });
    const plan = db.prepare(`EXPLAIN QUERY PLAN ${pass}`).all(...marksOf(pass)) as {
      detail: string;
    }[];
    expect(plan.map(({ detail }) => detail)).toEqual([
      "SCAN request USING COVERING INDEX request_text",
    ]);
    db.close();
  });

  it("follows an index in every order, and sorts no more than the open requests", async () => {
    await register(2);
    const filters: ParamsIn<"request.list">[] = [
      {},
      { status: "ended" },
      { sop: "magetan-permintaan-data" },
      { sop: "magetan-permintaan-data", status: "ended" },
    ];
    const db = new Database(`${lajur.folder}/archive.sqlite`, { readonly: true });
    for (const filter of filters) {
      for (const sort of ["newest", "oldest", "due"] as const) {
        const asked = await statements(() => lajur.call("request.list", { ...filter, sort }));
        for (const text of asked.filter((one) => one.includes("ORDER BY"))) {
          const plan = db.prepare(`EXPLAIN QUERY PLAN ${text}`).all(...marksOf(text)) as {
            detail: string;
          }[];
          const details = plan.map(({ detail }) => detail).join("; ");
          const open = text.includes("status = 'running'") && !text.includes("NOT status");
          expect(details, text).toContain("USING INDEX request_");
          if (!open) expect(details, text).not.toContain("TEMP B-TREE");
        }
      }
    }
    db.close();
  });
});

const marksOf = (text: string): string[] => [...text.matchAll(/\?/g)].map(() => "1");

describe("opening", () => {
  it("reads no more of an archive with many requests than of one with few", async () => {
    await register(2);
    const few = await reads();
    await register(40);
    const many = await reads();
    expect(many).toBe(few);
    expect(many).toBeGreaterThan(10);
    expect(many).toBeLessThanOrEqual(200);
  });

  /** Statements that run from opening to the first list. */
  async function reads(): Promise<number> {
    await lajur.core.close();
    const db = new Database(":memory:");
    const statement = Object.getPrototypeOf(db.prepare("SELECT 1")) as Database.Statement;
    db.close();
    const spies = (["get", "all", "run"] as const).map((name) => vi.spyOn(statement, name));
    lajur = openCore({ archive: lajur.folder });
    await lajur.call("app.state", {});
    await lajur.call("request.list", {});
    const count = spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
    vi.restoreAllMocks();
    return count;
  }
});
