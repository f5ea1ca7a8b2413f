import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { at, root } from "../../../scripts/run.ts";

/** electron-builder's own reading and checking of its configuration. */
const load = createRequire(at("node_modules/electron-builder/package.json"));
const builder = load("app-builder-lib/out/util/config/config.js") as {
  getConfig(folder: string, file: string, request: null): Promise<Configuration>;
  validateConfiguration(config: unknown, log: { isEnabled: boolean }): Promise<void>;
};
type Configuration = {
  npmRebuild: boolean;
  electronFuses: Record<string, boolean>;
  files: { filter: string[] }[];
};

const read = () => builder.getConfig(root, "electron-builder.yml", null);
const check = (config: unknown) => builder.validateConfiguration(config, { isEnabled: false });

test("electron-builder accepts electron-builder.yml by its own schema", async () => {
  await expect(check(await read())).resolves.toBeUndefined();
});

test("the schema is really looked at: a misspelt fuse is refused", async () => {
  const config = await read();
  config.electronFuses.runAsNodes = false;
  await expect(check(config)).rejects.toThrow("electronFuses");
});

test("the packaged app runs nothing but itself", async () => {
  const { electronFuses, npmRebuild } = await read();
  expect(electronFuses).toMatchObject({
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    onlyLoadAppFromAsar: true,
    enableEmbeddedAsarIntegrityValidation: true,
  });
  expect(npmRebuild).toBe(false);
});

test("the entry of package.json is among the packaged files", async () => {
  const { main } = JSON.parse(readFileSync(at("package.json"), "utf8")) as { main: string };
  const { files } = await read();
  expect(main).toMatch(/^dist\/electron\//);
  expect(files.flatMap((set) => set.filter)).toContain("dist/electron/**");
});
