import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { findBrowser } from "./electron/bridge/browser.ts";

// Tests leave nothing in this person's own folders.
process.env.XDG_STATE_HOME = join(tmpdir(), "lajur-test-state");

const executablePath = process.env.LAJUR_TEST_BROWSER ?? findBrowser();

export default defineConfig({
  testDir: "test/e2e",
  outputDir: "test-results/playwright",
  // Each test runs a Lajur of its own and waits for it half of the time.
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  timeout: 90_000,
  expect: { timeout: 20_000 },
  use: {
    viewport: { width: 1366, height: 768 },
    locale: "id-ID",
    timezoneId: "Asia/Jakarta",
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: {
      ...(executablePath !== null && existsSync(executablePath) ? { executablePath } : {}),
      args: [
        // As root Chromium refuses to start its sandbox.
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
