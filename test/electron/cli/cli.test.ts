import { execFile } from "node:child_process";
import { rmSync } from "node:fs";
import { afterEach, expect, it } from "vitest";
import { METHOD_NAMES } from "#shared/contract.ts";
import { at } from "../../../scripts/run.ts";
import { openCore, temporaryFolder } from "../../support/core.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

type Ended = { code: number; stdout: string; stderr: string };

function lajur(...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const options = { maxBuffer: 16 * 1024 * 1024 };
    execFile(process.execPath, [at("electron/cli/main.ts"), ...args], options, (error, ...out) => {
      const code = error === null ? 0 : Number(error.code);
      resolve({ code, stdout: out[0], stderr: out[1] });
    });
  });
}

const archive = (): string => {
  const folder = temporaryFolder();
  folders.push(folder);
  return folder;
};

it("names every method with the schemas of its params and result", async () => {
  const { code, stdout } = await lajur("methods", "--json");
  const { methods } = JSON.parse(stdout) as { methods: { name: string; params: object }[] };
  expect(code).toBe(0);
  expect(methods.map((method) => method.name)).toEqual(METHOD_NAMES);
  expect(methods.find((method) => method.name === "step.complete")?.params).toMatchObject({
    required: ["request", "step"],
  });
});

it("answers a method as JSON, and a refusal with code 1 and a sentence on standard error", async () => {
  const folder = archive();
  const good = await lajur("--archive", folder, "call", "sop.list");
  const { sops } = JSON.parse(good.stdout) as { sops: { id: string }[] };
  expect(sops).toHaveLength(15);
  expect(sops.map(({ id }) => id)).toContain("magetan-permintaan-data");
  const unknown = await lajur("--archive", folder, "call", "request.get", '{"id":"x"}');
  expect(unknown).toMatchObject({ code: 1, stdout: "" });
  expect(JSON.parse(unknown.stderr)).toMatchObject({ code: "request_unknown" });
  const broken = await lajur("--archive", folder, "call", "request.get", "{id:x}");
  expect(JSON.parse(broken.stderr)).toMatchObject({ code: "json_invalid" });
  const method = await lajur("--archive", folder, "call", "request.burn");
  expect(JSON.parse(method.stderr)).toMatchObject({ code: "method_unknown" });
});

it("refuses an archive that another process holds, by the holder's name", async () => {
  const folder = archive();
  const held = openCore({ archive: folder, holder: "Lajur (jendela)" });
  const refused = await lajur("--archive", folder, "call", "sop.list");
  await held.core.close();
  expect(refused.code).toBe(1);
  expect(JSON.parse(refused.stderr)).toMatchObject({ code: "archive_held" });
  expect(refused.stderr).toContain("Lajur (jendela)");
});

it("fills, verifies and rebuilds an archive, and fills none that holds something", async () => {
  const folder = archive();
  expect((await lajur("--archive", folder, "demo")).code).toBe(0);
  expect(JSON.parse((await lajur("--archive", folder, "doctor")).stdout)).toMatchObject({
    sound: true,
  });
  expect((await lajur("--archive", folder, "rebuild")).code).toBe(0);
  const again = await lajur("--archive", folder, "demo");
  expect(JSON.parse(again.stderr)).toMatchObject({ code: "archive_not_empty" });
});

it("says how it is used when it does not understand", async () => {
  for (const args of [[], ["call"], ["--archive", "x", "burn"], ["--what"]]) {
    const ended = await lajur(...args);
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain("lajur --archive DIR");
  }
});
