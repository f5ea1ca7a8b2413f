import { expect, it } from "vitest";
import { openDatabase } from "#core/archive/database.ts";
import { MIRRORED } from "#core/archive/migrations/0005/mirrors.ts";
import { READ_ANEW } from "#core/archive/migrations/0006/ckan.ts";
import { ASKED_ANEW } from "#core/archive/migrations/0006/sync.ts";
import { PROJECTION_TABLES } from "#core/archive/projection.ts";

/** Held by hash chains, digests or a comparison of their own; see electron/core/maintenance. */
const BY_HASH = ["event", "head", "identity", "identity_key"];
const SEARCH = /^(search_(text|part)|ckan_text)(_\w+)?$/;

it("leaves no table of the archive without something that tells of a changed bit", () => {
  const opened = openDatabase(":memory:", () => {});
  if (!opened.ok) throw new Error(opened.error.message);
  const tables = opened.value
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all() as string[];
  const guarded = new Set<string>([
    ...BY_HASH,
    ...PROJECTION_TABLES,
    ...ASKED_ANEW,
    ...READ_ANEW,
    ...MIRRORED.flatMap(({ table }) => [table, `${table}_mirror`]),
  ]);
  expect(tables.filter((table) => !guarded.has(table) && !SEARCH.test(table))).toEqual([]);
});

it("mirrors every column that nothing else guards", () => {
  const opened = openDatabase(":memory:", () => {});
  if (!opened.ok) throw new Error(opened.error.message);
  const elsewhere = ["writer.seq", "writer.hash", "file_text.text"];
  for (const { table, key, columns } of MIRRORED) {
    const found = opened.value.pragma(`table_info(${table})`) as { name: string }[];
    const mirrored = [...key, ...columns] as string[];
    const left = found.map(({ name }) => name).filter((name) => !mirrored.includes(name));
    expect(left.filter((name) => !elsewhere.includes(`${table}.${name}`))).toEqual([]);
  }
});
