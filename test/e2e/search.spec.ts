import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "./lajur.ts";

/** Finding things again: the page Cari under Arsip, and the box in the top bar. */
test.use({ demo: true });

const box = (page: Page) => page.getByRole("combobox", { name: "Cari atau pergi ke" });
const words = (page: Page) => page.getByLabel("Cari di seluruh arsip");
const hits = (page: Page) =>
  page.getByRole("list", { name: "Hasil pencarian" }).getByRole("listitem");

test("anything is found by any word in it, and opened where it stands", async ({ page, lajur }) => {
  const file = join(lajur.folder, "telaah.txt");
  writeFileSync(file, "Ketersediaan pupuk bersubsidi per kecamatan");
  await page.getByRole("button", { name: /Rina/ }).click();
  const menu = page.getByRole("navigation", { name: "Menu utama" });
  await menu.getByText("Permohonan").click();
  await page.getByText("2026/0010").first().click();
  await page.getByRole("tab", { name: /Berkas/ }).click();
  await page.locator("input[type=file]").setInputFiles(file);
  await expect(page.getByText("telaah.txt").first()).toBeVisible();

  await menu.getByText("Arsip").click();
  await expect(page.getByText("Cari apa saja yang pernah dicatat")).toBeVisible();
  // Read behind the officer's back; another form of the word finds it.
  await words(page).fill("memupuk menyediakan");
  await expect(hits(page)).toHaveCount(1, { timeout: 15_000 });
  await expect(hits(page).first().locator("mark")).toHaveText(["Ketersediaan", "pupuk"]);

  await words(page).fill("data");
  await expect(page.getByText(/^\d+ hasil$/)).toBeVisible();
  await expect(hits(page)).toHaveCount(20);
  await page.getByRole("group", { name: "Saring menurut jenis" }).getByText("Surat").click();
  await expect(hits(page).first().getByText("Surat", { exact: true })).toBeVisible();
  expect(await hits(page).count()).toBeLessThan(20);
  await hits(page).first().getByRole("link").click();
  await expect(page).toHaveURL(/permohonan\/.*surat=/);
  await page.goBack();
  await expect(words(page)).toHaveValue("data");
  await expect(hits(page).first()).toBeVisible();

  await words(page).fill('-"" ///');
  await expect(page.getByText("Tulis sedikitnya satu kata atau nomor yang dicari.")).toBeVisible();
  await words(page).fill("kata yang tidak ada");
  await expect(page.getByText("Tidak ada yang memuat semua kata itu")).toBeVisible();
});

test("the box in the top bar leads anywhere by the keyboard alone", async ({ page }) => {
  await page.getByRole("button", { name: /Rina/ }).click();
  await expect(page.getByText("Perlu Anda kerjakan")).toBeVisible();

  await page.keyboard.press("Control+k");
  await expect(page.getByRole("option", { name: "Permohonan baru" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("listbox")).toBeHidden();

  await page.keyboard.press("Control+k");
  await page.keyboard.type("penga");
  await expect(page.getByRole("option", { name: "Pengaturan" })).toBeVisible();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#\/pengaturan/);

  await page.keyboard.press("Control+k");
  await page.keyboard.type("ayu padi");
  await expect(page.getByRole("option", { name: /2026\/0010/ }).first()).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#\/permohonan\//);
  await expect(box(page)).toHaveValue("");

  await page.keyboard.press("Control+k");
  await page.keyboard.type("produksi");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#\/arsip\?cari=produksi/);
  await expect(words(page)).toHaveValue("produksi");
  await expect(hits(page).first()).toBeVisible();
});
