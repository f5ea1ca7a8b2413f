import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type CheckOutput, run } from "#core/maintenance/check-task.ts";
import { openCore, temporaryFolder } from "../../../support/core.ts";
import { fillArchive } from "./filled.ts";

/** Full dose: LAJUR_FLIPS=2000 vitest run …/bit-flips.test.ts; another seed: LAJUR_SEED=7. */
const FLIPS = Number(process.env.LAJUR_FLIPS ?? 40);
const SEED = Number(process.env.LAJUR_SEED ?? 20260115);

/** Milliseconds; a check of the small archive takes a fifth of a second on a quiet PC. */
const LONGEST = 60_000 + FLIPS * 2000;

vi.setConfig({ testTimeout: LONGEST, hookTimeout: 60_000 });

let whole: string;
let sound: Record<string, string>;

beforeAll(async () => {
  const lajur = openCore();
  await fillArchive(lajur);
  await lajur.core.close();
  whole = lajur.folder;
  const db = new Database(join(whole, "archive.sqlite"));
  db.pragma("wal_checkpoint(TRUNCATE)");
  // Without free pages most bits say something.
  db.exec("VACUUM");
  db.close();
  sound = contents(join(whole, "archive.sqlite"));
});
afterAll(() => rmSync(whole, { recursive: true, force: true }));

describe("the check", () => {
  it("finds nothing in a sound archive", async () => {
    expect((await check(whole)).checked.problems).toEqual([]);
  });

  it(
    `finds each of ${FLIPS} single bits flipped in the database, or the bit says nothing`,
    async () => {
      const random = mulberry(SEED);
      const folder = temporaryFolder();
      const file = join(folder, "archive.sqlite");
      const bytes = readFileSync(join(whole, "archive.sqlite"));
      cpSync(join(whole, "files"), join(folder, "files"), { recursive: true });
      const tally = { found: 0, silent: 0, missed: [] as string[] };
      for (let at = 0; at < FLIPS; at += 1) {
        const offset = Math.floor(random() * bytes.length);
        const bit = Math.floor(random() * 8);
        const flipped = Buffer.from(bytes);
        flipped[offset] = (flipped[offset] ?? 0) ^ (1 << bit);
        writeFileSync(file, flipped);
        const { problems } = (await check(folder)).checked;
        if (problems.length > 0) tally.found += 1;
        else if (JSON.stringify(contents(file)) === JSON.stringify(sound)) tally.silent += 1;
        else tally.missed.push(`bit ${bit} of byte ${offset} (${differing(file)})`);
      }
      rmSync(folder, { recursive: true, force: true });
      console.log(`seed ${SEED}: ${tally.found} found, ${tally.silent} in unused space`);
      expect(tally.missed, `seed ${SEED}`).toEqual([]);
    },
    LONGEST,
  );

  it(
    "names the request of every bit that flips in the body of one of its events",
    async () => {
      const random = mulberry(SEED + 1);
      const db = new Database(join(whole, "archive.sqlite"), { readonly: true });
      const events = db
        .prepare("SELECT stream, body FROM event WHERE stream <> 'office' AND length(body) > 20")
        .all() as { stream: string; body: string }[];
      db.close();
      const bytes = readFileSync(join(whole, "archive.sqlite"));
      const folder = temporaryFolder();
      cpSync(join(whole, "files"), join(folder, "files"), { recursive: true });
      for (let done = 0; done < Math.min(15, FLIPS);) {
        const { stream, body } = events[Math.floor(random() * events.length)] ?? {
          stream: "",
          body: "",
        };
        const start = bytes.indexOf(body);
        // Longer ones lie on several pages, and equal ones twice in the file.
        if (start < 0 || bytes.indexOf(body, start + 1) >= 0) continue;
        const flipped = Buffer.from(bytes);
        const at = start + Math.floor(random() * Buffer.byteLength(body));
        flipped[at] = (flipped[at] ?? 0) ^ (1 << Math.floor(random() * 8));
        writeFileSync(join(folder, "archive.sqlite"), flipped);
        const { problems } = (await check(folder)).checked;
        const named = problems.find(({ code }) => code === "event_changed");
        expect(named?.request, `seed ${SEED}, byte ${at}: ${JSON.stringify(problems)}`).toBe(
          stream,
        );
        done += 1;
      }
      rmSync(folder, { recursive: true, force: true });
    },
    LONGEST,
  );

  it(
    "finds every single bit flipped in a file, and names its request",
    async () => {
      const random = mulberry(SEED + 2);
      const folder = temporaryFolder();
      cpSync(whole, folder, { recursive: true });
      const stored = readdirSync(join(folder, "files"), { recursive: true, encoding: "utf8" })
        .map((name) => join(folder, "files", name))
        .filter((path) => /[0-9a-f]{64}$/.test(path));
      for (let done = 0; done < Math.min(15, FLIPS); done += 1) {
        const path = stored[done % stored.length] ?? "";
        const bytes = readFileSync(path);
        const flipped = Buffer.from(bytes);
        const at = Math.floor(random() * bytes.length);
        flipped[at] = (flipped[at] ?? 0) ^ (1 << Math.floor(random() * 8));
        writeFileSync(path, flipped);
        const { problems } = (await check(folder)).checked;
        expect(problems.map(({ code, number }) => [code, number !== null])).toEqual([
          ["file_changed", true],
        ]);
        writeFileSync(path, bytes);
      }
      rmSync(folder, { recursive: true, force: true });
    },
    LONGEST,
  );
});

const check = (folder: string): Promise<CheckOutput> => run({ archive: folder }, () => {});

/** Everything that can be read of a database, table by table. */
function contents(file: string): Record<string, string> {
  const db = new Database(file, { readonly: true });
  try {
    expect(db.pragma("integrity_check", { simple: true })).toBe("ok");
    const tables = db
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
      .pluck()
      .all() as string[];
    const listed = tables.map((table) => {
      // `origin` only says where a later deletion looks; see electron/core/maintenance/search-index.ts.
      const columns = table === "search_text_docsize" ? "id, sz" : "*";
      const rows = db
        .prepare(`SELECT ${columns} FROM "${table}"`)
        .raw()
        .all()
        .map((row) => JSON.stringify(row));
      return [table, rows.sort().join("\n")];
    });
    const schema = db.prepare("SELECT type, name, sql FROM sqlite_schema ORDER BY name").all();
    return { ...Object.fromEntries(listed), sqlite_schema: JSON.stringify(schema) };
  } finally {
    db.close();
  }
}

function differing(file: string): string {
  const now = contents(file);
  return Object.keys(sound)
    .filter((table) => now[table] !== sound[table])
    .join(", ");
}

/** A small generator of random numbers in [0, 1), the same for the same seed. */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
