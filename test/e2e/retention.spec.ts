import type { Page } from "@playwright/test";
import { go } from "./address.ts";
import { expect, test } from "./lajur.ts";

/** Retention: the schedule, the lists, the place of a paper, and a destruction by two people. */
test.use({ demo: true });

/** A schedule by which everything closed under 500.14 is over at once. */
async function writeSchedule(page: Page): Promise<void> {
  await go(page, "/pengaturan/penomoran");
  const schedule = page.getByRole("region", { name: "Jadwal retensi arsip (JRA)" }).first();
  await expect(schedule.getByText("Belum ada aturan.")).toBeVisible();
  await schedule.getByRole("combobox", { name: "Kode" }).fill("500.14");
  await page.keyboard.press("Escape");
  await schedule.getByRole("button", { name: "Sesudah itu" }).click();
  await page.getByRole("option", { name: "Musnah" }).click();
  await schedule.getByRole("button", { name: "Tambah aturan" }).click();
  await schedule.getByRole("button", { name: "Simpan jadwal" }).click();
  await expect(page.getByText("1 aturan retensi tersimpan.")).toBeVisible();
}

test("what is over is destroyed by two people, and the record of it stays", async ({ page }) => {
  test.setTimeout(120_000);
  await page.getByRole("button", { name: /Rina/ }).click();
  await writeSchedule(page);

  // A closed request gets its classification and its place.
  await go(page, "/permohonan");
  const closed = page.locator(".rows-body .rows-row").filter({ hasText: "Selesai" }).first();
  const number = (await closed.getByRole("link").first().textContent()) ?? "";
  await closed.getByRole("link").first().click();
  await page.getByRole("button", { name: "Klasifikasi dan tempat arsip" }).click();
  const form = page.getByRole("dialog", { name: "Klasifikasi dan tempat arsip" });
  await form.getByRole("combobox", { name: "Klasifikasi" }).fill("500.14.4");
  await form.getByLabel("Rak").fill("2");
  await form.getByLabel("Boks").fill("14");
  await form.getByRole("button", { name: "Simpan" }).click();
  await expect(page.getByText("Rak 2, boks 14")).toBeVisible();
  await expect(page.getByText("Masa simpan berakhir: usul musnah")).toBeVisible();

  await go(page, "/arsip/retensi");
  await page.getByRole("button", { name: /^Tempat/ }).click();
  await page.getByRole("button", { name: "Cetak label …" }).click();
  const labels = page.getByRole("dialog", { name: "Cetak label arsip" });
  await expect(labels.locator("canvas").first()).toBeVisible();
  await labels.getByRole("button", { name: "Tutup" }).click();

  await page.getByRole("button", { name: /^Usul musnah/ }).click();
  await page.getByRole("checkbox", { name: `Pilih ${number}` }).click({ force: true });
  await page.getByRole("button", { name: "Usulkan pemusnahan …" }).click();
  const proposal = page.getByRole("dialog", { name: "Usulkan pemusnahan" });
  await proposal.getByRole("button", { name: "Usulkan pemusnahan" }).click();

  await page.getByRole("button", { name: "Buka …" }).click();
  const detail = page.getByRole("dialog", { name: "Pemusnahan 1 arsip" });
  await detail.getByRole("button", { name: "Setujui sebagai saya" }).click();
  await expect(detail.getByText("Anda sudah menyetujui.")).toBeVisible();
  await expect(detail.getByRole("button", { name: /Laksanakan/ })).toHaveCount(0);
  await detail.getByRole("button", { name: "Tutup" }).click();

  // Somebody else approves and carries it out.
  await page.getByRole("button", { name: "Ganti pengguna" }).click();
  await page.getByRole("button", { name: /Agus/ }).first().click();
  await go(page, "/arsip/retensi");
  await page.getByRole("button", { name: /^Berita acara/ }).click();
  await page.getByRole("button", { name: "Buka …" }).click();
  await detail.getByRole("button", { name: "Setujui sebagai saya" }).click();
  await detail.getByRole("button", { name: "Laksanakan pemusnahan …" }).click();
  const question = page.getByRole("alertdialog");
  await expect(question.getByText("Yang hilang untuk selamanya")).toBeVisible();
  await question.getByRole("button", { name: "Musnahkan sekarang" }).click();
  await expect(detail.getByText(/Berita acara nomor/)).toBeVisible({ timeout: 30_000 });
  await detail.getByRole("button", { name: "Berita acara …" }).click();
  const paper = page.getByRole("dialog", { name: "Berita acara pemusnahan arsip" });
  await expect(paper.locator("canvas").first()).toBeVisible();
  await paper.getByRole("button", { name: "Tutup" }).click();
  await detail.getByRole("button", { name: "Tutup" }).click();

  await page.getByRole("button", { name: /^Dimusnahkan/ }).click();
  await page.getByRole("link", { name: number }).click();
  await expect(page.getByText("Berkas permohonan ini sudah dimusnahkan")).toBeVisible();
  await expect(page.getByText("500.14.4")).toBeVisible();
});
