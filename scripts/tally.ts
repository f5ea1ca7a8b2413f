import { existsSync, readFileSync } from "node:fs";

/** What a part of the test run came to. */
export type Tally = { passed: number; failed: number; skipped: number };
export type Part = Tally & { name: string; seconds: number };

const FAILED: Tally = { passed: 0, failed: 1, skipped: 0 };

export const tallyOf = (holds: boolean): Tally =>
  holds ? { passed: 1, failed: 0, skipped: 0 } : FAILED;

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
};

/**
 * Vitest's JSON report. A file that broke before its tests counts as one failure; so does a run that
 * left no report, or that ended badly although every test passed.
 */
export function tallyVitest(file: string, endedWell: boolean): Tally {
  const report = readReport(file) as VitestReport | null;
  if (report === null) return FAILED;
  const broken = report.testResults.filter(
    (result) =>
      result.status === "failed" &&
      !result.assertionResults.some((assertion) => assertion.status === "failed"),
  );
  return settle(
    {
      passed: report.numPassedTests,
      failed: report.numFailedTests + broken.length,
      skipped: report.numPendingTests + report.numTodoTests,
    },
    endedWell,
  );
}

type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
};

/** Playwright's JSON report; a test that passed only when repeated counts as failed. */
export function tallyPlaywright(file: string, endedWell: boolean): Tally {
  const report = readReport(file) as PlaywrightReport | null;
  if (report === null) return FAILED;
  const { expected, unexpected, flaky, skipped } = report.stats;
  return settle({ passed: expected, failed: unexpected + flaky, skipped }, endedWell);
}

/** Neither an empty run nor a bad end may look like a good one. */
function settle(tally: Tally, endedWell: boolean): Tally {
  if (tally.failed > 0 || (endedWell && tally.passed > 0)) return tally;
  return { ...tally, failed: 1 };
}

function readReport(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
}

export function sum(parts: Tally[]): Tally {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const part of parts) {
    total.passed += part.passed;
    total.failed += part.failed;
    total.skipped += part.skipped;
  }
  return total;
}

/** `N passed, M failed`, with `, K skipped` when there are any. */
export function closingLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

export function table(parts: Part[]): string {
  const width = Math.max(...parts.map((part) => part.name.length));
  const cell = (value: number): string => String(value).padStart(7);
  const head = `${"".padEnd(width)}  passed  failed skipped seconds`;
  const rows = parts.map(
    (part) =>
      `${part.name.padEnd(width)} ${cell(part.passed)} ${cell(part.failed)} ` +
      `${cell(part.skipped)} ${part.seconds.toFixed(1).padStart(7)}`,
  );
  return [head, ...rows].join("\n");
}
