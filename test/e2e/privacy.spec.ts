import type { Page } from "@playwright/test";
import { go } from "./address.ts";
import { expect, test } from "./lajur.ts";

/** A requester's personal data: seen, corrected, printed for its owner, erased, and who saw it. */
test.use({ demo: true });

async function openClosed(page: Page): Promise<void> {
  await page.getByRole("button", { name: /Rina/ }).click();
  await go(page, "/permohonan");
  const closed = page.locator(".rows-body .rows-row").filter({ hasText: "Ditolak" }).first();
  await closed.getByRole("link").first().click();
  await expect(page.getByRole("button", { name: /Identitas pemohon/ })).toBeVisible();
}

const identity = (page: Page) => page.getByRole("dialog", { name: "Identitas pemohon" });

test("an identity is corrected with a reason, and the history keeps both", async ({ page }) => {
  await openClosed(page);
  await page.getByRole("button", { name: /Identitas pemohon/ }).click();
  await identity(page).getByRole("button", { name: "Perbaiki identitas …" }).click();
  const form = page.getByRole("dialog", { name: "Perbaiki identitas" });
  await form.getByLabel("Alasan perbaikan").fill("Salah ketik saat pendaftaran.");
  await form.getByRole("button", { name: "Simpan" }).click();
  await expect(form.getByText("Identitas pemohon tidak berubah")).toBeVisible();
  await form.getByRole("textbox", { name: /^Nama/ }).fill("Ratna Dwi Contoh");
  await form.getByRole("button", { name: "Simpan" }).click();
  await expect(identity(page).getByText("menjadi “Ratna Dwi Contoh”")).toBeVisible();
  await identity(page).getByRole("button", { name: "Tutup" }).click();
  await expect(page.locator(".request-head")).toContainText("Ratna Dwi Contoh");
  await page.getByRole("tab", { name: /Riwayat/ }).click();
  await expect(page.getByText("Identitas pemohon diperbaiki").first()).toBeVisible();
  await expect(page.getByText("menjadi “Ratna Dwi Contoh”")).toBeVisible();
});

test("what is held of a requester is printed, and who saw it is listed", async ({ page }) => {
  await openClosed(page);
  await page.getByRole("button", { name: /Identitas pemohon/ }).click();
  await identity(page).getByRole("button", { name: "Cetak untuk pemohon …" }).click();
  const paper = page.getByRole("dialog", { name: "Data pribadi pemohon" });
  await expect(paper.locator("canvas").first()).toBeVisible();
  await paper.getByRole("button", { name: "Tutup" }).click();
  await identity(page).getByRole("button", { name: "Siapa yang membuka …" }).click();
  const list = page.getByRole("dialog", { name: "Siapa yang membuka identitas ini" });
  await expect(list.getByRole("cell", { name: "Dibuka", exact: true }).first()).toBeVisible();
  await expect(list.getByRole("cell", { name: "Disusun untuk pemohon" })).toBeVisible();
});

test("an erased identity is gone from every screen, and stands in the list", async ({
  page,
  lajur,
}) => {
  await openClosed(page);
  const name = await page.locator(".request-facts dd").first().innerText();
  const number = await page.locator(".request-crumbs .number").innerText();
  await page.getByRole("button", { name: /Identitas pemohon/ }).click();
  await identity(page).getByRole("button", { name: "Hapus data pribadi …" }).click();
  const asks = page.getByRole("alertdialog", { name: "Hapus data pribadi pemohon" });
  await asks.getByRole("button", { name: "Hapus data pribadi" }).click();
  await expect(asks.getByText("Bagian ini wajib diisi.")).toBeVisible();
  await asks.getByLabel("Alasan penghapusan").fill("Diminta pemohon.");
  await asks.getByRole("button", { name: "Hapus data pribadi" }).click();
  await expect(identity(page).getByText("Data pribadi sudah dihapus")).toBeVisible();
  await identity(page).getByRole("button", { name: "Tutup" }).click();
  await expect(page.locator(".request-head")).toContainText("(identitas dihapus)");
  await go(page, "/pengaturan/data-pribadi");
  const erased = page.locator(".plain-table tbody tr").first();
  await expect(erased).toContainText(number);
  await expect(erased).toContainText("Diminta pemohon.");
  const log = page.getByRole("table", { name: "Catatan akses identitas" });
  await expect(log.getByText("Dihapus").first()).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Ekspor Excel" }).click();
  expect((await download).suggestedFilename()).toMatch(/^Catatan akses identitas .*\.xlsx$/);
  await lajur.restart();
  const words = name.replace(/ \(.*$/, "");
  await lajur.stop();
  const found = await lajur.cli("request.list", { words });
  expect(found.rows.filter((row) => row.number === number)).toEqual([]);
});
