import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.{ts,tsx}"],
    exclude: ["test/e2e/**", "node_modules/**"],
    // Real SQLite with synchronous=FULL on a slow disk takes its time.
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
});
