import { rmSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { CONSOLE, temporaryFolder } from "../support/core.ts";
import { aside } from "./support/heads.ts";
import { dose, rounds, timeFor } from "./support/rounds.ts";
import { expectWhole, openPlace, placeIn } from "./support/verify.ts";
import { createWork, FAULTS } from "./support/work.ts";

const TODAY = Date.parse("2026-11-17T02:00:00Z");
const TEN_YEARS = 3652 * 86_400_000;

describe("a clock that is set ten years on or back", () => {
  it(
    "refuses no work, keeps the order of what happened, and is told",
    async () => {
      await rounds("clock", dose(1, 50), async (random) => {
        const folder = temporaryFolder();
        const place = placeIn(folder);
        let now = TODAY;
        let lajur = openPlace(place, { now: () => now });
        const clockOff = async () => (await lajur.call("app.state", {})).clockOff;
        const work = createWork(
          (method, params) => lajur.core.call(method, params, CONSOLE),
          random,
          ({ method, refused }) => expect(FAULTS, method).not.toContain(refused),
        );
        await work.begin();
        expect(await clockOff()).toBe(false);
        for (let jump = 0; jump < 12; jump += 1) {
          now = TODAY + random.pick([-1, 0, 1]) * TEN_YEARS + random.int(0, 86_400_000);
          if (random.chance(0.3)) lajur = await lajur.reopen({ now: () => now });
          if (now < TODAY) expect(await clockOff()).toBe(true);
          for (let done = 0; done < 4; done += 1) await work.one();
        }
        // Behind what was written in years to come, the right time is told as off too.
        now = TODAY + TEN_YEARS + 2 * 86_400_000;
        expect(await clockOff()).toBe(false);
        await work.one();
        aside(place.archive, expectCausal);
        await expectWhole(lajur, []);
        await lajur.core.close();
        rmSync(folder, { recursive: true, force: true });
      });
    },
    timeFor(10),
  );
});

/** Within a stream each event follows the one before it, whatever the clock said. */
function expectCausal(db: Parameters<Parameters<typeof aside>[1]>[0]): void {
  const rows = db.prepare("SELECT stream, lamport FROM event ORDER BY stream, rowid").all() as {
    stream: string;
    lamport: number;
  }[];
  for (const [index, row] of rows.entries()) {
    const before = rows[index - 1];
    if (before?.stream === row.stream) expect(row.lamport).toBeGreaterThan(before.lamport);
  }
  const numbers = db.prepare("SELECT number FROM request").pluck().all() as string[];
  expect(new Set(numbers).size).toBe(numbers.length);
}
