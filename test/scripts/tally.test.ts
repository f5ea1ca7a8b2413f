import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closingLine, sum, tallyOf, tallyPlaywright, tallyVitest } from "../../scripts/tally.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "lajur-tally-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function report(content: unknown): string {
  const file = join(folder, `${Math.random()}.json`);
  writeFileSync(file, JSON.stringify(content));
  return file;
}

const vitest = (passed: number, failed: number, results: unknown[] = []) =>
  report({
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: 1,
    numTodoTests: 1,
    testResults: results,
  });

test("vitest's tests are counted, pending and to-do ones as skipped", () => {
  expect(tallyVitest(vitest(5, 0), true)).toEqual({ passed: 5, failed: 0, skipped: 2 });
});

test("a test file that broke before its tests counts as a failure", () => {
  const broken = { status: "failed", assertionResults: [] };
  const counted = { status: "failed", assertionResults: [{ status: "failed" }] };
  expect(tallyVitest(vitest(5, 1, [broken, counted]), false).failed).toBe(2);
});

test("no report, an empty run and a bad end are failures, never silence", () => {
  expect(tallyVitest(join(folder, "gone.json"), true).failed).toBe(1);
  expect(tallyVitest(vitest(0, 0), true).failed).toBe(1);
  expect(tallyVitest(vitest(5, 0), false).failed).toBe(1);
  expect(tallyPlaywright(join(folder, "gone.json"), true).failed).toBe(1);
});

test("a flaky end-to-end test counts as failed", () => {
  const file = report({ stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 2 } });
  expect(tallyPlaywright(file, false)).toEqual({ passed: 3, failed: 2, skipped: 2 });
});

test("the closing line names skipped tests only when there are any", () => {
  const total = sum([tallyOf(true), tallyOf(false), { passed: 3, failed: 0, skipped: 0 }]);
  expect(closingLine(total)).toBe("4 passed, 1 failed");
  expect(closingLine({ ...total, skipped: 2 })).toBe("4 passed, 1 failed, 2 skipped");
});
