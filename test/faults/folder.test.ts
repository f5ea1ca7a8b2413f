import { spawn } from "node:child_process";
import { once as event } from "node:events";
import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createCore } from "#core/core.ts";
import { CONSOLE, intake, temporaryFolder, type TestCore } from "../support/core.ts";
import { RESOURCES } from "../support/magetan.ts";
import { forbidWriting, noForbidding } from "./support/forbid.ts";
import { aside, allHeads, type Head, lastHead } from "./support/heads.ts";
import { mountSmallDisk, noSmallDisk, type SmallDisk } from "./support/small-disk.ts";
import { dose } from "./support/rounds.ts";
import { expectWhole, openPlace, type Place, placeIn } from "./support/verify.ts";

let folder: string;
let place: Place;
let allowAgain: (() => void)[];
beforeEach(() => {
  folder = temporaryFolder();
  place = placeIn(folder);
  allowAgain = [];
  vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => {
  for (const allow of allowAgain) allow();
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

const database = (): string => join(place.archive, "archive.sqlite");
const open = () => createCore({ ...place, resources: RESOURCES, holder: "uji", version: "0" });

/** An archive with one request, closed; answers its events. */
async function fill(): Promise<Head[]> {
  const lajur = openPlace(place);
  await lajur.call("request.create", intake);
  await lajur.core.close();
  return aside(place.archive, allHeads);
}

async function expectWholeAgain(told: Head[]): Promise<void> {
  const lajur = openPlace(place);
  await expectWhole(lajur, told);
  await lajur.core.close();
}

/** Uploads a file of the text and attaches it. */
async function attach(lajur: TestCore, request: string, text: string): Promise<void> {
  const bytes = Buffer.from(text);
  const { upload } = await lajur.call("upload.begin", { name: "a.txt", size: bytes.length });
  await lajur.call("upload.append", { upload, offset: 0, bytes: bytes.toString("base64") });
  await lajur.call("file.attach", { request, upload });
}

describe.skipIf(noForbidding !== null)(
  `rights that were taken away (${noForbidding ?? ""})`,
  () => {
    const forbid = (path: string): (() => void) => {
      const allow = forbidWriting(path);
      allowAgain.push(allow);
      return () => {
        allow();
        allowAgain = allowAgain.filter((one) => one !== allow);
      };
    };

    it.each(["folder", "database"])("at the start: a %s that cannot be written", async (what) => {
      const told = await fill();
      const allow = forbid(what === "folder" ? place.archive : database());
      const opened = open();
      expect(opened).toMatchObject({ ok: false, error: { code: "archive_unwritable" } });
      // Once more: the first try has let go of everything.
      expect(open()).toMatchObject({ ok: false, error: { code: "archive_unwritable" } });
      allow();
      await expectWholeAgain(told);
    });

    it.each(["archive.sqlite-wal", "files", "incoming"])(
      "under a running core: %s",
      async (what) => {
        const lajur = openPlace(place);
        const { id } = await lajur.call("request.create", intake);
        await attach(lajur, id, "satu");
        const before = aside(place.archive, lastHead);
        const allow = forbid(join(place.archive, what));
        const note = { request: id, text: "Catatan" };
        if (what === "archive.sqlite-wal") {
          // Who is not root may go on writing to what is open.
          const answer = await lajur.core.call("note.add", note, CONSOLE);
          if (!answer.ok) {
            expect(answer.error.code).toBe("archive_unwritable");
            expect(aside(place.archive, lastHead)).toEqual(before);
          }
        } else {
          const told = await attach(lajur, id, "dua").catch((error: unknown) => String(error));
          expect(told).toContain("archive_unwritable");
          expect(aside(place.archive, lastHead)).toEqual(before);
        }
        expect(await lajur.call("request.get", { id })).toMatchObject({
          files: [{ name: "a.txt" }],
        });
        allow();
        await lajur.call("note.add", note);
        await attach(lajur, id, "tiga");
        await expectWhole(lajur, []);
        await lajur.core.close();
      },
    );
  },
);

describe.skipIf(noSmallDisk !== null)(
  `a disk that is read-only (${noSmallDisk ?? "tmpfs"})`,
  () => {
    let disk: SmallDisk;
    beforeEach(() => {
      disk = mountSmallDisk(join(folder, "disk"));
      place = { ...place, archive: join(disk.folder, "arsip") };
    });
    afterEach(() => disk.remove());

    it("is refused at the start with a sentence, and opens when it can be written", async () => {
      const told = await fill();
      disk.readOnly(true);
      expect(open()).toMatchObject({ ok: false, error: { code: "archive_unwritable" } });
      disk.readOnly(false);
      await expectWholeAgain(told);
    });

    it("that is pulled out under a running core: what was confirmed is on it", async () => {
      const lajur = openPlace(place);
      const { id } = await lajur.call("request.create", intake);
      await attach(lajur, id, "satu");
      disk.pull();
      const told = await lajur.core.call("note.add", { request: id, text: "Catatan" }, CONSOLE);
      expect(told.ok ? null : told.error.code).not.toBe("internal");
      const file = await attach(lajur, id, "dua").catch((error: unknown) => String(error));
      expect(file ?? "confirmed").toContain("archive_");
      expect(existsSync(place.archive)).toBe(false);
      await lajur.core.close();
    });
  },
);

describe.skipIf(process.platform === "win32")(
  "a folder that is renamed under a running core",
  () => {
    it("loses nothing that was confirmed, files neither, and makes no second archive", async () => {
      const lajur = openPlace(place);
      const { id } = await lajur.call("request.create", intake);
      await attach(lajur, id, "satu");
      const moved = join(folder, "pindah");
      renameSync(place.archive, moved);
      const answers = [
        await lajur.core.call("note.add", { request: id, text: "Catatan" }, CONSOLE),
        await lajur.core.call("upload.begin", { name: "b.txt", size: 3 }, CONSOLE),
      ];
      for (const answer of answers) {
        if (!answer.ok) expect(answer.error.code).toMatch(/^archive_/);
      }
      expect(existsSync(place.archive), "a second archive at the old place").toBe(false);
      const told = aside(moved, allHeads);
      await lajur.core.close();
      place = { ...place, archive: moved };
      const there = openPlace(place);
      await expectWhole(there, told);
      const { notes } = await there.call("request.get", { id });
      expect(notes).toHaveLength(answers[0]?.ok ? 1 : 0);
      await there.core.close();
    });
  },
);

describe("another program that holds the database", () => {
  async function held(ms: number) {
    const script = fileURLToPath(new URL("holding-child.ts", import.meta.url));
    const child = spawn(process.execPath, [script, database(), String(ms)]);
    await event(child.stdout, "data");
    return { over: event(child, "exit") };
  }

  it("for a moment: the core waits and does what was asked", async () => {
    const lajur = openPlace(place);
    const { id } = await lajur.call("request.create", intake);
    const { over } = await held(1_000);
    await lajur.call("note.add", { request: id, text: "Catatan" });
    await over;
    await expectWhole(lajur, []);
    await lajur.core.close();
  });

  it("for long: the core says so, nothing is lost, and work goes on", async () => {
    const lajur = openPlace(place);
    const { id } = await lajur.call("request.create", intake);
    const before = aside(place.archive, lastHead);
    const { over } = await held(dose(6_500, 12_000));
    const refused = await lajur.refusal("note.add", { request: id, text: "Catatan" });
    expect(refused.code).toBe("archive_busy");
    expect(await lajur.call("request.get", { id })).toMatchObject({ notes: [] });
    await over;
    expect(aside(place.archive, lastHead)).toEqual(before);
    await lajur.call("note.add", { request: id, text: "Catatan" });
    await expectWhole(lajur, []);
    await lajur.core.close();
  });

  it("at the start: the core says so and never that the archive is broken", async () => {
    const told = await fill();
    const { over } = await held(6_500);
    expect(open()).toMatchObject({ ok: false, error: { code: "archive_busy" } });
    await over;
    await expectWholeAgain(told);
  });
});
