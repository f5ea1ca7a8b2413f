import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { RequestDetail } from "#shared/contract.ts";
import { textOf } from "../support/pdf.ts";
import { expect, type Lajur, test } from "./lajur.ts";

/** The main job as an officer does it, from an empty archive to the two ends of the sheet. */

async function firstStart(page: Page): Promise<void> {
  await page.getByLabel("Pemerintah daerah").fill("PEMERINTAH KABUPATEN CONTOH");
  await page.getByRole("textbox", { name: "Alamat" }).fill("Jalan Merdeka Nomor 1, Contoh 12345");
  await page.getByLabel("Tempat surat").fill("Contoh");
  await page.getByLabel("Nama dan gelar").fill("Budi Contoh, S.Kom.");
  await page.getByLabel("NIP").fill("19700101 199501 1 001");
  await page.getByRole("button", { name: "Simpan dan mulai" }).click();
  await expect(page.getByText("Pengguna pertama")).toBeVisible();
  await page.getByLabel("Nama", { exact: false }).first().fill("Rina");
  await page.getByLabel("Jabatan").fill("Staf Statistik");
  await page.getByText("Walidata / Diskominfo").click();
  await page.getByRole("button", { name: "Simpan dan mulai" }).click();
  await expect(page.getByRole("heading", { name: /Rina/ })).toBeVisible();
}

async function intake(page: Page, subject: string): Promise<string> {
  await page.getByRole("link", { name: "Permohonan baru" }).click();
  await page.getByLabel("Nomor surat").fill("118/UN99/PT/2026");
  await page
    .getByRole("textbox", { name: "Nama", exact: false })
    .first()
    .fill("Ayu “Contoh” O'Néill 👩‍🌾");
  await page.getByLabel("Perihal").fill(subject);
  await page.getByLabel("Nama data baris 1").fill("Produksi padi per kecamatan");
  await page.getByLabel("Periode baris 1").fill("2021–2025");
  await page.getByRole("button", { name: /SOP/ }).click();
  await page.getByRole("option", { name: "Permintaan Data (Kabupaten Magetan)" }).click();
  await page.getByRole("button", { name: "Daftarkan permohonan" }).click();
  await expect(page.getByText("Nomor pendaftaran")).toBeVisible();
  const number = await page.locator(".intake-number").innerText();
  await page.getByRole("link", { name: "Buka permohonan" }).click();
  await expect(page.getByText("3. Cek daftar data yang diminta")).toBeVisible();
  return number;
}

async function complete(page: Page, button: string, next: string): Promise<void> {
  await page.getByRole("button", { name: button }).click();
  await expect(page.locator(".step-panel").getByText(next)).toBeVisible();
}

async function found(lajur: Lajur, number: string): Promise<RequestDetail> {
  const { rows } = await lajur.cli("request.list", { words: number });
  const id = rows[0]?.id ?? "";
  return lajur.cli("request.get", { id });
}

test("a request is refused: reasons, numbered letter with its list, closed as ditolak", async ({
  page,
  lajur,
}) => {
  await firstStart(page);
  const number = await intake(page, "Data penerima bantuan menurut nama");
  await page.getByRole("button", { name: "Isi ketersediaan data" }).click();
  await page.getByRole("button", { name: /Ketersediaan 1/ }).click();
  await page.getByRole("option", { name: "Dikecualikan" }).click();
  await page.getByRole("button", { name: "Simpan ketersediaan" }).click();
  await expect(page.getByText("Ketersediaan data tersimpan.")).toBeVisible();
  await complete(page, "Selesaikan langkah", "4. Putuskan apakah daftar data disetujui");
  await page.getByLabel("Catatan langkah").fill("Memuat data pribadi.");
  await complete(page, "Putuskan: Tidak", "5. Kirim surat penolakan disertai alasannya");

  await page.getByRole("button", { name: "Siapkan surat penolakan" }).click();
  await expect(page.getByLabel(/Alasan penolakan/)).toHaveValue("Memuat data pribadi.");
  await page.getByRole("button", { name: "Beri nomor …" }).click();
  await page.getByRole("button", { name: "Beri nomor", exact: true }).click();
  await expect(page.getByText(/Surat ini bernomor 500.14\/1\/DISKOMINFO/)).toBeVisible();
  await expect(page.locator(".pdf-page")).toHaveCount(2);
  await page.keyboard.press("Escape");

  await complete(page, "Selesaikan langkah", "6. Terima surat penolakan");
  await complete(page, "Selesaikan dan tutup (ditolak)", "Permohonan ditutup: Ditolak");

  await lajur.stop();
  const request = await found(lajur, number);
  expect(request).toMatchObject({ status: "ended", outcome: "ditolak" });
  expect(request.requester?.name).toBe("Ayu “Contoh” O'Néill 👩‍🌾");
  const path = join(lajur.folder, "penolakan.pdf");
  await lajur.cli("document.render", { request: request.id, kind: "refusal", paper: "F4", path });
  const words = await textOf(readFileSync(path));
  expect(words).toContain("Memuat data pribadi.");
  expect(words).toMatch(/500\.14\/1\/DISKOMINFO/);
  expect(words.toUpperCase()).toContain("KETERSEDIAAN DATA");
  expect(words).toContain("Produksi padi per kecamatan");
  expect(words).not.toContain("DRAF");
});

