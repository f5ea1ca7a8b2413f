import Database from "better-sqlite3";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { createCore } from "#core/core.ts";
import { PROJECTION_TABLES } from "#core/archive/projection.ts";
import { SEARCH_TABLES } from "#core/archive/search-projection.ts";
import { RESOURCES } from "../../support/magetan.ts";
import { intake, openCore, temporaryFolder, type TestCore } from "../../support/core.ts";

let lajur: TestCore;
afterEach(() => lajur.dispose());

/**
 * Every row of every projection table of a closed archive. The search's tables number their words
 * as they come; what they say is held against the events by `archive.check`.
 */
function projectionOf(folder: string): Record<string, unknown[]> {
  const db = new Database(join(folder, "archive.sqlite"), { readonly: true });
  const searched: readonly string[] = SEARCH_TABLES;
  const shown = PROJECTION_TABLES.filter((table) => !searched.includes(table));
  const tables = shown.map((table) => [
    table,
    db.prepare(`SELECT * FROM "${table}" ORDER BY 1`).all(),
  ]);
  db.close();
  return Object.fromEntries(tables) as Record<string, unknown[]>;
}

describe("the archive", () => {
  it("shows the same after a restart and after a rebuild from the events alone", async () => {
    lajur = openCore();
    await lajur.call("demo.fill", {});
    const shown = await lajur.call("request.list", { limit: 500 });
    lajur = await lajur.reopen();
    expect(await lajur.call("request.list", { limit: 500 })).toEqual(shown);
    await lajur.core.close();
    const before = projectionOf(lajur.folder);
    lajur = openCore({ archive: lajur.folder });
    const rebuilt = await lajur.call("archive.rebuild", {});
    expect(rebuilt.requests).toBe(shown.total);
    await lajur.core.close();
    expect(projectionOf(lajur.folder)).toEqual(before);
    lajur = openCore({ archive: lajur.folder });
    expect(await lajur.call("archive.check", {})).toMatchObject({ sound: true, problems: [] });
  });

  it("writes event and projection in one transaction: none of both when one fails", async () => {
    lajur = openCore();
    const { id } = await lajur.call("request.create", intake);
    const before = await lajur.call("archive.check", {});
    const db = new Database(join(lajur.folder, "archive.sqlite"));
    db.exec("CREATE TRIGGER full BEFORE UPDATE ON request BEGIN SELECT raise(ABORT, 'no'); END");
    db.close();
    expect((await lajur.refusal("step.complete", { request: id, step: 1 })).code).toBe("internal");
    expect(await lajur.call("archive.check", {})).toEqual(before);
  });

  it("notices an event that was changed or removed, and names its request", async () => {
    lajur = openCore();
    const first = await lajur.call("request.create", intake);
    const second = await lajur.call("request.create", intake);
    await lajur.core.close();
    const db = new Database(join(lajur.folder, "archive.sqlite"));
    db.prepare("UPDATE event SET body = replace(body, 'padi', 'pasir') WHERE stream = ?").run(
      first.id,
    );
    db.close();
    lajur = openCore({ archive: lajur.folder });
    const changed = await lajur.call("archive.check", {});
    expect(changed.sound).toBe(false);
    expect(changed.problems.map(({ code, request }) => [code, request])).toEqual([
      ["event_changed", first.id],
      ["projection_differs", first.id],
    ]);
    await lajur.core.close();
    const again = new Database(join(lajur.folder, "archive.sqlite"));
    again.prepare("DELETE FROM event WHERE stream = ?").run(second.id);
    again.close();
    lajur = openCore({ archive: lajur.folder });
    const removed = await lajur.call("archive.check", {});
    expect(removed.problems.map((problem) => problem.code)).toContain("event_missing");
  });

  it("keeps a requester's identity out of the log", async () => {
    lajur = openCore();
    await lajur.call("request.create", intake);
    await lajur.core.close();
    const db = new Database(join(lajur.folder, "archive.sqlite"), { readonly: true });
    const bodies = db.prepare("SELECT group_concat(body) FROM event").pluck().get() as string;
    const sealed = db.prepare("SELECT ciphertext FROM identity").pluck().all() as Buffer[];
    db.close();
    expect(bodies).not.toContain("Ayu");
    expect(sealed.map((one) => one.includes("Ayu"))).toEqual([false]);
    lajur = openCore({ archive: lajur.folder });
  });

  it("is held by one process at a time, named to the other", async () => {
    lajur = openCore({ holder: "Lajur (jendela)" });
    const second = createCore({
      archive: lajur.folder,
      resources: RESOURCES,
      holder: "uji",
      version: "0",
    });
    expect(second).toMatchObject({ ok: false, error: { code: "archive_held" } });
    expect(!second.ok && second.error.message).toContain("Lajur (jendela)");
  });

  it("from a newer version is refused and left as it is", async () => {
    lajur = openCore();
    await lajur.core.close();
    const db = new Database(join(lajur.folder, "archive.sqlite"));
    const version = db.pragma("user_version", { simple: true }) as number;
    db.pragma("user_version = 99");
    db.close();
    const options = { archive: lajur.folder, resources: RESOURCES, holder: "uji", version: "0" };
    expect(createCore(options)).toMatchObject({ ok: false, error: { code: "archive_newer" } });
    const after = new Database(join(lajur.folder, "archive.sqlite"));
    expect(after.pragma("user_version", { simple: true })).toBe(99);
    after.pragma(`user_version = ${version}`);
    after.close();
    lajur = openCore({ archive: lajur.folder });
  });

  it("that is no database is refused with a sentence", async () => {
    const folder = temporaryFolder();
    const { writeFileSync } = await import("node:fs");
    writeFileSync(join(folder, "archive.sqlite"), "bukan basis data".repeat(1000));
    const options = { archive: folder, resources: RESOURCES, holder: "uji", version: "0" };
    expect(createCore(options)).toMatchObject({ ok: false, error: { code: "archive_broken" } });
    lajur = openCore();
  });
});
