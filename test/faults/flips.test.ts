import { mkdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { CONSOLE, temporaryFolder, type TestCore } from "../support/core.ts";
import { aside, allHeads, type Head } from "./support/heads.ts";
import type { Random } from "./support/random.ts";
import { dose, rounds, timeFor } from "./support/rounds.ts";
import { expectWhole, openPlace, type Place, placeIn } from "./support/verify.ts";
import { createWork } from "./support/work.ts";

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
  vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

type Kept = { place: Place; stick: string; destination: string; point: string; heads: Head[] };

/** An archive with files and a backup of all of it, closed. */
async function prepare(name: string, random: Random): Promise<Kept> {
  const place = placeIn(join(folder, name));
  const stick = join(folder, name, "stik");
  mkdirSync(stick, { recursive: true });
  const lajur = openPlace(place);
  const work = createWork((method, params) => lajur.core.call(method, params, CONSOLE), random);
  await work.begin();
  for (let done = 0; done < 40; done += 1) await work.one();
  const { id: destination } = await lajur.call("backup.add", { folder: stick });
  const { runs } = await lajur.call("backup.run", {});
  await lajur.core.close();
  const heads = aside(place.archive, allHeads);
  return { place, stick, destination, point: runs[0]?.point ?? "", heads };
}

/** Changes one bit of a file. */
function flip(file: string, random: Random): void {
  const bytes = readFileSync(file);
  const at = random.int(0, bytes.length - 1);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << random.int(0, 7));
  writeFileSync(file, bytes);
}

/** The attachments of the archive, each with the request that it belongs to. */
function filesOf(place: Place): { sha256: string; stream: string; path: string }[] {
  const found = aside(place.archive, (db) =>
    db
      .prepare(`SELECT stream, body ->> 'sha256' AS sha256 FROM event WHERE type = 'file.attached'`)
      .all(),
  ) as { sha256: string; stream: string }[];
  return found.map((one) => ({
    ...one,
    path: join(place.archive, "files", one.sha256.slice(0, 2), one.sha256),
  }));
}

describe("rot", () => {
  it(
    "of attachments is found with the request named, and healed from a backup",
    async () => {
      await rounds("rot of attachments", dose(1, 30), async (random, round) => {
        const { place, destination, heads } = await prepare(String(round), random);
        const files = filesOf(place);
        expect(files.length).toBeGreaterThan(0);
        const ill = new Set(files.filter(() => random.chance(0.5)).map(({ sha256 }) => sha256));
        const first = files[0];
        if (ill.size === 0 && first !== undefined) ill.add(first.sha256);
        for (const { sha256, path } of new Map(files.map((one) => [one.sha256, one])).values()) {
          if (!ill.has(sha256)) continue;
          if (random.chance(0.3)) unlinkSync(path);
          else flip(path, random);
        }
        const lajur = openPlace(place);
        const { problems, sound } = await lajur.call("archive.check", {});
        expect(sound).toBe(false);
        const named = new Set(problems.map(({ request }) => request));
        for (const { sha256, stream } of files) {
          if (ill.has(sha256)) expect(named).toContain(stream);
        }
        const { healed, left } = await lajur.call("backup.heal", { destination });
        expect({ healed, left }).toEqual({ healed: ill.size, left: 0 });
        await expectWhole(lajur, heads);
        await lajur.core.close();
        rmSync(join(folder, String(round)), { recursive: true, force: true });
      });
    },
    timeFor(15),
  );

  it(
    "of the database is told, and everything comes back from the backup",
    async () => {
      const seen = { found: 0, meaningless: 0, refused: 0 };
      await rounds("rot of the database", dose(2, 100), async (random, round) => {
        const { place, stick, point, heads } = await prepare(String(round), random);
        const file = join(place.archive, "archive.sqlite");
        flip(file, random);
        const lajur = opened(place);
        if (lajur === null) {
          // What cannot be opened is left as it is; the backup is taken to a new folder.
          seen.refused += 1;
          await expectRestored(placeIn(join(folder, String(round), "baru")), stick, point, heads);
        } else {
          const { sound } = await lajur.call("archive.check", {});
          seen[sound ? "meaningless" : "found"] += 1;
          // A bit of a page that nothing uses: everything is as it was.
          if (sound) await expectWhole(lajur, heads);
          await lajur.core.close();
          if (!sound) await expectRestored(place, stick, point, heads);
        }
        rmSync(join(folder, String(round)), { recursive: true, force: true });
      });
      console.info("bits of the database that were changed:", seen);
    },
    timeFor(15),
  );
});

function opened(place: Place): TestCore | null {
  try {
    return openPlace(place);
  } catch (error) {
    expect(String(error)).toMatch(/archive_(broken|newer|damaged)/);
    return null;
  }
}

async function expectRestored(place: Place, path: string, point: string, heads: Head[]) {
  const broken = openPlace(place);
  await broken.call("backup.restore", { path, point });
  const lajur = await broken.reopen();
  await expectWhole(lajur, heads);
  await lajur.core.close();
}
