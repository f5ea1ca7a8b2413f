import { execFile } from "node:child_process";
import { mkdirSync, readdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";
import { at } from "../../scripts/run.ts";
import { go } from "./address.ts";
import { expect, test } from "./lajur.ts";

/** A stick is plugged in, the archive is backed up to it, and comes back from it. */

async function open(page: Page): Promise<void> {
  await go(page, "/pengaturan/cadangan");
  await expect(page.getByRole("heading", { name: "Pulihkan dari cadangan" })).toBeVisible();
}

test.describe("the made-up office", () => {
  test.use({ demo: true });

  test("is backed up, loses a note, and gets back what was saved", async ({ page, lajur }) => {
    test.setTimeout(120_000);
    const usb = join(lajur.folder, "usb");
    mkdirSync(usb);
    await page.getByRole("button", { name: /Rina/ }).click();
    await expect(page.getByText("Arsip ini belum punya cadangan.")).toBeVisible();
    await page.getByRole("link", { name: "Buka Cadangan" }).click();
    await page.getByRole("button", { name: "Tambah tempat cadangan …" }).click();
    const adding = page.getByRole("dialog", { name: "Tambah tempat cadangan" });
    await adding.getByLabel("Folder tempat cadangan").fill(join(lajur.folder, "tidak-ada"));
    await adding.getByRole("button", { name: "Tambah", exact: true }).click();
    await expect(adding.getByText(/tidak ditemukan\. Pasang USB/)).toBeVisible();
    await adding.getByLabel("Folder tempat cadangan").fill(usb);
    await adding.getByRole("button", { name: "Tambah", exact: true }).click();
    await expect(page.getByText(/Cadangan selesai dan sudah diperiksa/)).toBeVisible();
    await expect(page.getByText(/1 cadangan, terbaru/)).toBeVisible();

    await page.getByRole("navigation", { name: "Menu utama" }).getByText("Beranda").click();
    await expect(page.getByText("Perlu Anda kerjakan")).toBeVisible();
    await expect(page.getByText("Arsip ini belum punya cadangan.")).toHaveCount(0);
    await page.locator(".home-row").first().click();
    await page.getByRole("button", { name: "Waktu dan keberatan …" }).click();
    await page.getByRole("menuitem", { name: "Hentikan waktu …" }).click();
    const pause = page.getByRole("dialog", { name: "Hentikan waktu" });
    await pause.getByLabel("Alasan").fill("Sesudah cadangan dibuat.");
    await pause.getByRole("button", { name: "Hentikan waktu" }).click();
    await expect(page.getByRole("button", { name: /Tenggat langkah .*dihentikan/ })).toBeVisible();
    const request = page.url();

    await open(page);
    await page.getByRole("button", { name: "Cari cadangan" }).click();
    await page.getByRole("button", { name: /Lihat isi cadangan/ }).click();
    const dialog = page.getByRole("dialog", { name: "Pulihkan dari cadangan" });
    await expect(dialog.getByText("14 permohonan", { exact: false })).toBeVisible();
    await expect(dialog.getByText(/Arsip ini memuat \d+ catatan yang belum ada/)).toBeVisible();
    await dialog.getByRole("button", { name: "Pulihkan sekarang" }).click();
    await expect(page.getByText(/Arsip dipulihkan/)).toBeVisible();
    await page.goto(request);
    await expect(page.getByRole("button", { name: /Tenggat langkah/ })).toBeVisible();
    await expect(page.getByRole("button", { name: /Tenggat langkah .*dihentikan/ })).toHaveCount(0);
    expect(readdirSync(lajur.archive).some((name) => name.startsWith("before-restore-"))).toBe(
      true,
    );
  });

  test("tells of a stick that is not plugged in, without an error", async ({ page, lajur }) => {
    const usb = join(lajur.folder, "usb");
    mkdirSync(usb);
    await page.getByRole("button", { name: /Rina/ }).click();
    await open(page);
    await page.getByRole("button", { name: "Tambah tempat cadangan …" }).click();
    await page.getByLabel("Folder tempat cadangan").fill(usb);
    await page.getByRole("button", { name: "Tambah", exact: true }).click();
    await expect(page.getByText(/Cadangan selesai/)).toBeVisible();
    renameSync(usb, join(lajur.folder, "dicabut"));
    await page.reload();
    await page
      .getByRole("button", { name: /Rina/ })
      .click({ timeout: 3000 })
      .catch(() => undefined);
    await expect(page.getByText("Tidak terpasang")).toBeVisible();
    await expect(page.getByRole("button", { name: "Cadangkan sekarang" })).toBeDisabled();
  });
});

test("a new PC begins with the locked backup of the old one", async ({ page, lajur }) => {
  test.setTimeout(120_000);
  const usb = join(lajur.folder, "usb");
  mkdirSync(usb);
  const old = async (...args: string[]): Promise<string> => {
    const whole = [at("electron/cli/main.ts"), "--archive", join(lajur.folder, "lama"), ...args];
    return (await promisify(execFile)(process.execPath, whole)).stdout;
  };
  await old("demo");
  await old("call", "backup.add", JSON.stringify({ folder: usb, passphrase: "kuda besi biru" }));
  await old("call", "backup.run", "{}");

  await page.getByText("Pulihkan dari cadangan").click();
  await page.getByLabel("Folder yang memuat cadangan").fill(lajur.folder);
  await page.getByRole("button", { name: "Cari cadangan" }).click();
  await expect(page.getByText(/Tidak ada cadangan Lajur di/)).toBeVisible();
  await page.getByLabel("Folder yang memuat cadangan").fill(usb);
  await page.getByRole("button", { name: "Cari cadangan" }).click();
  await page.getByRole("button", { name: /Lihat isi cadangan/ }).click();
  const dialog = page.getByRole("dialog", { name: "Pulihkan dari cadangan" });
  await dialog.getByLabel("Kata sandi").fill("kuda besi merah");
  await dialog.getByRole("button", { name: "Pulihkan sekarang" }).click();
  await expect(dialog.getByText("Kata sandi cadangan salah.", { exact: false })).toBeVisible();
  await dialog.getByLabel("Kata sandi").fill("kuda besi biru");
  await dialog.getByRole("button", { name: "Pulihkan sekarang" }).click();
  await page.getByRole("button", { name: /Rina/ }).click({ timeout: 30_000 });
  await expect(page.getByText("Perlu Anda kerjakan")).toBeVisible();
});
