import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { twinFile } from "#core/archive/incarnation.ts";
import { backoff } from "#core/sync/backoff.ts";
import { createTokenStore } from "#core/sync/token-store.ts";
import { temporaryFolder } from "../../../support/core.ts";

let folder: string;
let twins: string;
beforeEach(() => {
  folder = temporaryFolder();
  twins = join(temporaryFolder(), "twins");
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(twins, { recursive: true, force: true });
});

const storeOf = (secret: string | null) => createTokenStore({ twins, folder, secret });
const text = () => readFileSync(`${twinFile(twins, folder)}.portal`, "utf8");

it("keeps the token outside of the archive, for this account alone", () => {
  expect(storeOf(null).write("d1", "rahasia")).toMatchObject({ ok: true });
  expect(storeOf(null).read("d1")).toEqual({ ok: true, value: "rahasia" });
  expect(statSync(`${twinFile(twins, folder)}.portal`).mode & 0o777).toBe(0o600);
  storeOf(null).remove();
  expect(storeOf(null).read("d1")).toMatchObject({ error: { code: "sync_rejoin" } });
});

it("seals the token with the host's key, and opens it with no other one", () => {
  expect(storeOf("kunci").write("d1", "rahasia")).toMatchObject({ ok: true });
  expect(text()).not.toContain(Buffer.from("rahasia").toString("base64"));
  expect(storeOf("kunci").read("d1")).toEqual({ ok: true, value: "rahasia" });
  for (const other of ["lain", null]) {
    expect(storeOf(other).read("d1")).toMatchObject({ error: { code: "sync_sealed" } });
  }
});

it("has no token for another device, nor out of a file that is not its own", () => {
  storeOf("kunci").write("d1", "rahasia");
  expect(storeOf("kunci").read("d2")).toMatchObject({ error: { code: "sync_rejoin" } });
  const moved = JSON.parse(text()) as Record<string, unknown>;
  writeFileSync(`${twinFile(twins, folder)}.portal`, JSON.stringify({ ...moved, device: "d2" }));
  expect(storeOf("kunci").read("d2")).toMatchObject({ error: { code: "sync_sealed" } });
});

it("waits from seconds to minutes, spread so that not all come back at once", () => {
  expect([1, 2, 3, 20].map((failures) => backoff(failures, 1))).toEqual([
    5000, 10_000, 20_000, 300_000,
  ]);
  expect(backoff(3, 0)).toBe(10_000);
});
