import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { CONSOLE, temporaryFolder } from "../support/core.ts";
import { aside, allHeads, type Head, missingOf } from "./support/heads.ts";
import { createKiller, expectSurvived, headsOf } from "./support/killing.ts";
import type { Random } from "./support/random.ts";
import { dose, rounds, timeFor } from "./support/rounds.ts";
import { expectWhole, openPlace, type Place, placeIn } from "./support/verify.ts";
import { createWork } from "./support/work.ts";

let killer: ReturnType<typeof createKiller>;
let folder: string;
beforeAll(() => {
  killer = createKiller();
});
afterAll(() => killer.close());
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** An archive at work with a destination and one point there, closed; answers where things are. */
async function prepare(name: string, random: Random) {
  const place = placeIn(join(folder, name));
  const stick = join(folder, name, "stik");
  mkdirSync(stick, { recursive: true });
  const lajur = openPlace(place);
  const work = createWork((method, params) => lajur.core.call(method, params, CONSOLE), random);
  await work.begin();
  for (let done = 0; done < 15; done += 1) await work.one();
  await lajur.call("backup.add", { folder: stick });
  const { runs } = await lajur.call("backup.run", {});
  const kept = aside(place.archive, allHeads);
  for (let done = 0; done < 10; done += 1) await work.one();
  await lajur.core.close();
  return { place, stick, point: runs[0]?.point ?? "", kept };
}

/** Takes a point to another PC: it is whole there. Answers its events. */
async function restoredElsewhere(name: string, path: string, point: string): Promise<Head[]> {
  const place = placeIn(join(folder, name));
  const fresh = openPlace(place);
  await fresh.call("backup.restore", { path, point });
  const lajur = await fresh.reopen();
  const heads = aside(place.archive, allHeads);
  await expectWhole(lajur, heads);
  await lajur.core.close();
  return heads;
}

describe("kill -9 of a core with backups", () => {
  it(
    "during backups: the archive is whole, and so is every point that stands there",
    async () => {
      await rounds("during backups", dose(1, 100), async (random, round) => {
        const { place, stick, kept } = await prepare(String(round), random);
        const order = { ...place, seed: random.id(), job: { kind: "back-up" } as const };
        const moment = { kind: "point", count: random.int(0, 1), within: 900 } as const;
        const told = await killer.kill(order, random, moment);
        await expectSurvived(place, [...kept, ...headsOf(told)]);
        const lajur = openPlace(place);
        const { backups } = await lajur.call("backup.find", { path: stick });
        const points = backups.flatMap((backup) => backup.points);
        expect(points.filter(({ problem }) => problem !== null)).toEqual([]);
        const made = told.flatMap((one) => ("point" in one ? [one.point] : []));
        await lajur.core.close();
        const newest =
          points
            .map(({ point }) => point)
            .sort()
            .at(-1) ?? "";
        const heads = await restoredElsewhere(`${round}-lain`, stick, newest);
        expect(heads.length).toBeGreaterThanOrEqual(kept.length);
        // A later one, made but not told any more, may have taken its place.
        expect(newest >= (made.at(-1) ?? "")).toBe(true);
        rmSync(join(folder, String(round)), { recursive: true, force: true });
      });
    },
    timeFor(40),
  );

  it(
    "during a restore: the archive is the old one or the point, and the old one is kept",
    async () => {
      const seen = { old: 0, point: 0 };
      await rounds("during a restore", dose(2, 100), async (random, round) => {
        const { place, stick, point, kept } = await prepare(String(round), random);
        const before = aside(place.archive, allHeads);
        const job = { kind: "restore", path: stick, point } as const;
        // While the point is verified and staged, or while it is put in place at the next start.
        const moment = random.chance(0.5)
          ? ({ kind: "opened", count: 1, within: 1500 } as const)
          : ({ kind: "restored", count: 1, within: 120 } as const);
        const told = await killer.kill({ ...place, seed: random.id(), job }, random, moment);
        await openPlace(place).core.close();
        const found = aside(place.archive, allHeads);
        const isOld = found.some(({ hash }) => hash === before.at(-1)?.hash);
        seen[isOld ? "old" : "point"] += 1;
        if (told.some((one) => "restored" in one)) expect(isOld).toBe(false);
        await expectSurvived(place, [...(isOld ? before : kept), ...headsOf(told)]);
        if (!isOld) expect(missingAside(place, before)).toEqual([]);
        rmSync(join(folder, String(round)), { recursive: true, force: true });
      });
      console.info("archives found after the kills:", seen);
    },
    timeFor(40),
  );
});

/** Those of the events that the archive set aside by a restore does not hold. */
function missingAside(place: Place, told: Head[]): Head[] {
  const names = readdirSync(place.archive).filter((name) => name.startsWith("before-restore-"));
  expect(names).toHaveLength(1);
  return aside(join(place.archive, names[0] ?? ""), (db) => missingOf(db, told));
}
