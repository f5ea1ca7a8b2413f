import { afterEach, beforeEach, expect, test } from "vitest";
import { findCommand } from "../../../portal/cli/commands.ts";
import { configFor } from "../../../portal/config.ts";
import { join } from "../../../portal/service/join.ts";
import { openSqliteStore } from "../../../portal/store/sqlite.ts";
import type { Store } from "../../../portal/store/store.ts";
import { serviceOn } from "../../support/portal-offices.ts";

let store: Store;
beforeEach(async () => void (store = await openSqliteStore(":memory:")));
afterEach(() => store.close());

async function run(...words: string[]): Promise<string[] | string> {
  const { ctx } = serviceOn(store);
  const answer = await findCommand(words)?.({ ...ctx, config: configFor({ data: "unused" }) });
  if (answer === undefined) return "no such command";
  return answer.ok ? answer.value : answer.error.code;
}

test("offices are added, listed and renamed by their names", async () => {
  const added = await run("office", "add", "Kantor A");
  expect(added).toEqual([expect.stringMatching(/^[0-9a-f]{32} {2}Kantor A$/)]);
  expect(await run("office", "add", "Kantor A")).toBe("office_taken");
  expect(await run("office", "add", "Baris\nganda")).toBe("params_invalid");
  expect(await run("office", "add", " ")).toBe("params_invalid");
  expect(await run("office", "rename", "Kantor A", "Kantor B")).toEqual([
    expect.stringContaining("Kantor B"),
  ]);
  expect(await run("office", "list")).toEqual([expect.stringContaining("Kantor B")]);
});

test("a PC joins with a code from the command line and is revoked by it", async () => {
  await run("office", "add", "Kantor A");
  const [code = ""] = await run("device", "code", "Kantor A");
  const joined = await join(serviceOn(store).ctx, { code, name: "PC loket", app: "lajur" });
  const id = joined.ok ? joined.value.device.id : "";
  expect(await run("device", "list", "Kantor A")).toEqual([
    expect.stringMatching(/^[0-9a-f]{32} {2}A {2}PC loket {2}\(terakhir terlihat -\)$/),
  ]);
  expect(await run("device", "revoke", "Kantor A", "nobody")).toBe("device_unknown");
  await run("device", "revoke", "Kantor A", id);
  expect(await run("device", "list", "Kantor A")).toEqual([
    expect.stringContaining("diakhiri 2026"),
  ]);
});

test("the operator's link is made for the address that the outside sees", async () => {
  expect(await run("operator", "link")).toEqual([
    expect.stringMatching(/^http:\/\/127\.0\.0\.1:8320\/operator\/masuk\?kunci=[\w-]{43}$/),
    expect.stringContaining("Berlaku satu kali"),
  ]);
});

test("what is no command is none", async () => {
  for (const words of [
    ["office"],
    ["office", "add"],
    ["office", "delete", "x"],
    ["x"],
    ["restored", "y"],
  ]) {
    expect(await run(...words)).toBe("no such command");
  }
  expect(await run("device", "code", "Kantor lain")).toBe("office_unknown");
  expect(await run("device", "list", "Kantor lain")).toBe("office_unknown");
});
