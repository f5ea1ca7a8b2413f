import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { at, root } from "../../scripts/run.ts";

/** The entry of every npm script, on a set-up checkout. */
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "lajur-enter-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function script(text: string): string {
  const file = join(folder, `${Math.random()}.ts`);
  writeFileSync(file, text);
  return relative(root, file);
}

test("a script's output, arguments and exit code come through, and nothing else is printed", () => {
  const file = script(
    "const args: string[] = process.argv.slice(2);\nconsole.log(JSON.stringify(args));\nprocess.exit(3);\n",
  );
  const ended = spawnSync(process.execPath, [at("scripts/enter.mjs"), file, "call", '{"a": "é"}'], {
    encoding: "utf8",
  });
  expect(ended.stderr).toBe("");
  expect(ended.stdout).toBe('["call","{\\"a\\": \\"é\\"}"]\n');
  expect(ended.status).toBe(3);
});

test("scripts run on a Node that reads TypeScript and better-sqlite3's binary", () => {
  const file = script("console.log(process.versions.node);\n");
  const ended = spawnSync(process.execPath, [at("scripts/enter.mjs"), file], { encoding: "utf8" });
  expect(Number(ended.stdout.split(".")[0])).toBeGreaterThanOrEqual(22);
});

test("a wish to end reaches the script, which ends in its own way", async () => {
  const file = script(
    'process.on("SIGTERM", () => process.exit(7));\nsetInterval(() => undefined, 1000);\nconsole.log("ready");\n',
  );
  const child = spawn(process.execPath, [at("scripts/enter.mjs"), file], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise((resolve) => child.stdout.once("data", resolve));
  child.kill("SIGTERM");
  expect(await new Promise((resolve) => child.once("exit", resolve))).toBe(7);
});
