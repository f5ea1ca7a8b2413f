import { rmSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { demoOffice } from "#core/demo/office.ts";
import { temporaryFolder } from "../support/core.ts";
import { aside, allHeads } from "./support/heads.ts";
import { dose, rounds, timeFor } from "./support/rounds.ts";
import { expectWhole, openPlace, placeIn } from "./support/verify.ts";

it(
  "a core closed at any moment of its start ends in order and loses nothing",
  async () => {
    const folder = temporaryFolder();
    const place = placeIn(folder);
    const first = openPlace(place);
    await first.call("office.save", demoOffice);
    await first.core.close();
    const told = aside(place.archive, allHeads);
    await rounds("a core closed", dose(4, 300), async (random) => {
      // As a power cut leaves it: the start looks through all pages beside the work.
      aside(place.archive, (db) => db.exec("INSERT OR REPLACE INTO meta VALUES ('open', '1')"));
      const { core } = openPlace(place);
      await sleep(random.int(0, 400));
      await core.close();
    });
    const lajur = openPlace(place);
    await expectWhole(lajur, told);
    expect(aside(place.archive, allHeads)).toEqual(told);
    await lajur.core.close();
    rmSync(folder, { recursive: true, force: true });
  },
  timeFor(10),
);
