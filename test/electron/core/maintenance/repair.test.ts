import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createCore } from "#core/core.ts";
import { RESOURCES } from "../../../support/magetan.ts";
import type { MethodName, ParamsIn, ResultOf } from "#shared/contract.ts";
import { CONSOLE, openCore, type TestCore } from "../../../support/core.ts";
import { fillArchive } from "./filled.ts";

/** Milliseconds; each opens several archives and builds a database anew. */
vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 });

let lajur: TestCore;
let ids: string[];
/** A copy of the whole archive, as somebody made it while all was well. */
let copy: string;

beforeEach(async () => {
  lajur = openCore();
  ids = await fillArchive(lajur);
  await lajur.core.close();
  copy = mkdtempSync(join(tmpdir(), "lajur-salinan-"));
  cpSync(lajur.folder, copy, { recursive: true });
});
afterEach(async () => {
  await lajur.dispose();
  rmSync(copy, { recursive: true, force: true });
});

const file = (): string => join(lajur.folder, "archive.sqlite");

function damage(sql: string, ...values: unknown[]): void {
  const db = new Database(file());
  expect(db.prepare(sql).run(...values).changes).toBeGreaterThan(0);
  db.pragma("wal_checkpoint(TRUNCATE)");
  db.close();
}

/** Flips one bit of the first place where these words stand in the database. */
function flip(words: string): void {
  const bytes = readFileSync(file());
  const at = bytes.indexOf(words);
  expect(at, words).toBeGreaterThan(0);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(file(), bytes);
}

/** One call to the archive, opened anyhow, as the command line does. */
async function once<M extends MethodName>(method: M, params: ParamsIn<M>): Promise<ResultOf<M>> {
  const options = { archive: lajur.folder, resources: RESOURCES, holder: "uji", version: "0" };
  const broken = createCore(options);
  const opened = broken.ok ? broken : createCore({ ...options, rescue: broken.error });
  if (!opened.ok) throw new Error(opened.error.message);
  const answer = await opened.value.call(method, params, CONSOLE);
  await opened.value.close();
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value as ResultOf<M>;
}

async function repaired(backup: string | null = copy) {
  const before = await once("archive.check", {});
  const result = await once("archive.repair", backup === null ? {} : { backup });
  lajur = openCore({ archive: lajur.folder });
  return { before, result, after: await lajur.call("archive.check", {}) };
}

