import { fork } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { demoOffice } from "#core/demo/office.ts";
import type { CallContext, Core } from "#core/types.ts";
import { ask } from "#host/ask.ts";
import { startCore } from "#host/start-core.ts";
import { spawnWorker } from "#host/worker-port.ts";
import { type Bridge, startBridge } from "../../../../electron/bridge/server.ts";
import { at } from "../../../../scripts/run.ts";
import { temporaryFolder } from "../../../support/core.ts";

const WINDOWS = 4;
const EACH = 2_500;
const host: CallContext = { origin: "host", user: null };

let folder: string;
let core: Core;
let bridge: Bridge;
beforeEach(async () => {
  folder = temporaryFolder();
  const archive = join(folder, "arsip");
  const renderer = join(folder, "renderer");
  mkdirSync(renderer);
  const settings = { archive, resources: at("resources"), holder: "penguji", version: "0" };
  const worker = new URL("../../../../electron/host/core-worker.ts", import.meta.url);
  const started = await startCore(() => spawnWorker(worker, settings));
  if (!started.ok) throw new Error(started.error.message);
  core = started.value;
  bridge = await startBridge({ core, renderer, port: 0 });
});
afterEach(async () => {
  await bridge.close();
  await core.close();
  rmSync(folder, { recursive: true, force: true });
});

type Given = { number: string; value: number | null };

/** A process that takes `EACH` numbers over the bridge's line. */
function numbersOf(user: string): Promise<Given[]> {
  const script = new URL("./numbering-window.ts", import.meta.url);
  const child = fork(script, [bridge.address(), String(EACH), user], { execArgv: [] });
  return new Promise((resolve, reject) => {
    child.once("message", (given) => resolve(given as Given[]));
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`a window ended with ${code}`)));
  });
}

async function numbersOfFourWindows(): Promise<Given[]> {
  const office = { ...demoOffice, letterPattern: "{nomor:5}/{unit}/{tahun}", unit: "DISKOMINFO" };
  await ask(core, "office.save", office, host);
  const users = await Promise.all(
    Array.from({ length: WINDOWS }, (_, index) =>
      ask(core, "user.save", { name: `Petugas ${index + 1}`, post: "Staf" }, host),
    ),
  );
  const given = await Promise.all(
    users.map((user) => (user.ok ? numbersOf(user.value.id) : Promise.reject(new Error("user")))),
  );
  return given.flat();
}

test("10,000 numbers taken by four processes at once: none twice, none lost", async () => {
  const given = await numbersOfFourWindows();
  const all = WINDOWS * EACH;
  expect(given).toHaveLength(all);
  expect(new Set(given.map(({ number }) => number)).size).toBe(all);
  expect(given.map(({ value }) => value ?? 0).toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: all }, (_, index) => index + 1),
  );

  const list = await ask(core, "register.list", {}, host);
  const register = list.ok ? list.value.find(({ id }) => id === "outgoing") : undefined;
  expect(register).toMatchObject({ count: all });
  const [year = 0] = register?.years ?? [];
  expect(register?.next).toBe(`10001/DISKOMINFO/${year}`);
  const page = { register: "outgoing", year, offset: all - 1 } as const;
  const entries = await ask(core, "register.entries", page, host);
  expect(entries).toMatchObject({
    ok: true,
    value: { total: all, gaps: [], rows: [{ number: `10000/DISKOMINFO/${year}` }] },
  });
  const check = await ask(core, "archive.check", {}, host);
  expect(check).toMatchObject({ ok: true, value: { sound: true } });
}, 60_000);
