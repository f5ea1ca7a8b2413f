import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/core.ts";
import { fixture, NEWEST, OLD_VERSIONS } from "./support/fixtures.ts";
import { aside, allHeads, type Head } from "./support/heads.ts";
import { createKiller, expectSurvived, headsOf } from "./support/killing.ts";
import { dose, rounds, timeFor } from "./support/rounds.ts";
import { placeIn } from "./support/verify.ts";

/** Kills that one archive lives through before the next one begins. */
const LIVES = 20;

let killer: ReturnType<typeof createKiller>;
beforeAll(() => {
  killer = createKiller();
});
afterAll(() => killer.close());

describe("kill -9", () => {
  it(
    "during work loses nothing that was confirmed",
    async () => {
      let folder = "";
      let told: Head[] = [];
      let confirmed = 0;
      await rounds("during work", dose(6, 600), async (random, round) => {
        if (folder === "" || round % LIVES === 1) {
          rmSync(folder, { recursive: true, force: true });
          folder = temporaryFolder();
          told = [];
        }
        const place = placeIn(folder);
        const moment = { kind: "head", count: random.int(1, 60), within: 12 } as const;
        const heads = headsOf(await killer.kill({ ...place, seed: random.id() }, random, moment));
        confirmed += heads.length;
        told.push(...heads);
        await expectSurvived(place, told);
      });
      console.info(`during work: ${confirmed} confirmed commands, all there after the kills`);
      rmSync(folder, { recursive: true, force: true });
    },
    timeFor(90),
  );

  it(
    "during the first start leaves an archive that opens",
    async () => {
      await rounds("during the first start", dose(2, 100), async (random) => {
        const folder = temporaryFolder();
        const place = placeIn(folder);
        const moment = { kind: "opened", count: 0, within: 120 } as const;
        const told = await killer.kill({ ...place, seed: random.id() }, random, moment);
        await expectSurvived(place, headsOf(told));
        rmSync(folder, { recursive: true, force: true });
      });
    },
    timeFor(20),
  );

  it(
    "during a migration leaves the old archive or the new one",
    async () => {
      const versions = new Map<number, number>();
      await rounds("during a migration", dose(4, 150), async (random, round) => {
        const folder = temporaryFolder();
        const place = placeIn(folder);
        mkdirSync(place.archive, { recursive: true });
        const before = OLD_VERSIONS[round % OLD_VERSIONS.length] ?? 1;
        copyFileSync(fixture(before), join(place.archive, "archive.sqlite"));
        const events = aside(place.archive, allHeads);
        const moment = { kind: "opened", count: 0, within: 200 } as const;
        await killer.kill({ ...place, seed: random.id() }, random, moment);
        const found = Number(
          aside(place.archive, (db) => db.pragma("user_version", { simple: true })),
        );
        expect([before, NEWEST]).toContain(found);
        versions.set(found, (versions.get(found) ?? 0) + 1);
        await expectSurvived(place, events);
        rmSync(folder, { recursive: true, force: true });
      });
      console.info("versions found after the kills:", Object.fromEntries(versions));
    },
    timeFor(30),
  );
});
