import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.{ts,tsx}"],
    exclude: ["test/e2e/**", "node_modules/**"],
    // Real SQLite with synchronous=FULL on a slow disk takes its time.
    // Tests leave nothing in this person's own folders.
    env: { XDG_STATE_HOME: join(tmpdir(), "lajur-test-state") },
    globalSetup: ["test/support/postgres-setup.ts"],
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
});
