import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { at } from "../../scripts/run.ts";
import { createPdfDrawer, pngOf } from "../support/pdf-drawer.ts";
import { go } from "./address.ts";
import { expect, test } from "./lajur.ts";

/**
 * Every sheet as it prints and as the screen shows it, as PNG in test-results/sheets, to be looked
 * at. What a machine can see is asserted: pages of the right shape, neither blank nor blotted.
 */

const OUT = at("test-results/sheets");
const IDS = readdirSync(at("resources/sop")).map((file) => file.slice(0, -".json".length));

test("every sheet is drawn on paper", async ({ lajur, page }) => {
  test.setTimeout(180_000);
  mkdirSync(OUT, { recursive: true });
  await lajur.stop();
  const draw = await createPdfDrawer(page);
  for (const [number, sop] of IDS.entries()) {
    const path = join(lajur.folder, `${sop}.pdf`);
    const paper = number % 2 === 0 ? "A4" : "F4";
    const printed = await lajur.cli("sheet.render", { sop, paper, path });
    const pages = await draw(readFileSync(path), 80);
    expect(pages.length, sop).toBe(printed.pages);
    pages.forEach((drawn, index) => {
      const { ink, width, height } = drawn;
      const name = `${sop}-${index + 1}.png`;
      writeFileSync(join(OUT, name), pngOf(drawn));
      expect(ink, `${name}: share of ink`).toBeGreaterThan(0.005);
      expect(ink, `${name}: share of ink`).toBeLessThan(0.2);
      const lies = width > height;
      // Only what an office binds behind a sheet stands upright.
      expect(lies || index > 1, `${name} lies across the paper`).toBe(true);
    });
  }
});

test.describe("on the screen", () => {
  test.use({ demo: true });

  test("every sheet is drawn without scrolling sideways", async ({ page }) => {
    test.setTimeout(120_000);
    mkdirSync(OUT, { recursive: true });
    await page.getByRole("button", { name: /Rina/ }).click();
    for (const sop of IDS) {
      await go(page, `/sop/${sop}`);
      const sheet = page.getByRole("region", { name: "Lembar SOP" });
      await expect(sheet.locator(`[data-step="1"]`)).toBeVisible();
      await expect(page).toHaveURL(new RegExp(`/sop/${sop}$`));
      const wide = await sheet.evaluate((element) => element.scrollWidth - element.clientWidth);
      expect(wide, `${sop} scrolls sideways`).toBeLessThanOrEqual(0);
      await sheet.screenshot({ path: join(OUT, `${sop}-layar.png`) });
    }
  });
});
