import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { readPdf } from "../support/pdf.ts";
import { createSigner, plainPdf, signPdf } from "../support/signed-pdf.ts";
import { expectAccessible } from "./accessible.ts";
import { go } from "./address.ts";
import { expect, type Lajur, test } from "./lajur.ts";

/** A letter from its draft to the day it went out, and many printed at once. */
test.use({ demo: true });

/** A request that stands on the step "Hubungi OPD pengampu data", and who works on it. */
async function standing(lajur: Lajur): Promise<string> {
  const users = await lajur.cli("user.list", {});
  const rina = users.find(({ name }) => name === "Rina")?.id ?? "";
  const { id } = await lajur.cli(
    "request.create",
    {
      sop: "banyuwangi-permintaan-data",
      subject: "Data UMKM per kecamatan",
      requester: { kind: "student", name: "Wulan Contoh", institution: "Universitas Contoh" },
      items: [{ name: "Jumlah UMKM", period: "2025", unit: "unit usaha" }],
      letterInHand: true,
    },
    rina,
  );
  await lajur.cli("step.complete", { request: id, step: 2 }, rina);
  await lajur.cli("step.complete", { request: id, step: 3, branch: "Tidak tersedia" }, rina);
  return id;
}

async function signIn(page: Page, name: RegExp): Promise<void> {
  await page.getByRole("button", { name }).click();
  await expect(page.getByText("Perlu Anda kerjakan")).toBeVisible();
}

/** Keeps what goes to the printer, which a test has none of. */
async function catchPrinting(page: Page): Promise<() => Promise<Buffer>> {
  await page.evaluate(() => {
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => {
      if (!(blob instanceof Blob) || blob.type !== "application/pdf") return make(blob);
      Object.assign(globalThis, { printed: blob });
      return make(new Blob(["<p></p>"], { type: "text/html" }));
    };
  });
  return async () => {
    const bytes = await page.evaluate(async () => {
      const { printed } = globalThis as { printed?: Blob };
      return printed === undefined ? [] : [...new Uint8Array(await printed.arrayBuffer())];
    });
    return Buffer.from(bytes);
  };
}

const dialog = (page: Page) => page.getByRole("dialog");

/** Opens the letter that the step offers and fills what only its writer knows. */
async function writeDataRequest(page: Page, request: string): Promise<void> {
  await go(page, `/permohonan/${request}`);
  await page.getByRole("button", { name: "Siapkan surat permintaan data" }).click();
  await expect(page.locator(".pdf-page canvas").first()).toBeVisible();
  await page.getByLabel(/Kepada/).fill("Kepala Dinas Koperasi dan UMKM\ndi Contoh");
  const day = dialog(page).getByRole("group", { name: /Batas waktu/ });
  await day.getByRole("spinbutton").first().click();
  await page.keyboard.type("28112026");
  await expect(page.locator(".textLayer").first()).toContainText("Kepala Dinas Koperasi");
}

