import { afterEach, expect, test } from "vitest";
import type { CallContext, Core } from "#core/types.ts";
import { type CorePort, startCore } from "#host/start-core.ts";
import { spawnWorker } from "#host/worker-port.ts";

const context: CallContext = { origin: "window", user: "u1" };
const entry = new URL("./stand-in-worker.ts", import.meta.url);
const open: Core[] = [];

function count(workerData: object = {}) {
  const made = { times: 0, readOnly: false };
  const spawn = (readOnly: boolean): CorePort => {
    made.times += 1;
    made.readOnly = readOnly;
    return spawnWorker(entry, workerData);
  };
  return { made, spawn };
}

async function start(spawn: (readOnly: boolean) => CorePort, now?: () => number): Promise<Core> {
  const started = await startCore(spawn, now);
  if (!started.ok) throw new Error(started.error.message);
  open.push(started.value);
  return started.value;
}

afterEach(async () => {
  for (const core of open.splice(0)) await core.close();
});

test("a core in a worker answers with the caller's origin and user", async () => {
  const core = await start(count().spawn);
  expect(await core.call("echo", { a: 1 }, context)).toEqual({
    ok: true,
    value: { params: { a: 1 }, context },
  });
});

test("a core that cannot open its archive fails the start with its own sentence", async () => {
  const started = await startCore(count({ held: true }).spawn);
  expect(started).toEqual({
    ok: false,
    error: {
      code: "archive_held",
      message: "Arsip sedang dibuka oleh penguji, proses 1. Tutup dahulu, lalu coba lagi.",
    },
  });
});

test("when the core dies every waiting call is answered, and the next one finds a new core", async () => {
  const { made, spawn } = count();
  const core = await start(spawn);
  const news: unknown[] = [];
  core.onPush((push) => news.push(push));
  const waiting = [core.call("never", {}, context), core.call("die", {}, context)];
  for (const result of await Promise.all(waiting)) {
    expect(result).toMatchObject({ ok: false, error: { code: "internal" } });
  }
  expect(await core.call("echo", 1, context)).toMatchObject({ ok: true });
  expect(made.times).toBe(2);
  expect(news).toEqual([{ push: "archive.changed", request: null }]);
});

test("a core that dies a fourth time within a minute opens for reading only", async () => {
  const { made, spawn } = count();
  const core = await start(spawn, () => 1000);
  for (let death = 0; death < 3; death += 1) await core.call("die", {}, context);
  expect(await core.call("echo", 1, context)).toMatchObject({ ok: true });
  expect(made).toEqual({ times: 4, readOnly: false });
  await core.call("die", {}, context);
  expect(await core.call("echo", 1, context)).toMatchObject({ ok: true });
  expect(made).toEqual({ times: 5, readOnly: true });
});

test("a core that dies even then is not started again", async () => {
  const { made, spawn } = count();
  const core = await start(spawn, () => 1000);
  for (let death = 0; death < 5; death += 1) await core.call("die", {}, context);
  expect(await core.call("echo", 1, context)).toMatchObject({
    ok: false,
    error: { code: "core_gone" },
  });
  expect(made.times).toBe(5);
});

test("a core that asks for it is started anew, as often as it asks", async () => {
  const { made, spawn } = count();
  const core = await start(spawn, () => 1000);
  for (let times = 0; times < 5; times += 1) {
    expect(await core.call("restart", {}, context)).toMatchObject({ ok: true });
    expect(await core.call("echo", 1, context)).toMatchObject({ ok: true });
  }
  await expect.poll(() => made.times).toBe(6);
  expect(made.readOnly).toBe(false);
});

test("deaths more than a minute apart do not add up", async () => {
  let clock = 0;
  const { made, spawn } = count();
  const core = await start(spawn, () => clock);
  for (let death = 0; death < 5; death += 1) {
    clock += 61_000;
    await core.call("die", {}, context);
  }
  expect(await core.call("echo", 1, context)).toMatchObject({ ok: true });
  expect(made.times).toBe(6);
});

test("closing ends the worker, and calls afterwards are answered", async () => {
  const started = await startCore(count().spawn);
  if (!started.ok) throw new Error("did not start");
  await started.value.close();
  expect(await started.value.call("echo", 1, context)).toMatchObject({ ok: false });
});
