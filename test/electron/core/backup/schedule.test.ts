import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { listPoints } from "#core/backup/points.ts";
import { openCore, temporaryFolder, type TestCore } from "../../../support/core.ts";

const folders: string[] = [];
afterEach(() => {
  for (const path of folders.splice(0)) rmSync(path, { recursive: true, force: true });
});
function folder(): string {
  const path = temporaryFolder();
  folders.push(path);
  return path;
}

async function points(usb: string): Promise<string[]> {
  const [name] = readdirSync(usb);
  return name === undefined ? [] : (await listPoints(join(usb, name))).map(({ point }) => point);
}

/** The made-up office, opened as a window does, with a destination. */
async function opened(daily: boolean): Promise<{ core: TestCore; usb: string; id: string }> {
  const archive = folder();
  const usb = folder();
  const demo = openCore({ archive });
  await demo.call("demo.fill", {});
  const { id } = await demo.call("backup.add", { folder: usb });
  await demo.core.close();
  return { core: openCore({ archive, daily }), usb, id };
}

describe("closing", () => {
  test("makes the backup that is missing today, once", async () => {
    const { core, usb } = await opened(true);
    await core.core.close();
    const made = await points(usb);
    expect(made).toHaveLength(1);
    const again = openCore({ archive: core.folder, daily: true });
    await again.core.close();
    expect(await points(usb)).toEqual(made);
  });

  test("of the command line makes none", async () => {
    const { core, usb } = await opened(false);
    await core.core.close();
    expect(await points(usb)).toEqual([]);
  });

  test("does not wait for a stick that is not there", async () => {
    const { core, usb } = await opened(true);
    rmSync(usb, { recursive: true });
    const began = Date.now();
    await core.core.close();
    expect(Date.now() - began).toBeLessThan(5000);
    expect(existsSync(usb)).toBe(false);
  });

  test("after a restore backs up nothing of the archive that is on its way out", async () => {
    const { core, usb, id } = await opened(true);
    await core.call("backup.run", { destination: id });
    const made = await points(usb);
    await core.call("backup.restore", { path: usb, point: made[0] ?? "" });
    await core.core.close();
    expect(await points(usb)).toEqual(made);
    const restored = openCore({ archive: core.folder, daily: true });
    // What lies there is known from the start, although the restored database is older than it.
    await expect
      .poll(async () => (await restored.call("backup.state", {})).destinations[0]?.lastGood)
      .not.toBeNull();
    expect(await restored.call("backup.warning", {})).toEqual({ kind: "fine", days: 0 });
    await restored.core.close();
  });
});

describe("a backup that runs while the core is closed", () => {
  test("is ended, and what was there stays", async () => {
    const { core, usb, id } = await opened(false);
    await core.call("backup.run", { destination: id });
    const made = await points(usb);
    const second = core.core.call(
      "backup.run",
      { destination: id },
      { origin: "console", user: null },
    );
    const third = await core.refusal("backup.run", { destination: id });
    expect(third.code).toBe("backup_running");
    await core.core.close();
    expect(await second).toMatchObject({ ok: false, error: { code: "backup_stopped" } });
    expect(await points(usb)).toEqual(made);
  });
});
