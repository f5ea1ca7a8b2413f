import { fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ask } from "#host/ask.ts";
import { END } from "#host/port.ts";
import type { CoreMessage, CoreSettings } from "#host/protocol.ts";
import { type CorePort, startCore } from "#host/start-core.ts";
import { build } from "../../../scripts/build.ts";
import { at } from "../../../scripts/run.ts";

/** The bundle that Electron's utility process runs, in a plain Node with a parentPort. */
const parentPort = pathToFileURL(at("test/electron/shell/parent-port.mjs")).href;
let settings: CoreSettings;

beforeAll(async () => {
  const archive = mkdtempSync(join(tmpdir(), "lajur-bundle-"));
  settings = { archive, resources: at("resources"), holder: "penguji", version: "0" };
  expect(await build("shell")).toBe(true);
}, 60_000);
afterAll(() => rmSync(settings.archive, { recursive: true, force: true }));

function spawnBundle(): CorePort {
  const child = fork(at("dist/electron/core.js"), [JSON.stringify(settings)], {
    execArgv: ["--import", parentPort],
  });
  return {
    post: (message) => void child.send(message),
    onMessage: (listener) =>
      void child.on("message", (message) => listener(message as CoreMessage)),
    onClose: (listener) => void child.once("exit", () => listener()),
    close: () => void child.send(END),
  };
}

test("the bundled core opens an archive, knows the shipped SOPs, and ends when it is asked to", async () => {
  const core = await startCore(spawnBundle);
  if (!core.ok) throw new Error(core.error.message);
  const context = { origin: "window", user: null } as const;
  const sops = await ask(core.value, "sop.list", {}, context);
  expect(sops.ok && sops.value.sops.map((sop) => sop.id)).toContain("magetan-permintaan-data");
  expect(sops.ok && sops.value.broken).toEqual([]);
  await core.value.close();
});
