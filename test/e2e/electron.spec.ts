import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { _electron, expect, test } from "@playwright/test";
import { build } from "../../scripts/build.ts";
import { findElectron } from "../../scripts/electron.ts";
import { hasDisplay } from "../../electron/bridge/browser.ts";
import { at } from "../../scripts/run.ts";

/** The shell itself, unfused: Playwright needs the inspector that the packaged app has turned off. */
const electron = findElectron();

test.describe("in Electron", () => {
  test.skip(
    electron === null,
    "Electron's binary is not here; npm start downloads it where it can",
  );
  test.skip(!hasDisplay(), "Electron needs a display");

  test("the window opens sandboxed on app:// and shows Lajur", async () => {
    expect(await build("shell")).toBe(true);
    const folder = mkdtempSync(join(tmpdir(), "lajur-electron-"));
    const app = await _electron.launch({
      executablePath: electron ?? "",
      args: [
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        at("."),
        "--archive",
        join(folder, "arsip"),
      ],
    });
    try {
      const page = await app.firstWindow();
      await expect(page).toHaveTitle(/Lajur/);
      expect(new URL(page.url()).protocol).toBe("app:");
      expect(await page.evaluate(() => typeof window.lajur?.post)).toBe("function");
      expect(await page.evaluate(() => "require" in window || "process" in window)).toBe(false);
      await page.evaluate(() => location.assign("https://example.org/"));
      expect(new URL(page.url()).protocol).toBe("app:");
    } finally {
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
