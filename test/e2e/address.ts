import type { Page } from "@playwright/test";

/** Goes to a screen by its address, such as `/arsip`, without loading the window again. */
export const go = (page: Page, address: string): Promise<void> =>
  page.evaluate((to) => {
    location.hash = `#${to}`;
  }, address);
