import type { Page } from "@playwright/test";
import exceljs from "exceljs";
import { go } from "./address.ts";
import { expect, test } from "./lajur.ts";

/** The clocks as an officer meets them: late work first, how it was counted, pausing, holidays. */
test.use({ demo: true });

async function signIn(page: Page): Promise<void> {
  await page.getByRole("button", { name: /Rina/ }).click();
  await expect(page.getByText("Perlu Anda kerjakan")).toBeVisible();
}

test("what is late stands first, and its deadline is explained on a click", async ({ page }) => {
  await signIn(page);
  await page.getByRole("link", { name: /terlambat$/ }).click();
  const rows = page.locator(".rows-body .rows-row");
  await expect(rows.first()).toContainText("terlambat");
  await rows.first().getByRole("link").click();
  await page.getByRole("button", { name: /Tenggat langkah/ }).click();
  const dialog = page.getByRole("dialog", { name: "Waktu" });
  await dialog.getByText("Lihat perhitungannya").first().click();
  await expect(dialog.getByText(/dihitung, hari ke-1/).first()).toBeVisible();
  await expect(dialog.getByText(/tidak dihitung: akhir pekan/).first()).toBeVisible();
});

test("the clock is stopped with a reason, and runs again", async ({ page }) => {
  await signIn(page);
  await page.locator(".home-row").first().click();
  await page.getByRole("button", { name: "Waktu dan keberatan …" }).click();
  await page.getByRole("menuitem", { name: "Hentikan waktu …" }).click();
  const dialog = page.getByRole("dialog", { name: "Hentikan waktu" });
  await dialog.getByLabel("Alasan").fill("Menunggu rincian periode dari pemohon.");
  await dialog.getByRole("button", { name: "Hentikan waktu" }).click();
  await expect(page.getByRole("button", { name: /Tenggat langkah .*dihentikan/ })).toBeVisible();
  await page.getByRole("button", { name: "Waktu dan keberatan …" }).click();
  await page.getByRole("menuitem", { name: "Jalankan waktu lagi" }).click();
  await expect(page.getByRole("button", { name: /Tenggat langkah .*dihentikan/ })).toHaveCount(0);
  await page.getByRole("tab", { name: /Riwayat/ }).click();
  await expect(page.getByText("Waktu berjalan lagi", { exact: true })).toBeVisible();
});

test("an answer is extended once, and its letter is there to print", async ({ page }) => {
  await signIn(page);
  await page.locator(".home-row").first().click();
  await page.getByRole("button", { name: "Waktu dan keberatan …" }).click();
  await page.getByRole("menuitem", { name: "Perpanjang jawaban …" }).click();
  const dialog = page.getByRole("dialog", { name: "Perpanjang jawaban" });
  await dialog.getByLabel("Alasan").fill("Data dihimpun dari tiga perangkat daerah.");
  await dialog.getByRole("button", { name: "Perpanjang jawaban" }).click();
  await page.getByRole("button", { name: "Siapkan surat perpanjangan waktu" }).click();
  await expect(
    page.getByRole("dialog", { name: "Surat perpanjangan waktu" }).locator("canvas").first(),
  ).toBeVisible();
});

test("a holiday is taken out, and the deadlines that move are named", async ({ page, lajur }) => {
  await signIn(page);
  await go(page, "/pengaturan/waktu");
  await expect(page.getByText("Libur 2026").first()).toBeVisible();
  await page.getByRole("button", { name: "Hapus libur 25 Desember 2026" }).click();
  await page.getByRole("button", { name: "Simpan libur" }).click();
  await expect(page.getByText("Libur 2026 disimpan.")).toBeVisible();
  await expect(page.getByText(/tenggat/i).first()).toBeVisible();
  await lajur.stop();
  const { years } = await lajur.cli("calendar.get", {});
  const days = years.find((one) => one.year === 2026)?.holidays.map(({ day }) => day);
  expect(days).not.toContain("2026-12-25");
  expect(days).toContain("2026-08-17");
});

test("next year's holidays come from an Excel sheet", async ({ page, lajur }) => {
  const workbook = new exceljs.Workbook();
  workbook.addWorksheet("Libur").addRows([
    ["No.", "Tanggal", "Hari", "Keterangan"],
    [1, "1 Januari 2027", "Jumat", "Tahun Baru 2027 Masehi"],
    [2, new Date("2027-08-17T00:00:00Z"), "Selasa", "Proklamasi Kemerdekaan"],
    [3, "32 Agustus 2027", "Selasa", "Bukan hari"],
  ]);
  const file = {
    name: "libur.xlsx",
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer: Buffer.from(await workbook.xlsx.writeBuffer()),
  };
  await signIn(page);
  await go(page, "/pengaturan/waktu");
  await expect(page.getByText("Libur 2027 belum diisi.")).toBeVisible();
  await page.locator("input[type=file]").setInputFiles(file);
  await expect(page.getByText("memuat libur 2027, bukan 2026")).toBeVisible();
  await page.getByRole("button", { name: /Tahun/ }).click();
  await page.getByRole("option", { name: "2027" }).click();
  await page.locator("input[type=file]").setInputFiles(file);
  await expect(page.getByText("2 hari dibaca. Periksa, lalu simpan.")).toBeVisible();
  await expect(page.getByText(/32 Agustus 2027 Bukan hari/)).toBeVisible();
  await page.getByRole("button", { name: "Simpan libur" }).click();
  await expect(page.getByText("Libur 2027 disimpan.")).toBeVisible();
  await expect(page.getByText("Libur 2027 belum diisi.")).toHaveCount(0);
  await lajur.stop();
  const { years } = await lajur.cli("calendar.get", {});
  expect(years.find((one) => one.year === 2027)?.holidays).toHaveLength(2);
});
