import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.{ts,tsx}"],
    exclude: ["test/e2e/**", "node_modules/**"],
    // Tests leave nothing in this person's own folders.
    env: { XDG_STATE_HOME: join(tmpdir(), "lajur-test-state") },
    // One less than there are processors would be one at a time on the office's two.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    globalSetup: ["test/support/postgres-setup.ts"],
    // Real SQLite with synchronous=FULL on a slow disk takes its time.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
