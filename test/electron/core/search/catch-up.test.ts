import { rmSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { eraseIdentity } from "#core/privacy/erase.ts";
import { createCatchUp, requestsDue } from "#core/search/catch-up.ts";
import { findAll } from "#core/search/find.ts";
import { searchMethods } from "#core/search/methods.ts";
import { searchContract } from "#shared/search/contract.ts";
import { intakeSchema } from "#shared/request/model.ts";
import { intake, temporaryFolder } from "../../../support/core.ts";
import { bring, createPc, type Pc } from "../../../support/pc.ts";

let one: Pc;
let two: Pc;
let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
  [one, two] = [createPc("satu", folder), createPc("dua", folder)];
  one.publish();
});
afterEach(() => {
  one.close();
  two.close();
  rmSync(folder, { recursive: true });
});

const params = { ...intakeSchema.parse(intake), letterInHand: true };

function register(count: number): string[] {
  return Array.from({ length: count }, () => {
    const made = one.requests["request.create"](params, one.context);
    if (made instanceof Promise || !made.ok) throw new Error("not registered");
    return made.value.id;
  });
}

function hits(words: string): string[] {
  const found = findAll(two.archive, searchContract["search.find"].params.parse({ words }));
  if (!found.ok) throw new Error(found.error.message);
  return found.value.rows.map(({ request }) => request);
}

test("what another PC brought is shown at once, and searched after a few short steps", () => {
  const ids = register(50);
  bring(one, two);
  expect(ids.every((id) => two.archive.readState(id) !== null)).toBe(true);
  expect(hits("ayu")).toEqual([]);
  expect(requestsDue(two.archive)).toBe(50);
  const catchUp = createCatchUp(two.archive);
  let steps = 0;
  while (catchUp.step()) steps += 1;
  expect(steps).toBe(3);
  expect(requestsDue(two.archive)).toBe(0);
  expect(new Set(hits("ayu")).size).toBe(20);
});

test("a search takes up what came in a moment ago, and says how much follows", async () => {
  register(250);
  bring(one, two);
  const methods = searchMethods(two.deps);
  const find = searchContract["search.find"].params.parse({ words: "ayu", limit: 1 });
  const context = two.context;
  expect(await methods["search.find"](find, context)).toMatchObject({ value: { total: 192 } });
  expect(requestsDue(two.archive)).toBe(58);
  expect(await methods["search.state"]({}, context)).toMatchObject({ value: { due: 0 } });
  expect(await methods["search.find"](find, context)).toMatchObject({ value: { total: 250 } });
});

test("whoever was erased before the search had come to it never gets into it", () => {
  const [id = ""] = register(1);
  bring(one, two);
  expect(eraseIdentity(one.deps, id, "konsol", "Diminta pemohon").ok).toBe(true);
  bring(one, two);
  const catchUp = createCatchUp(two.archive);
  while (catchUp.step()) continue;
  expect(hits("ayu")).toEqual([]);
  expect(two.archive.sql("SELECT 1 FROM search_word WHERE word = 'ayu'").all()).toEqual([]);
  expect(hits("padi")).toEqual([id]);
});

test("a rebuild that leaves the index for later makes the same one", () => {
  register(30);
  bring(one, two);
  const catchUp = createCatchUp(two.archive);
  const rows = (): unknown[] => two.archive.sql("SELECT * FROM search_doc ORDER BY id").all();
  while (catchUp.step()) continue;
  const before = rows();
  two.archive.rebuild("later");
  expect(rows()).toEqual([]);
  while (catchUp.step()) continue;
  expect(rows()).toHaveLength(before.length);
  two.archive.rebuild();
  expect(rows()).toHaveLength(before.length);
});
