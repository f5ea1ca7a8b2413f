import { expectAccessible } from "./accessible.ts";
import { go } from "./address.ts";
import { expect, test } from "./lajur.ts";

/** Every screen of the made-up office, held against WCAG 2.2 AA in light and dark. */
test.use({ demo: true });

for (const colorScheme of ["light", "dark"] as const) {
  test(`every screen is accessible in ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await expect(page.getByRole("button", { name: /Rina/ })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: /Rina/ }).click();
    await expect(page.getByText("Perlu Anda kerjakan")).toBeVisible();
    await expectAccessible(page);
    const menu = page.getByRole("navigation", { name: "Menu utama" });
    await menu.getByText("SOP").click();
    await page.getByRole("link", { name: "Permintaan Data", exact: true }).click();
    await expect(page.getByRole("table").first()).toBeVisible();
    await expectAccessible(page);
    await menu.getByText("Pengaturan").click();
    await expect(page.getByLabel("Pemerintah daerah")).toBeVisible();
    await expectAccessible(page);
    await menu.getByText("Permohonan").click();
    await page.getByRole("link", { name: "2026/0010" }).or(page.getByText("0010")).first().click();
    await expect(page.getByText("Yang harus dilakukan sekarang")).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("tab", { name: /Data diminta/ }).click();
    await expectAccessible(page);
    await page.getByRole("button", { name: /Identitas pemohon/ }).click();
    await expect(page.getByRole("dialog", { name: "Identitas pemohon" })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Hapus data pribadi …" }).click();
    await expect(page.getByRole("alertdialog")).toBeVisible();
    await expectAccessible(page);
  });
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`the SOP's own screens are accessible in ${colorScheme}`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.emulateMedia({ colorScheme });
    await page.getByRole("button", { name: /Rina/ }).click();
    const open = async (address: string, text: string | RegExp): Promise<void> => {
      await go(page, address);
      await expect(page.getByText(text).first()).toBeVisible();
      await expectAccessible(page);
    };
    await open("/sop", "Kabupaten Way Kanan");
    await open("/sop/way-kanan-i-penjaminan-kualitas", "Baku Mutu");
    await open("/sop/buku", "Buku SOP");
    await open("/sop/buku/way-kanan", "SOP yang dimuat");
    await open("/kegiatan/baru", "Kegiatan baru");
    await open("/arsip", "Cari apa saja yang pernah dicatat");
    await open("/arsip?cari=data", /^\d+ hasil$/);
    await open("/arsip/retensi", "Jadwal retensi (JRA) belum diisi");
    await page.getByRole("button", { name: /^Belum diatur/ }).click();
    await expect(page.getByRole("table", { name: "Belum diatur" })).toBeVisible();
    await expectAccessible(page);
    await open("/pengaturan/penomoran", "Jadwal retensi arsip (JRA)");
    await open("/pengaturan/waktu", "Libur 2026");
    await open("/pengaturan/cadangan", "Belum ada tempat cadangan");
    await open("/pengaturan/data-pribadi", "Catatan akses identitas");
    await open("/sop/way-kanan-g-informasi-dikecualikan", "Aktivitas");
    await page.getByRole("button", { name: "Ubah" }).click();
    await expect(page.getByText("Pelaksana (kolom)")).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("tab", { name: "Identitas" }).click();
    await expect(page.getByLabel("Nomor SOP")).toBeVisible();
    await expectAccessible(page);
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
