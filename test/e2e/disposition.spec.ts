import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessible.ts";
import { expect, test } from "./lajur.ts";

/** A letter goes down the office by disposisi: given, passed on, done with a report, printed. */
test.use({ demo: true });

async function signIn(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: new RegExp(name) }).click();
  await expect(page.getByText("Perlu Anda kerjakan")).toBeVisible();
}

async function signInAs(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "Ganti pengguna" }).click();
  await signIn(page, name);
}

const openMine = async (page: Page): Promise<void> => {
  await page.getByRole("link", { name: /^Disposisi/ }).click();
  await expect(page.getByRole("heading", { name: "Disposisi" })).toBeVisible();
};

const KASI = "Kepala Seksi Statistik Sektoral";

test("is given, stands in the next one's list, is passed on, reported and printed", async ({
  page,
}) => {
  // Agus gives one as kepala bidang: to two, the second one leading, in his own words.
  await signIn(page, "Agus");
  await page.getByRole("link", { name: "Permohonan", exact: false }).first().click();
  await page.getByRole("link", { name: "2026/0011" }).click();
  await page.getByRole("button", { name: "Buat disposisi …" }).click();
  const dialog = page.getByRole("dialog", { name: "Lembar disposisi" });
  await expect(dialog.getByRole("button", { name: /Dari$/ })).toContainText("Kepala Bidang");
  const recipients = dialog.getByRole("group", { name: /Diteruskan kepada/ });
  await recipients.getByText("Sekretaris Dinas").click();
  await recipients.getByText(KASI).click();
  await dialog.getByRole("button", { name: /Penerima utama/ }).click();
  await page.getByRole("option", { name: KASI }).click();
  await dialog.getByLabel("Petunjuk lain").fill("Hadiri rapat produsen data");
  const paper = dialog.getByRole("region", { name: "Pratinjau" });
  await expect(paper).toContainText("Hadiri rapat produsen data");
  await expect(paper).toContainText(`${KASI} (utama)`);
  await dialog.getByRole("button", { name: "Berikan disposisi" }).click();
  await expect(page.getByText(/Disposisi kepada Sekretaris Dinas dan .* tersimpan/)).toBeVisible();
  await dialog.getByRole("button", { name: "Tutup" }).click();

  // Dewi finds it in her list and on Beranda, and passes it on to her staff.
  await signInAs(page, "Dewi");
  await expect(page.locator(".home-task").filter({ hasText: "2026/0011" })).toBeVisible();
  await openMine(page);
  const row = page.getByRole("row").filter({ hasText: "2026/0011" });
  await expect(row).toContainText("Hadiri rapat produsen data");
  await row.getByRole("link").click();
  await page
    .getByRole("button", { name: "Teruskan disposisi dari Kepala Bidang Statistik dan Persandian" })
    .click();
  await expect(dialog.getByRole("button", { name: /Dari$/ })).toContainText(KASI);
  await dialog
    .getByRole("group", { name: /Diteruskan kepada/ })
    .getByText("Staf Statistik")
    .click();
  await dialog.getByRole("button", { name: /Tata letak/ }).click();
  await page.getByRole("option", { name: "Dua per lembar" }).click();
  await expect(paper.getByText("LEMBAR DISPOSISI")).toHaveCount(2);
  await dialog.getByRole("button", { name: "Berikan disposisi" }).click();
  await expect(page.getByText("Disposisi kepada Staf Statistik tersimpan.")).toBeVisible();
  await dialog.getByRole("button", { name: "Tutup" }).click();
  await expect(page.locator(".chain-item .chain-item")).toContainText("Staf Statistik");

  // Rina is done with hers and says so.
  await signInAs(page, "Rina");
  await openMine(page);
  await page.getByRole("button", { name: "Lapor selesai: Staf Statistik, 2026/0011" }).click();
  const report = page.getByRole("dialog", { name: "Lapor selesai" });
  await report.getByRole("button", { name: "Lapor selesai" }).click();
  await expect(report.getByText("Bagian ini wajib diisi.")).toBeVisible();
  await report.getByLabel("Laporan").fill("Data sudah disiapkan.");
  await report.getByRole("button", { name: "Lapor selesai" }).click();
  await expect(page.getByText("Disposisi dilaporkan selesai.")).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: "2026/0011" })).toHaveCount(0);
  await page.getByRole("button", { name: "Selesai", exact: true }).click();
  await page.getByRole("row").filter({ hasText: "2026/0011" }).getByRole("link").click();
  await expect(page.locator(".chain-asked")).toContainText("Data sudah disiapkan.");
  await page.getByRole("tab", { name: /Riwayat/ }).click();
  await expect(
    page.getByText("Disposisi dilaporkan selesai oleh Staf Statistik", { exact: true }),
  ).toBeVisible();
});

test("an empty list says what will stand there, and the lists hold everybody's", async ({
  page,
}) => {
  await signIn(page, "Sari");
  await expect(page.getByText("Disposisi untuk Anda")).toHaveCount(0);
  await openMine(page);
  await expect(page.getByText("Tidak ada disposisi untuk Anda")).toBeVisible();
  await page.getByRole("button", { name: "Semua" }).click();
  await expect(page.getByRole("table", { name: "Disposisi" })).toContainText("terlambat");
  await page.getByLabel("Cari disposisi").fill("sekretaris padi");
  await expect(page.getByText("1 disposisi", { exact: true })).toBeVisible();
  await page.getByLabel("Cari disposisi").fill("tidak ada kata ini");
  await page.getByRole("button", { name: "Kosongkan pencarian" }).click();
  await expect(page.getByText("6 disposisi", { exact: true })).toBeVisible();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`list, chain and form are accessible in ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await signIn(page, "Dewi");
    await expectAccessible(page);
    await openMine(page);
    await expect(page.getByRole("row").nth(1)).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("row").nth(1).getByRole("link").click();
    await expect(page.locator(".chain-asked")).toBeVisible();
    await expectAccessible(page);
    await page
      .getByRole("button", { name: /^Teruskan disposisi/ })
      .first()
      .click();
    await expect(page.getByText("LEMBAR DISPOSISI")).toBeVisible();
    await expectAccessible(page);
  });
}
