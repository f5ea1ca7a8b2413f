import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";
import type { ResultOf } from "#shared/contract.ts";
import { at } from "../../scripts/run.ts";
import { expectAccessible } from "./accessible.ts";
import { go } from "./address.ts";
import { expect, test } from "./lajur.ts";

/** A request's whole file: made at one office, taken over at another. */
test.use({ demo: true, acceptDownloads: true });
test.setTimeout(180_000);

const shot = async (page: Page, name: string): Promise<void> => {
  const folder = process.env["BUNDLE_SHOTS"];
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`) });
};

/** The other office is the same program on an archive of its own. */
async function zipOfOtherOffice(folder: string): Promise<string> {
  const cli = async (...args: string[]): Promise<string> => {
    const archive = ["--archive", join(folder, "kantor-lain")];
    const options = { maxBuffer: 64 * 1024 * 1024 };
    const run = promisify(execFile);
    return (await run(process.execPath, [at("electron/cli/main.ts"), ...archive, ...args], options))
      .stdout;
  };
  const call = (method: string, params: object): Promise<string> =>
    cli("call", method, JSON.stringify(params));
  await cli("demo");
  const list = await call("request.list", { limit: 20, sort: "oldest" });
  const { rows } = JSON.parse(list) as ResultOf<"request.list">;
  const request = rows.find(({ number }) => number === "2026/0002")?.id ?? "";
  const scan = join(folder, "lampiran rinci.txt");
  writeFileSync(scan, "Rincian permintaan\n");
  await call("file.attach", { request, path: scan });
  const path = join(folder, "dari-lain.zip");
  await call("bundle.zip", { request, path });
  return path;
}

test("a request leaves as one PDF and as a ZIP", async ({ page, lajur }) => {
  await page.getByRole("button", { name: /Rina/ }).click();
  await page.getByRole("navigation", { name: "Menu utama" }).getByText("Permohonan").click();
  await page.getByText("2026/0012").or(page.getByText("0012")).first().click();
  await expect(page.getByText("Yang harus dilakukan sekarang")).toBeVisible();
  await page.getByRole("button", { name: "Berkas lengkap …" }).click();
  await shot(page, "menu");
  const pdf = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "Satu PDF" }).click();
  expect((await pdf).suggestedFilename()).toMatch(/^Berkas 2026-0012\.pdf$/);
  await expect(page.getByText("disimpan ke folder unduhan").first()).toBeVisible();
  await page.getByRole("button", { name: "Berkas lengkap …" }).click();
  const zip = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "ZIP untuk kantor lain" }).click();
  const saved = join(lajur.folder, "berkas.zip");
  await (await zip).saveAs(saved);

  // Its own office refuses it in a sentence.
  await go(page, "/arsip/kantor-lain");
  await expect(page.getByText("Belum ada berkas dari kantor lain")).toBeVisible();
  await expectAccessible(page);
  await shot(page, "empty");
  await page.getByRole("button", { name: "Ambil alih berkas …" }).click();
  await page.locator("input[type=file]").setInputFiles(saved);
  await page.getByRole("button", { name: "Periksa dan ambil alih" }).click();
  await expect(page.getByText("milik kantor ini sendiri")).toBeVisible();
  await shot(page, "own");
});

test("a request of another office is read and registered", async ({ page, lajur }) => {
  const path = await zipOfOtherOffice(lajur.folder);
  await page.getByRole("button", { name: /Rina/ }).click();
  await page.getByRole("navigation", { name: "Menu utama" }).getByText("Arsip").click();
  await page.getByRole("link", { name: "Berkas dari kantor lain" }).click();
  await page.getByRole("button", { name: "Ambil alih berkas …" }).click();
  await page.locator("input[type=file]").setInputFiles(path);
  await shot(page, "import");
  await page.getByRole("button", { name: "Periksa dan ambil alih" }).click();
  await expect(page.getByText("Hanya dibaca")).toBeVisible();
  await shot(page, "sheet");
  for (const tab of ["Data diminta", "Berkas", "Surat & disposisi", "Riwayat"]) {
    await page.getByRole("tab", { name: tab }).click();
    await expectAccessible(page);
    await shot(page, `tab-${tab.slice(0, 5).trim()}`);
  }
  await page.getByRole("tab", { name: /^Berkas/ }).click();
  const file = page.waitForEvent("download");
  await page.getByRole("button", { name: "Unduh lampiran rinci.txt" }).click();
  expect((await file).suggestedFilename()).toBe("lampiran rinci.txt");
  await page.getByRole("link", { name: "Berkas dari kantor lain" }).click();
  await expect(page.getByText("1 berkas")).toBeVisible();
  await expectAccessible(page);
  await shot(page, "list");
  await page.getByRole("link", { name: /bantuan sosial/ }).click();
  await page.getByRole("link", { name: "Daftarkan sebagai permohonan" }).click();
  await expect(page.getByText("Dari berkas 2026/0002")).toBeVisible();
  await expectAccessible(page);
  await shot(page, "intake");
  await page.getByRole("button", { name: "Daftarkan permohonan" }).click();
  await expect(page.getByText("2026/0015")).toBeVisible();
  await page.getByRole("link", { name: "Buka permohonan" }).click();
  await page.getByRole("tab", { name: /^Berkas/ }).click();
  await expect(page.getByText("lampiran rinci.txt")).toBeVisible();
});
