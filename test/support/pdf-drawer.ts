import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { build } from "vite";
import { at } from "../../scripts/run.ts";
import type { DrawnPage } from "./pdf-page.ts";

/** Makes a browser's page draw PDFs; answers the pages of one as PNG, in dots per inch. */
export async function createPdfDrawer(page: Page) {
  const outDir = mkdtempSync(join(tmpdir(), "lajur-drawer-"));
  await build({
    configFile: false,
    logLevel: "error",
    build: {
      outDir,
      lib: { entry: at("test/support/pdf-page.ts"), formats: ["iife"], name: "pdf" },
      rollupOptions: { output: { entryFileNames: "page.js" } },
    },
  });
  await page.goto("about:blank");
  await page.addScriptTag({ path: join(outDir, "page.js") });
  return (pdf: Uint8Array, dpi: number): Promise<DrawnPage[]> =>
    page.evaluate(
      ([base64, resolution]) =>
        (window as unknown as { drawPdf(pdf: string, dpi: number): Promise<DrawnPage[]> }).drawPdf(
          base64,
          resolution,
        ),
      [Buffer.from(pdf).toString("base64"), dpi] as const,
    );
}

/** The bytes of a drawn page. */
export const pngOf = ({ png }: DrawnPage): Buffer =>
  Buffer.from(png.slice(png.indexOf(",") + 1), "base64");
