import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { at } from "../../scripts/run.ts";
import { createPdfDrawer, pngOf } from "../support/pdf-drawer.ts";
import { galleryPapers } from "../support/gallery.ts";

/**
 * Every document that a step of the fifteen SOPs offers, and every template by itself, from the
 * made-up office: PDF and PNG in test-results/gallery, to be looked at page by page.
 */

const OUT = at("test-results/gallery");

test("every document of every SOP is drawn", async ({ page }) => {
  test.setTimeout(240_000);
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  const draw = await createPdfDrawer(page);
  let papers = 0;
  for await (const { name, pdf, pages: count } of galleryPapers()) {
    writeFileSync(join(OUT, `${name}.pdf`), pdf);
    const pages = await draw(pdf, 70);
    expect(pages.length, name).toBe(count);
    pages.forEach((drawn, index) => {
      writeFileSync(join(OUT, `${name}-${index + 1}.png`), pngOf(drawn));
      expect(drawn.ink, `${name}, page ${index + 1}: share of ink`).toBeGreaterThan(0.001);
      expect(drawn.ink, `${name}, page ${index + 1}: share of ink`).toBeLessThan(0.2);
      expect(drawn.height, `${name} stands upright`).toBeGreaterThan(drawn.width);
    });
    papers += 1;
  }
  expect(papers).toBeGreaterThan(30);
});
