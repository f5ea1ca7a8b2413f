import { copyFileSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createCore } from "#core/core.ts";
import type { ErrorCode } from "#shared/errors.ts";
import { CONSOLE, intake, temporaryFolder, type TestCore } from "../support/core.ts";
import { RESOURCES } from "../support/magetan.ts";
import { fixture, OLD_VERSIONS } from "./support/fixtures.ts";
import { aside, allHeads, lastHead } from "./support/heads.ts";
import { limitPages, type PageLimit } from "./support/page-limit.ts";
import { dose, rounds, timeFor } from "./support/rounds.ts";
import { mountSmallDisk, noSmallDisk, type SmallDisk } from "./support/small-disk.ts";
import {
  differences,
  expectWhole,
  openPlace,
  type Place,
  placeIn,
  projectionOf,
} from "./support/verify.ts";
import { createWork } from "./support/work.ts";
import type { Random } from "./support/random.ts";

/** Room that every command of the scenario is tried with, before it has all it needs. */
const MOST_ROOM = 200;

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
  // Each refusal is told on the console in full; here there are hundreds.
  vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

/** Works with no room at first and one page more at every refusal, until each command is confirmed. */
async function workInLittleRoom(
  lajur: TestCore,
  random: Random,
  commands: number,
  room: (pages: number | null) => void,
): Promise<Map<string, number>> {
  const refusals = new Map<string, number>();
  const work = createWork(
    async (method, params) => {
      const before = aside(lajur.folder, (db) => ({ head: lastHead(db), shown: projectionOf(db) }));
      // A file whose parts came in little room is also attached when there is enough of it.
      const first = method === "file.attach" && random.chance(0.5) ? MOST_ROOM : 0;
      for (let pages = first; pages <= MOST_ROOM; pages += 1) {
        room(pages);
        const answer = await lajur.core.call(method, params, CONSOLE);
        if (answer.ok || answer.error.code !== "disk_full") return answer;
        refusals.set(method, (refusals.get(method) ?? 0) + 1);
        const after = aside(lajur.folder, (db) => ({
          head: lastHead(db),
          shown: projectionOf(db),
        }));
        expect(after.head).toEqual(before.head);
        expect(differences(before.shown, after.shown)).toEqual([]);
      }
      throw new Error(`${method} is refused with room for ${MOST_ROOM} pages`);
    },
    random,
    ({ method, refused }) => expect(SOUND, method).not.toContain(refused),
  );
  await work.begin();
  for (let done = 0; done < commands; done += 1) await work.one();
  room(null);
  return refusals;
}

/** What a full disk may never be told as. */
const SOUND: readonly (ErrorCode | null)[] = [
  "internal",
  "archive_broken",
  "archive_damaged",
  "archive_unwritable",
];

/** Reading needs no room. */
function expectReadingGoesOn(refusals: Map<string, number>): void {
  console.info("refused for want of room:", Object.fromEntries(refusals));
  expect([...refusals.keys()].filter((method) => /\.(get|list)$/.test(method))).toEqual([]);
}

