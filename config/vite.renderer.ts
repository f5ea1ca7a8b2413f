import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** The window: one page and its hashed assets in dist/renderer, for the bridge and Electron alike. */
export default defineConfig({
  root: at("renderer"),
  base: "/",
  plugins: [react()],
  build: {
    outDir: at("dist/renderer"),
    emptyOutDir: true,
    target: "chrome120",
    // The policy has no data: fonts and inlined assets would grow the first download.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
  },
});
