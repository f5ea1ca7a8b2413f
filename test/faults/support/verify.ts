import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type Database from "better-sqlite3";
import { expect } from "vitest";
import { PROJECTION_TABLES } from "#core/archive/projection.ts";
import { run as check } from "#core/maintenance/check-task.ts";
import { openCore, type TestCore } from "../../support/core.ts";
import { aside, type Head, missingOf } from "./heads.ts";

/** Made anew with other ids, in the order in which it is met; `archive.check` looks into it. */
const SEARCH = /^search_/;

/** Every row of every projection table, in an order that does not tell when it was written. */
export function projectionOf(db: Database.Database): string[] {
  return PROJECTION_TABLES.filter((table) => !SEARCH.test(table)).flatMap((table) =>
    db
      .prepare(`SELECT * FROM "${table}"`)
      .all()
      .map((row) => `${table}: ${JSON.stringify(row)}`)
      .sort(),
  );
}

/** The rows that only one of the two has, cut short; none where both show the same. */
export function differences(before: string[], after: string[]): string[] {
  const only = (rows: string[], others: string[], sign: string): string[] => {
    const known = new Set(others);
    return rows.filter((row) => !known.has(row)).map((row) => `${sign} ${row}`.slice(0, 400));
  };
  return [...only(before, after, "-"), ...only(after, before, "+")];
}

/** An archive and what belongs to the PC that it lies on. */
export type Place = { archive: string; twins: string };

export const placeIn = (folder: string): Place => ({
  archive: join(folder, "arsip"),
  twins: join(folder, "twins"),
});

export const openPlace = (place: Place, options = {}): TestCore =>
  openCore({ ...place, ...options });

/**
 * That an archive at work is whole: chains, projection and files verify, what is shown is what
 * the events alone give, no unfinished file is left, and everything in `told` is there. The check is
 * that of Pengaturan without the thread, whose start takes longer than the check.
 */
export async function expectWhole(lajur: TestCore, told: readonly Head[]): Promise<void> {
  // Answered once what an earlier run left unfinished has been cleared away.
  await lajur.call("app.state", {});
  const { checked } = await check({ archive: lajur.folder }, () => {});
  expect(checked.problems).toEqual([]);
  expect(checked.sound).toBe(true);
  for (const folder of ["incoming", "downloads"]) {
    const left = join(lajur.folder, folder);
    expect(existsSync(left) ? readdirSync(left) : []).toEqual([]);
  }
  const shown = aside(lajur.folder, (db) => {
    expect(missingOf(db, told)).toEqual([]);
    return projectionOf(db);
  });
  await lajur.call("archive.rebuild", {});
  expect(differences(shown, aside(lajur.folder, projectionOf))).toEqual([]);
}