test("a letter is drafted from its step, checked by another, numbered, signed and sent", async ({
  page,
  lajur,
}) => {
  test.setTimeout(120_000);
  await lajur.stop();
  const request = await standing(lajur);
  await lajur.start();
  await signIn(page, /Rina/);
  await writeDataRequest(page, request);

  // What was written is asked for before it is lost.
  await page.keyboard.press("Escape");
  await expect(page.getByText("Buang perubahan yang belum disimpan?")).toBeVisible();
  await page.getByRole("button", { name: "Kembali mengisi" }).click();
  await dialog(page).getByRole("button", { name: "Minta paraf …" }).click();
  await page.getByRole("button", { name: /Paraf pertama/ }).click();
  await expect(page.getByRole("option", { name: /Rina/ })).toHaveCount(0);
  await page.getByRole("option", { name: /Dewi/ }).click();
  await page.getByRole("button", { name: "Minta paraf", exact: true }).click();
  await expect(page.getByText("giliran sekarang")).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Ganti pengguna" }).click();
  await signIn(page, /Dewi/);
  await go(page, "/surat?paraf=saya");
  await expect(page.getByRole("button", { name: /Perlu paraf saya/ })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await page.getByRole("button", { name: /^Paraf untuk/ }).click();
  await page.getByRole("button", { name: "Kembalikan" }).click();
  await expect(page.getByText("Bagian ini wajib diisi.")).toBeVisible();
  await page.getByRole("button", { name: "Beri paraf", exact: true }).click();
  await expect(page.getByText("Paraf tersimpan.")).toBeVisible();

  await go(page, `/permohonan/${request}`);
  await page.getByRole("button", { name: "Lanjutkan surat permintaan data" }).click();
  await expect(page.getByText("Siap diberi nomor").last()).toBeVisible();
  await dialog(page).getByRole("button", { name: "Beri nomor …" }).click();
  await page.getByRole("button", { name: "Beri nomor", exact: true }).click();
  await expect(page.getByText(/Surat ini bernomor 500\.14\/\d+\/DISKOMINFO/)).toBeVisible();

  await dialog(page).getByRole("button", { name: "Catat tanda tangan basah …" }).click();
  await page.getByRole("button", { name: "Simpan", exact: true }).click();
  await expect(page.getByText("Berkasnya hanya ada di kertas.")).toBeVisible();
  await dialog(page).getByRole("button", { name: "Catat pengiriman …" }).click();
  await expect(page.getByLabel(/Diterima atau dituju/)).toHaveValue(
    "Kepala Dinas Koperasi dan UMKM",
  );
  await page.getByRole("button", { name: "Catat pengiriman", exact: true }).click();
  await expect(page.getByText(/^Dikirim .* kepada Kepala Dinas Koperasi/)).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await page.getByRole("tab", { name: /Riwayat/ }).click();
  await expect(page.getByText("Paraf diminta kepada Dewi")).toBeVisible();

  await lajur.stop();
  const { letters } = await lajur.cli("request.get", { id: request });
  expect(letters).toMatchObject([
    {
      kind: "data-request",
      stage: "sent",
      to: "Kepala Dinas Koperasi dan UMKM\ndi Contoh",
      values: { batas: "2026-11-28" },
      checks: [{ by: { name: "Dewi" }, approved: true }],
      signed: { how: "wet", file: null },
      sent: { to: "Kepala Dinas Koperasi dan UMKM" },
    },
  ]);
});

test("a signed PDF that comes back is listed with its signature and shown as it is", async ({
  page,
  lajur,
}) => {
  test.setTimeout(120_000);
  await lajur.stop();
  const request = await standing(lajur);
  await lajur.start();
  await signIn(page, /Rina/);
  await writeDataRequest(page, request);
  await dialog(page).getByRole("button", { name: "Beri nomor …" }).click();
  await page.getByRole("button", { name: "Beri nomor", exact: true }).click();
  await expect(page.getByText(/Surat ini bernomor/)).toBeVisible();
  const download = page.waitForEvent("download");
  await page.evaluate(() => Object.assign(globalThis, { showSaveFilePicker: undefined }));
  await page.getByRole("button", { name: "PDF untuk TTE" }).click();
  const plain = readFileSync(await (await download).path());

  const signer = await createSigner("Budi Contoh, S.Kom., M.Si.", "rsa");
  const other = join(lajur.folder, "lain.pdf");
  const scan = join(lajur.folder, "pindaian.pdf");
  const right = join(lajur.folder, "hasil TTE.pdf");
  // As long as a letter: a few words alone may be the panel of a signature on a picture.
  const words = Array.from({ length: 30 }, (_, line) => `Notula rapat bulanan, butir ${line}`);
  writeFileSync(other, await signPdf(plainPdf(words), signer));
  writeFileSync(scan, await signPdf(plainPdf([]), signer));
  writeFileSync(right, await signPdf(plain, signer));
  await page.getByRole("button", { name: "Unggah hasil TTE …" }).click();
  const form = dialog(page).last();
  const save = form.getByRole("button", { name: "Simpan", exact: true });
  await save.click();
  await expect(page.getByText("Pilih berkas hasil tanda tangan elektroniknya.")).toBeVisible();
  await form.locator("input[type=file]").setInputFiles(other);
  await save.click();
  await expect(page.getByText(/Periksa apakah berkasnya tertukar/)).toBeVisible();
  await form.getByRole("button", { name: "Lepas lain.pdf" }).click();
  await form.locator("input[type=file]").setInputFiles(scan);
  await save.click();
  await expect(form.getByText("Saya sudah melihat isinya")).toBeVisible();
  await form.getByRole("button", { name: "Lepas pindaian.pdf" }).click();
  await form.locator("input[type=file]").setInputFiles(right);
  await save.click();

  await expect(page.getByText("Utuh: tidak berubah sejak ditandatangani")).toBeVisible();
  await expect(page.getByRole("list", { name: "Tanda tangan dalam berkas" })).toContainText(
    "Budi Contoh",
  );
  await expect(page.locator(".pdf-page canvas").first()).toBeVisible();
  await expect(page.getByRole("link", { name: "hasil TTE.pdf" })).toBeVisible();
  await expectAccessible(page);
});

test("many letters go to the printer as one job, and a code that is not ours is told", async ({
  page,
}) => {
  await signIn(page, /Rina/);
  await go(page, "/surat");
  const printed = await catchPrinting(page);
  const rows = page.getByRole("row").filter({ hasText: "500.14/" });
  await expect(rows.first()).toBeVisible();
  const count = await rows.count();
  expect(count).toBeGreaterThan(2);
  for (let index = 0; index < count; index += 1) {
    await rows.nth(index).locator(".check").click();
  }
  await expectAccessible(page);
  await page.getByRole("button", { name: "Cetak yang dipilih" }).click();
  await expect(page.getByText(`${count} surat dikirim ke pencetak`)).toBeVisible();
  const { pages } = await readPdf(await printed());
  expect(pages.length).toBeGreaterThanOrEqual(count);
  const numbers = new Set(
    pages.flatMap(({ text }) => /500\.14\/\d+\/DISKOMINFO/.exec(text)?.[0] ?? []),
  );
  expect(numbers.size).toBe(count);

  await page.evaluate(() =>
    Object.defineProperty(HTMLIFrameElement.prototype, "contentWindow", { get: () => null }),
  );
  await page.getByRole("button", { name: "Cetak yang dipilih" }).click();
  await expect(page.getByText("Tidak ada surat yang dicatat sebagai tercetak.")).toBeVisible();

  await page.getByRole("button", { name: "Periksa surat …" }).click();
  await page.getByLabel(/Isi kode/).fill("500.14/999/DISKOMINFO/2026");
  await page.getByRole("button", { name: "Periksa", exact: true }).click();
  await expect(page.getByText("Tidak dikenal")).toBeVisible();
  await expectAccessible(page);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the form of a letter is accessible in ${colorScheme}`, async ({ page, lajur }) => {
    await lajur.stop();
    const request = await standing(lajur);
    await lajur.start();
    await page.emulateMedia({ colorScheme });
    await signIn(page, /Rina/);
    await writeDataRequest(page, request);
    await page.getByText("Kepala surat").click();
    await expectAccessible(page);
    await dialog(page).getByRole("button", { name: "Beri nomor …" }).click();
    await page.getByText("Sisipkan, atau pakai nomor sendiri").click();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Batal", exact: true }).click();
    await dialog(page).getByRole("button", { name: "Simpan konsep" }).click();
    await expect(page.getByText("Konsep tersimpan.")).toBeVisible();
    await page.keyboard.press("Escape");
    await page.getByRole("tab", { name: /Surat/ }).click();
    await expect(page.getByRole("button", { name: /Lanjutkan … Surat permintaan/ })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Surat lain …" }).click();
    await expect(page.getByRole("menuitem", { name: "Nota dinas" })).toBeVisible();
    await expectAccessible(page);
  });
}
