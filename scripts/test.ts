import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { build } from "./build.ts";
import { CHECKS, holds } from "./checks.ts";
import { at, commandOf, runNode } from "./run.ts";
import {
  type Part,
  type Tally,
  closingLine,
  sum,
  table,
  tallyOf,
  tallyPlaywright,
  tallyVitest,
} from "./tally.ts";
import { getTestBrowser } from "./test-browser.ts";

/** `npm test`: every check and every test. All of it runs, even when an earlier part fails. */
const results = at("test-results");
const parts: Part[] = [];

async function part(name: string, work: () => Promise<Tally>): Promise<void> {
  const started = Date.now();
  const tally = await work();
  parts.push({ name, ...tally, seconds: (Date.now() - started) / 1000 });
}

async function vitest(): Promise<Tally> {
  console.log("\n== unit tests");
  const report = at("test-results/vitest.json");
  const ended = await runNode(commandOf("vitest"), [
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ]);
  return tallyVitest(report, ended.code === 0);
}

async function playwright(browser: string | null): Promise<Tally> {
  console.log("\n== end-to-end tests");
  if (browser === null) return tallyOf(false);
  const report = at("test-results/playwright.json");
  const ended = await runNode(
    commandOf("playwright", "@playwright/test"),
    ["test", "--reporter=list,json"],
    {
      env: {
        ...process.env,
        LAJUR_TEST_BROWSER: browser,
        PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      },
    },
  );
  return tallyPlaywright(report, ended.code === 0);
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const browser = await getTestBrowser();
for (const check of CHECKS) await part(check.name, async () => tallyOf(await holds(check)));
await part("unit tests", vitest);
await part("renderer build", async () => {
  console.log("\n== renderer build");
  return tallyOf(await build("renderer"));
});
await part("shell build", async () => {
  console.log("\n== shell build");
  return tallyOf(await build("shell"));
});
await part("end-to-end tests", () => playwright(browser));

const total = sum(parts);
writeFileSync(at("test-results/summary.json"), `${JSON.stringify({ total, parts }, null, 2)}\n`);
console.log(`\n${table(parts)}\n\n${closingLine(total)}`);
process.exitCode = total.failed === 0 ? 0 : 1;