test("a request is fulfilled with its files, and is the same after a restart and a rebuild", async ({
  page,
  lajur,
}) => {
  await firstStart(page);
  const number = await intake(page, "Data produksi padi per kecamatan");
  await complete(page, "Selesaikan langkah", "4. Putuskan apakah daftar data disetujui");
  await complete(page, "Putuskan: Ya", "7. Kumpulkan data sesuai daftar permintaan");

  const good = join(lajur.folder, "padi.csv");
  const twin = join(lajur.folder, "padi salinan.csv");
  const empty = join(lajur.folder, "kosong.csv");
  writeFileSync(good, "kecamatan;ton\nContoh;12\n");
  writeFileSync(twin, "kecamatan;ton\nContoh;12\n");
  writeFileSync(empty, "");
  await page.locator("input[type=file]").setInputFiles([good, twin, empty]);
  await expect(page.getByText(/Isinya sama dengan padi.csv/)).toBeVisible();
  await expect(page.getByText(/kosong.csv kosong \(0 bita\)/)).toBeVisible();

  await complete(page, "Selesaikan langkah", "8. Olah data sebelum dikirim");
  await complete(page, "Selesaikan langkah", "9. Kirim data sebagai hard copy");
  await page.getByRole("button", { name: "Batalkan langkah 8 …" }).click();
  await page.getByRole("dialog").getByRole("textbox", { name: "Alasan" }).fill("Belum lengkap");
  await page.getByRole("button", { name: "Batalkan penyelesaian langkah 8" }).click();
  await expect(page.locator(".step-panel").getByText("8. Olah data")).toBeVisible();
  await complete(page, "Selesaikan langkah", "9. Kirim data sebagai hard copy");
  await complete(page, "Selesaikan langkah", "10. Permintaan data selesai");

  await lajur.restart();
  await page.getByRole("navigation", { name: "Menu utama" }).getByText("Permohonan").click();
  await page.getByRole("link", { name: number }).click();
  await complete(page, "Tutup permohonan", "Permohonan ditutup: Selesai");
  await page.getByRole("tab", { name: /Riwayat/ }).click();
  await expect(page.getByText("Penyelesaian langkah 8 dibatalkan")).toBeVisible();

  await lajur.stop();
  const before = await found(lajur, number);
  expect(before.files.map((file) => file.name)).toEqual(["padi.csv", "padi salinan.csv"]);
  expect(new Set(before.files.map((file) => file.sha256)).size).toBe(1);
  const rebuilt = await lajur.command("rebuild");
  expect(rebuilt.code).toBe(0);
  expect(await found(lajur, number)).toEqual(before);
  const doctor = JSON.parse((await lajur.command("doctor")).stdout) as { sound: boolean };
  expect(doctor.sound).toBe(true);

  const path = join(lajur.folder, "pengantar.pdf");
  await lajur.cli("document.render", { request: before.id, kind: "delivery", path });
  const words = await textOf(readFileSync(path));
  expect(words).toContain("Produksi padi per kecamatan");
  expect(words).toContain("DRAF");
});

test("a double click completes one step, and empty fields are named where they are", async ({
  page,
  lajur,
}) => {
  await firstStart(page);
  await page.getByRole("link", { name: "Permohonan baru" }).click();
  await page.getByRole("button", { name: "Daftarkan permohonan" }).click();
  await expect(page.getByText("Bagian ini wajib diisi.")).toHaveCount(3);
  await expect(page.getByText(/Daftar data masih kosong/)).toBeVisible();
  await page.getByRole("link", { name: "Beranda" }).click();
  const number = await intake(page, "Data jalan");
  await page.getByRole("button", { name: "Selesaikan langkah" }).dblclick();
  await expect(page.locator(".step-panel").getByText("4. Putuskan")).toBeVisible();
  await lajur.stop();
  const request = await found(lajur, number);
  expect(request.visits.filter((visit) => visit.completed !== null)).toHaveLength(3);
});
