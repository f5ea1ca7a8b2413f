import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { CallContext } from "#core/types.ts";
import { ask } from "#host/ask.ts";
import type { CoreSettings } from "#host/protocol.ts";
import { startCore } from "#host/start-core.ts";
import { spawnWorker } from "#host/worker-port.ts";
import { at } from "../../../scripts/run.ts";

const context: CallContext = { origin: "window", user: null };
const real = new URL("../../../electron/host/core-worker.ts", import.meta.url);
const dying = new URL("./dying-core-worker.ts", import.meta.url);

let settings: CoreSettings;
beforeEach(() => {
  const archive = mkdtempSync(join(tmpdir(), "lajur-host-"));
  settings = { archive, resources: at("resources"), holder: "penguji", version: "0" };
});
afterEach(() => rmSync(settings.archive, { recursive: true, force: true }));

async function start(entry: URL) {
  const started = await startCore(() => spawnWorker(entry, settings));
  if (!started.ok) throw new Error(started.error.message);
  return started.value;
}

test("the core opens its archive in a worker, lets go of it, and opens it again", async () => {
  for (let round = 0; round < 2; round += 1) {
    const core = await start(real);
    const state = await ask(core, "app.state", {}, context);
    expect(state).toMatchObject({ ok: true, value: { office: null } });
    await core.close();
  }
});

test("a second core on one archive is refused with the holder's name", async () => {
  const core = await start(real);
  const second = await startCore(() => spawnWorker(real, settings));
  expect(second).toMatchObject({ ok: false, error: { code: "archive_held" } });
  expect(second.ok ? "" : second.error.message).toContain("penguji");
  await core.close();
});

test("a core that dies lets go of its archive, and the next one goes on with it", async () => {
  const core = await start(dying);
  expect(await core.call("die", {}, context)).toMatchObject({ error: { code: "internal" } });
  expect(await ask(core, "app.state", {}, context)).toMatchObject({ ok: true });
  await core.close();
});

test("a broken archive opens a window all the same, to restore a backup with", async () => {
  const file = join(settings.archive, "archive.sqlite");
  const garbage = "bukan basis data".repeat(1000);
  writeFileSync(file, garbage);
  const core = await start(real);
  expect(await ask(core, "app.state", {}, context)).toMatchObject({
    ok: true,
    value: { office: null, safeMode: { code: "archive_broken" } },
  });
  expect(await ask(core, "archive.rebuild", {}, context)).toMatchObject({
    error: { code: "archive_safe_mode" },
  });
  await core.close();
  expect(readFileSync(file, "utf8")).toBe(garbage);
});
