import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/**
 * Electron's entries, one a `--mode`, into dist/electron. A sandboxed preload has to be one
 * CommonJS file. Packages stay in node_modules: exceljs and pdfmake break when they are bundled, and
 * better-sqlite3 has a binary. Main and core stay ES modules, so that `import.meta` means what it
 * means when the sources run on Node.
 */
const ENTRIES = {
  main: { entry: "electron/shell/main.ts", format: "es", file: "main.js" },
  preload: { entry: "electron/shell/preload.ts", format: "cjs", file: "preload.cjs" },
  "pdf-text": {
    entry: "electron/core/signed-pdf/pdf-text-worker.ts",
    format: "es",
    file: "pdf-text-worker.js",
  },
  "task-worker": {
    entry: "electron/core/tasks/task-worker.ts",
    format: "es",
    file: "task-worker.js",
  },
  core: { entry: "electron/host/core-utility.ts", format: "es", file: "core.js" },
} as const;

export default defineConfig(({ mode }) => {
  const { entry, format, file } = ENTRIES[mode as keyof typeof ENTRIES];
  return {
    publicDir: false,
    ssr: { external: true },
    build: {
      ssr: at(entry),
      outDir: at("dist/electron"),
      emptyOutDir: false,
      target: "node24",
      minify: false,
      rollupOptions: {
        external: ["electron"],
        output: { format, entryFileNames: file, codeSplitting: false },
      },
    },
  };
});