describe("a full disk, by SQLite's page limit", () => {
  let limit: PageLimit;
  beforeEach(() => {
    limit = limitPages();
  });
  afterEach(() => limit.stop());

  it(
    "refuses each command of a whole scenario and goes on when there is room",
    async () => {
      await rounds("page limit", dose(1, 10), async (random) => {
        const place = placeIn(join(folder, random.id()));
        const lajur = openPlace(place);
        const refusals = await workInLittleRoom(lajur, random, dose(25, 60), limit.room);
        expectReadingGoesOn(refusals);
        expect(refusals.size).toBeGreaterThan(2);
        await expectWhole(lajur, []);
        await lajur.core.close();
      });
    },
    timeFor(20),
  );

  const open = (place: Place) =>
    createCore({ ...place, resources: RESOURCES, holder: "uji", version: "0" });

  /** Opens with ever more room; answers how often it was refused before it opened. */
  async function openInLittleRoom(place: Place, step: number): Promise<number> {
    for (let refused = 0, pages = 1; ; refused += 1, pages += step) {
      limit.next(pages);
      const opened = open(place);
      limit.next(null);
      if (opened.ok) {
        await opened.value.close();
        return refused;
      }
      expect(opened.error.code).toBe("disk_full");
    }
  }

  it(
    "refuses the first start and a migration with a sentence, and does them once there is room",
    async () => {
      expect(await openInLittleRoom(placeIn(folder), dose(29, 1))).toBeGreaterThan(2);
      for (const version of OLD_VERSIONS) {
        const place = placeIn(join(folder, String(version)));
        mkdirSync(place.archive, { recursive: true });
        copyFileSync(fixture(version), join(place.archive, "archive.sqlite"));
        const events = aside(place.archive, allHeads);
        await openInLittleRoom(place, dose(29, 1));
        const lajur = openPlace(place);
        await expectWhole(lajur, events);
        await lajur.core.close();
      }
    },
    timeFor(10),
  );
});

describe.skipIf(noSmallDisk !== null)(`a full disk, really (${noSmallDisk ?? "tmpfs"})`, () => {
  let disk: SmallDisk;
  beforeEach(() => {
    disk = mountSmallDisk(join(folder, "disk"));
  });
  afterEach(() => disk.remove());

  it(
    "refuses each command and each file, and goes on when there is room",
    async () => {
      await rounds("a full disk, really", dose(1, 10), async (random) => {
        const place = placeIn(join(disk.folder, random.id()));
        const lajur = openPlace(place);
        const refusals = await workInLittleRoom(lajur, random, dose(12, 60), disk.room);
        expectReadingGoesOn(refusals);
        await expectWhole(lajur, []);
        await lajur.core.close();
        rmSync(place.archive, { recursive: true, force: true });
      });
    },
    timeFor(20),
  );

  it("takes a part of a file again that found no room", async () => {
    const lajur = openPlace(placeIn(disk.folder));
    const { id: request } = await lajur.call("request.create", intake);
    const content = Buffer.alloc(60_000, "isi berkas ");
    const { upload } = await lajur.call("upload.begin", { name: "a.txt", size: content.length });
    const part = { upload, offset: 0, bytes: content.toString("base64") };
    disk.room(3);
    expect((await lajur.refusal("upload.append", part)).code).toBe("disk_full");
    disk.room(null);
    await lajur.call("upload.append", part);
    const { file } = await lajur.call("file.attach", { request, upload });
    const { path } = await lajur.call("file.locate", { request, file: file.id });
    expect(readFileSync(path).equals(content)).toBe(true);
    await expectWhole(lajur, []);
    await lajur.core.close();
  });

  it("keeps nothing of a file whose event found no room, and takes it when it comes again", async () => {
    const lajur = openPlace(placeIn(disk.folder));
    const { id: request } = await lajur.call("request.create", intake);
    const content = Buffer.from("isi berkas");
    async function send(): Promise<string> {
      const { upload } = await lajur.call("upload.begin", { name: "a.txt", size: content.length });
      const bytes = content.toString("base64");
      await lajur.call("upload.append", { upload, offset: 0, bytes });
      return upload;
    }
    const given = { request, upload: await send() };
    disk.room(0);
    expect((await lajur.refusal("file.attach", given)).code).toBe("disk_full");
    disk.room(null);
    expect(await lajur.call("request.get", { id: request })).toMatchObject({ files: [] });
    await expectWhole(lajur, []);
    const again = await lajur.core.call("file.attach", given, CONSOLE);
    if (!again.ok) {
      expect(again.error.code).toBe("upload_unknown");
      await lajur.call("file.attach", { request, upload: await send() });
    }
    await expectWhole(lajur, []);
    await lajur.core.close();
  });
});
