import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { CONSOLE, temporaryFolder, type TestCore } from "../support/core.ts";
import { aside, allHeads } from "./support/heads.ts";
import { dose, once, timeFor } from "./support/rounds.ts";
import { mountSmallDisk, noSmallDisk, type SmallDisk } from "./support/small-disk.ts";
import { expectWhole, openPlace, type Place, placeIn } from "./support/verify.ts";
import { createWork } from "./support/work.ts";

/** Pages of 4 KiB that are free at each try; the archive takes some three hundred. */
const ROOMS = [0, 3, 20, 80, 160, 240];
const rooms = ROOMS.filter((_, index) => index % dose(2, 1) === 0);

let folder: string;
let disk: SmallDisk;
beforeEach(() => {
  folder = temporaryFolder();
  disk = mountSmallDisk(join(folder, "disk"));
  vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
  disk.remove();
  rmSync(folder, { recursive: true, force: true });
});

async function work(lajur: TestCore, commands: number): Promise<void> {
  const { begin, one } = createWork(
    (method, params) => lajur.core.call(method, params, CONSOLE),
    once(`full disk and backup/${commands}`),
  );
  await begin();
  for (let done = 0; done < commands; done += 1) await one();
}

/** An archive with one point on the stick; answers both. */
async function backedUp(place: Place, stick: string) {
  mkdirSync(stick, { recursive: true });
  const lajur = openPlace(place);
  await work(lajur, 25);
  const { id: destination } = await lajur.call("backup.add", { folder: stick });
  const { runs } = await lajur.call("backup.run", { destination });
  return { lajur, destination, point: runs[0]?.point ?? "" };
}

describe.skipIf(noSmallDisk !== null)(`backups and a full disk (${noSmallDisk ?? "tmpfs"})`, () => {
  it(
    "a stick without room is told, keeps its points, and takes the next one once there is",
    async () => {
      const stick = join(disk.folder, "stik");
      const { lajur, destination, point } = await backedUp(placeIn(folder), stick);
      await work(lajur, 12);
      const points = async () => {
        const { backups } = await lajur.call("backup.find", { path: stick });
        const found = backups.flatMap((backup) => backup.points);
        expect(found.filter(({ problem }) => problem !== null)).toEqual([]);
        return found.map((one) => one.point);
      };
      for (const room of rooms) {
        disk.room(room);
        const refused = await lajur.refusal("backup.run", { destination });
        expect(refused.code, `${room} pages`).toBe("backup_no_room");
        expect(await points()).toEqual([point]);
      }
      disk.room(null);
      const { runs } = await lajur.call("backup.run", { destination });
      // Of one day the last point stays.
      expect(await points()).toEqual(runs.map((run) => run.point));
      await expectWhole(lajur, []);
      await lajur.core.close();
    },
    timeFor(5),
  );

  it(
    "a restore without room is told and changes nothing, and is done once there is",
    async () => {
      const stick = join(folder, "stik");
      const place = { ...placeIn(folder), archive: join(disk.folder, "arsip") };
      const { lajur, point } = await backedUp(place, stick);
      const kept = aside(place.archive, allHeads);
      await work(lajur, 12);
      const before = aside(place.archive, allHeads);
      for (const room of rooms) {
        disk.room(room);
        const refused = await lajur.refusal("backup.restore", { path: stick, point });
        expect(refused.code, `${room} pages`).toBe("disk_full");
      }
      disk.room(null);
      const again = await lajur.reopen();
      expect(aside(place.archive, allHeads)).toEqual(before);
      await expectWhole(again, before);
      await again.call("backup.restore", { path: stick, point });
      const restored = await again.reopen();
      expect(aside(place.archive, allHeads).slice(0, kept.length)).toEqual(kept);
      await expectWhole(restored, kept);
      await restored.core.close();
    },
    timeFor(5),
  );
});
