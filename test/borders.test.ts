import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { commandOf, root } from "../scripts/run.ts";

/**
 * The linter of the borders says nothing when it cannot read TypeScript, so each border is crossed
 * once in a copy, and the crossing must be caught.
 */

const FILES: Record<string, string> = {
  "shared/fine.ts": "export type Fine = number;\n",
  "electron/core/fine.ts": 'import type { Fine } from "#shared/fine.ts";\nexport type C = Fine;\n',
  "electron/host/fine.ts": "export const host = 1;\n",
  "electron/bridge/fine.ts": "export const bridge = 1;\n",
  "electron/shell/fine.ts": 'import { app } from "electron";\nexport const shell = app;\n',
  "test/fine.ts": "export const help = 1;\n",
};

const CROSSINGS: [rule: string, file: string, text: string][] = [
  [
    "shared-stands-alone",
    "shared/a.ts",
    'import type { C } from "#core/fine.ts";\nexport type A = C;\n',
  ],
  ["shared-without-node", "shared/b.ts", 'import "node:fs";\n'],
  ["renderer-imports-shared-only", "renderer/a.tsx", 'import "../electron/host/fine.ts";\n'],
  ["renderer-without-node", "renderer/b.ts", 'import { join } from "node:path";\njoin("a");\n'],
  ["core-stands-below", "electron/core/a.ts", 'import { host } from "#host/fine.ts";\nhost;\n'],
  ["host-below-its-users", "electron/host/a.ts", 'import "../bridge/fine.ts";\n'],
  ["electron-in-the-shell-only", "electron/core/b.ts", 'import { app } from "electron";\napp;\n'],
  ["electron-in-the-shell-only", "electron/bridge/a.ts", 'import "../shell/fine.ts";\n'],
  ["nothing-imports-test", "electron/core/c.ts", 'import "../../test/fine.ts";\n'],
  ["no-cycles", "shared/c.ts", 'import "./d.ts";\n'],
  ["resolvable", "shared/e.ts", 'import "./gone.ts";\n'],
];

type Violation = { from: string; rule: { name: string } };
let violations: Violation[];
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "lajur-borders-"));
  for (const name of ["package.json", "tsconfig.base.json", ".dependency-cruiser.cjs"]) {
    copyFileSync(join(root, name), join(folder, name));
  }
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
  const planted = CROSSINGS.map(([, file, text]) => [file, text] as const);
  const all = [
    ...Object.entries(FILES),
    ...planted,
    ["shared/d.ts", 'import "./c.ts";\n'] as const,
  ];
  for (const [file, text] of all) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      commandOf("depcruise", "dependency-cruiser"),
      "--output-type",
      "json",
      "shared",
      "electron",
      "renderer",
      "test",
    ],
    { cwd: folder, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 },
  );
  expect(stderr).toBe("");
  violations = (JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary.violations;
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each(CROSSINGS)("%s catches a crossing in %s", (rule, file) => {
  const caught = violations.filter((found) => found.from === file).map((found) => found.rule.name);
  expect(caught).toContain(rule);
});

test("imports that keep to the borders are left alone", () => {
  const innocent = new Set(Object.keys(FILES));
  expect(violations.filter((found) => innocent.has(found.from))).toEqual([]);
});
