import { join } from "node:path";
import type { Page } from "@playwright/test";

/** Pictures in both themes, for looking at: only where the environment names a folder for them. */
export async function look(page: Page, name: string): Promise<void> {
  const folder = process.env.LAJUR_LOOK;
  if (folder === undefined) return;
  for (const theme of ["light", "dark"] as const) {
    await page.evaluate((chosen) => {
      document.documentElement.dataset["theme"] = chosen;
    }, theme);
    await page.screenshot({ path: join(folder, `${name}-${theme}.png`) });
  }
  await page.evaluate(() => delete document.documentElement.dataset["theme"]);
}
