import { spawn } from "node:child_process";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { run as restore } from "#core/backup/restore-task.ts";
import { listPoints } from "#core/backup/points.ts";
import { SCHEMA_VERSION } from "#core/archive/database.ts";
import { openCore, temporaryFolder, type TestCore } from "../../../support/core.ts";

/** Kills a test makes; the full suite of faults makes many more. */
const KILLS = Number(process.env["LAJUR_KILLS"] ?? 3);
const CHILD = new URL("../../../support/backup-child.ts", import.meta.url).pathname;

const folders: string[] = [];
const folder = (): string => {
  const path = temporaryFolder();
  folders.push(path);
  return path;
};
afterEach(() => {
  for (const path of folders.splice(0)) rmSync(path, { recursive: true, force: true });
});

/** Runs the child until `after` milliseconds past its first line; answers what it confirmed. */
function runAndKill(args: string[], after: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CHILD, ...args], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    let told = "";
    let complained = "";
    let timer: NodeJS.Timeout | null = null;
    child.stdout.on("data", (part: Buffer) => {
      told += part.toString();
      timer ??= setTimeout(() => child.kill("SIGKILL"), after);
    });
    child.stderr.on("data", (part: Buffer) => (complained += part.toString()));
    child.once("exit", (code, signal) => {
      if (signal !== "SIGKILL" && code !== 0) reject(new Error(complained));
      // What came after the last line break was not told whole.
      else resolve(told.split("\n").slice(0, -1));
    });
  });
}

async function prepared(): Promise<{ archive: string; usb: string; id: string }> {
  const archive = folder();
  const usb = folder();
  const core = openCore({ archive });
  await core.call("demo.fill", {});
  const { id } = await core.call("backup.add", { folder: usb });
  await core.call("backup.run", { destination: id });
  await core.core.close();
  return { archive, usb, id };
}

const backupIn = (usb: string): string => join(usb, readdirSync(usb)[0] ?? "");

/** Restores a point into a folder of its own; everything in it is verified on the way. */
async function verified(usb: string, point: string): Promise<void> {
  const input = {
    archive: folder(),
    folder: backupIn(usb),
    point,
    schema: SCHEMA_VERSION,
    now: "2026-11-21T00:00:00.000Z",
  };
  const done = await restore(input, () => {});
  expect(done).toMatchObject({ ok: true, value: { missing: 0 } });
}

/** What the check finds; the texts of attachments are read beside the work, so search may lag. */
async function problems(core: TestCore): Promise<string[]> {
  const found = (await core.call("archive.check", {})).problems;
  return found.filter(({ code }) => code !== "search_differs").map(({ message }) => message);
}

describe("a PC that dies", () => {
  test("in the middle of a backup leaves every point whole", { timeout: 180_000 }, async () => {
    const { archive, usb, id } = await prepared();
    for (let kill = 0; kill < KILLS; kill += 1) {
      const after = Math.floor(Math.random() * 900);
      const told = await runAndKill([archive, id], after);
      const points = await listPoints(backupIn(usb));
      const why = `killed after ${after} ms: ${told.join(", ")}`;
      expect(points.length, why).toBeGreaterThan(0);
      expect(
        points.map(({ problem }) => problem),
        why,
      ).toEqual(points.map(() => null));
      const made = told.findLast((line) => line.startsWith("point "))?.slice(6);
      // A confirmed point is there, or a newer one that holds all of it.
      if (made !== undefined) expect((points[0]?.point ?? "") >= made, why).toBe(true);
      for (const { point } of points) await verified(usb, point);
    }
    const core = openCore({ archive });
    expect(await problems(core)).toEqual([]);
    await core.call("backup.run", { destination: id });
    await core.core.close();
    expect(existsSync(join(backupIn(usb), "unfinished"))).toBe(false);
    expect(existsSync(join(archive, "backup-work"))).toBe(false);
  });

  test(
    "in the middle of a restore has the old archive or the new one",
    { timeout: 180_000 },
    async () => {
      const { archive, usb, id } = await prepared();
      const core = openCore({ archive });
      const before = (await core.call("archive.check", {})).events;
      await core.core.close();
      for (let kill = 0; kill < KILLS; kill += 1) {
        // Something that the point does not hold, so that old and new differ.
        const more = openCore({ archive });
        const { rows } = await more.call("request.list", { status: "running", limit: 1 });
        await more.call("note.add", { request: rows[0]?.id ?? "", text: `catatan ${kill}` }, USER);
        const mine = (await more.call("archive.check", {})).events;
        await more.core.close();
        const after = Math.floor(Math.random() * 400);
        const told = await runAndKill([archive, id, "restore"], after);
        const again = openCore({ archive });
        const why = `killed after ${after} ms: ${told.join(", ")}`;
        expect(await problems(again), why).toEqual([]);
        const { events } = await again.call("archive.check", {});
        expect([before, mine], why).toContain(events);
        if (told.includes("staged")) expect(events, why).toBe(before);
        await again.core.close();
      }
      expect(readdirSync(usb)).toHaveLength(1);
    },
  );
});

const USER = { origin: "console", user: null } as const;