describe("repairing the archive", () => {
  it("takes a changed event back from a copy, and keeps the old database whole", async () => {
    const id = ids[2] ?? "";
    damage("UPDATE event SET body = replace(body, 'sekolah', 'sekotah') WHERE stream = ?", id);
    const { before, result, after } = await repaired();
    expect(before.problems).toContainEqual(
      expect.objectContaining({ code: "event_changed", request: id, repair: "restore-event" }),
    );
    expect(result.after.sound).toBe(true);
    expect(after).toMatchObject({ sound: true, events: before.events });
    expect((await lajur.call("request.get", { id })).subject).toBe("Data sekolah dasar");
    const kept = new Database(join(result.kept[0] ?? "", "archive.sqlite"), { readonly: true });
    const bodies = kept.prepare("SELECT group_concat(body) FROM event WHERE stream = ?").pluck();
    expect(bodies.get(id)).toContain("sekotah");
    kept.close();
  });

  it("brings back a removed event and a removed tail of the log", async () => {
    damage("DELETE FROM event WHERE seq IN (7, (SELECT max(seq) FROM event))");
    const { before, after } = await repaired();
    expect(before.problems.map(({ code }) => code)).toContain("event_missing");
    expect(after).toMatchObject({ sound: true, problems: [] });
  });

  it("changes nothing when no copy has the event, and says so", async () => {
    damage("UPDATE event SET body = replace(body, 'sekolah', 'sekotah') WHERE stream = ?", ids[2]);
    const { result, after } = await repaired(null);
    expect(result.done.join(" ")).toContain("Basis data tidak diubah");
    expect(result.kept).toEqual([]);
    expect(after.sound).toBe(false);
  });

  it("makes what is shown anew from the events, without any copy", async () => {
    damage("UPDATE request SET subject = 'lain' WHERE id = ?", ids[0]);
    damage("DELETE FROM search_doc WHERE id = (SELECT max(id) FROM search_doc)");
    damage("UPDATE head SET lamport = lamport + 1 WHERE stream = ?", ids[1]);
    const { before, after } = await repaired(null);
    const found = before.problems.map(({ code, request }) => [code, request]);
    expect(found).toContainEqual(["projection_differs", ids[0]]);
    expect(found).toContainEqual(["heads_differ", ids[1]]);
    expect(found.map(([code]) => code)).toContain("search_differs");
    expect(after).toMatchObject({ sound: true, problems: [] });
    expect((await lajur.call("request.get", { id: ids[0] ?? "" })).subject).toBe("Data luas panen");
  });

  it("fetches damaged and missing files back, and keeps the damaged ones", async () => {
    const stored = readdirSync(join(lajur.folder, "files"), { recursive: true, encoding: "utf8" })
      .map((name) => join(lajur.folder, "files", name))
      .filter((path) => /[0-9a-f]{64}$/.test(path));
    expect(stored.length).toBeGreaterThan(1);
    const [changed = "", missing = ""] = stored;
    const bytes = readFileSync(changed);
    bytes[10] = (bytes[10] ?? 0) ^ 4;
    writeFileSync(changed, bytes);
    unlinkSync(missing);
    const { before, result, after } = await repaired();
    expect(before.problems.map(({ code }) => code).sort()).toEqual([
      "file_changed",
      "file_missing",
    ]);
    expect(before.problems.every(({ request }) => ids.includes(request ?? ""))).toBe(true);
    expect(after).toMatchObject({ sound: true, problems: [] });
    const name = changed.slice(-64);
    expect(readFileSync(join(result.kept[0] ?? "", "files", name))).toEqual(bytes);
  });

  it("brings an identity back, but never one that was erased", async () => {
    const [, erased = "", id = ""] = ids;
    damage("DELETE FROM identity WHERE request = ?", id);
    const { before, after } = await repaired();
    expect(before.problems).toContainEqual(
      expect.objectContaining({ code: "identity_missing", request: id }),
    );
    expect(after.sound).toBe(true);
    expect((await lajur.call("request.get", { id })).requester?.name).toBe("Ayu Contoh");
    const { requester } = await lajur.call("request.get", { id: erased });
    expect(requester?.name).toBe("(identitas dihapus)");
  });

  it("names the request of a bit that flipped in its event, and heals it", async () => {
    flip("Catatan tentang Data sekolah dasar");
    const { before, after } = await repaired();
    const named = before.problems.filter(({ code }) => code === "event_changed");
    expect(named.map(({ request }) => request)).toEqual([ids[2]]);
    expect(named[0]?.number).toMatch(/\d/);
    expect(after).toMatchObject({ sound: true, problems: [] });
  });

  it("makes a database anew whose pages are broken", async () => {
    const bytes = readFileSync(file());
    const db = new Database(file(), { readonly: true });
    const size = db.pragma("page_size", { simple: true }) as number;
    const page = db
      .prepare(
        "SELECT pageno FROM dbstat WHERE name = 'event' AND pagetype = 'leaf' ORDER BY pageno DESC LIMIT 1",
      )
      .pluck()
      .get() as number;
    db.close();
    bytes.fill(0xa5, (page - 1) * size, page * size);
    writeFileSync(file(), bytes);
    const { before, after } = await repaired();
    expect(before.problems.map(({ code }) => code)).toContain("pages_broken");
    expect(before.problems.some(({ request }) => request !== null)).toBe(true);
    expect(after).toMatchObject({ sound: true, problems: [] });
  });

  it("says of one that cannot be read at all that a backup must be restored", async () => {
    const bytes = readFileSync(file());
    bytes.fill(0, 100, 140);
    writeFileSync(file(), bytes);
    const found = await once("archive.check", {});
    expect(found.problems.map(({ code }) => code)).toContain("pages_broken");
    const { done, kept } = await once("archive.repair", { backup: copy });
    expect(done.join(" ")).toContain("pulihkan cadangan");
    expect(kept).toEqual([]);
    expect(readFileSync(file())).toEqual(bytes);
    lajur = openCore({ archive: copy });
  });

  it("does nothing to a sound archive", async () => {
    const { result } = await repaired();
    expect(result).toMatchObject({ done: [], kept: [], after: { sound: true } });
    expect(existsSync(join(lajur.folder, "restore"))).toBe(false);
  });
});
