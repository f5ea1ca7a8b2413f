import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./lajur.ts";

/** Every screen of the made-up office, held against WCAG 2.2 AA in light and dark. */
test.use({ demo: true });

async function check(page: Page): Promise<void> {
  // React Aria announces the end of a pending press through an element that is gone at once.
  await expect(page.locator("[data-live-announcer] [role=img]")).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(wide, "the page scrolls sideways").toBe(false);
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`every screen is accessible in ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await expect(page.getByRole("button", { name: /Rina/ })).toBeVisible();
    await check(page);
    await page.getByRole("button", { name: /Rina/ }).click();
    await expect(page.getByText("Perlu Anda kerjakan")).toBeVisible();
    await check(page);
    const menu = page.getByRole("navigation", { name: "Menu utama" });
    await menu.getByText("SOP").click();
    await page.getByRole("link", { name: "Permintaan Data", exact: true }).click();
    await expect(page.getByRole("table").first()).toBeVisible();
    await check(page);
    await menu.getByText("Pengaturan").click();
    await expect(page.getByLabel("Pemerintah daerah")).toBeVisible();
    await check(page);
    await menu.getByText("Permohonan").click();
    await page.getByRole("link", { name: "2026/0010" }).or(page.getByText("0010")).first().click();
    await expect(page.getByText("Yang harus dilakukan sekarang")).toBeVisible();
    await check(page);
    await page.getByRole("tab", { name: /Data diminta/ }).click();
    await check(page);
    await page.getByRole("button", { name: /Identitas pemohon/ }).click();
    await expect(page.getByRole("dialog", { name: "Identitas pemohon" })).toBeVisible();
    await check(page);
    await page.getByRole("button", { name: "Hapus data pribadi …" }).click();
    await expect(page.getByRole("alertdialog")).toBeVisible();
    await check(page);
  });
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`the SOP's own screens are accessible in ${colorScheme}`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.emulateMedia({ colorScheme });
    await page.getByRole("button", { name: /Rina/ }).click();
    const go = async (hash: string, text: string | RegExp): Promise<void> => {
      await page.evaluate((to) => {
        location.hash = to;
      }, `#${hash}`);
      await expect(page.getByText(text).first()).toBeVisible();
      await check(page);
    };
    await go("/sop", "Kabupaten Way Kanan");
    await go("/sop/way-kanan-i-penjaminan-kualitas", "Baku Mutu");
    await go("/sop/buku", "Buku SOP");
    await go("/sop/buku/way-kanan", "SOP yang dimuat");
    await go("/kegiatan/baru", "Kegiatan baru");
    await go("/arsip", "Cari apa saja yang pernah dicatat");
    await go("/arsip?cari=data", /^\d+ hasil$/);
    await go("/arsip/retensi", "Jadwal retensi (JRA) belum diisi");
    await page.getByRole("button", { name: /^Belum diatur/ }).click();
    await expect(page.getByRole("table", { name: "Belum diatur" })).toBeVisible();
    await check(page);
    await go("/pengaturan/penomoran", "Jadwal retensi arsip (JRA)");
    await go("/pengaturan/waktu", "Libur 2026");
    await go("/pengaturan/cadangan", "Belum ada tempat cadangan");
    await go("/pengaturan/data-pribadi", "Catatan akses identitas");
    await go("/sop/way-kanan-g-informasi-dikecualikan", "Aktivitas");
    await page.getByRole("button", { name: "Ubah" }).click();
    await expect(page.getByText("Pelaksana (kolom)")).toBeVisible();
    await check(page);
    await page.getByRole("tab", { name: "Identitas" }).click();
    await expect(page.getByLabel("Nomor SOP")).toBeVisible();
    await check(page);
  });
}

test("the list is saved as an Excel workbook", async ({ page }) => {
  await page.getByRole("button", { name: /Rina/ }).click();
  await page.getByRole("navigation", { name: "Menu utama" }).getByText("Permohonan").click();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Ekspor Excel" }).click();
  expect((await download).suggestedFilename()).toMatch(/^Daftar permohonan .*\.xlsx$/);
  await expect(page.getByText("14 permohonan diekspor ke Excel.")).toBeVisible();
});
