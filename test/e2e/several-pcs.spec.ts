import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { go } from "./address.ts";
import { createLajur, expect, type Lajur, test } from "./lajur.ts";
import { look } from "./look.ts";
import { type PortalProcess, startPortal } from "./portal-process.ts";

/** Two PCs of one office: one joins the portal, invites the other, and they share out the numbers. */

const OFFICE = "Dinas Kominfo Kabupaten Contoh";

const open = (page: Page, section: string): Promise<void> => go(page, `/pengaturan/${section}`);

async function join1(page: Page, portal: PortalProcess, code: string, name: string): Promise<void> {
  await page.getByLabel("Alamat portal").fill(portal.url);
  await page.getByLabel("Kode sekali pakai").fill(code);
  await page.getByLabel("Nama PC ini").fill(name);
  await page.getByRole("button", { name: "Gabung ke portal" }).click();
}

test.describe("an office with two PCs", () => {
  test.use({ demo: true });
  let portal: PortalProcess;
  let folder: string;
  let other: Lajur;
  test.beforeEach(async () => {
    portal = await startPortal();
    folder = mkdtempSync(join(tmpdir(), "lajur-e2e-b-"));
  });
  test.afterEach(async () => {
    await other?.stop();
    await portal.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  test("joins, invites, shares out its numbers and revokes a PC", async ({ page, browser }) => {
    test.setTimeout(180_000);
    await page.getByRole("button", { name: /Rina/ }).click();
    await expect(page.getByText("Tersimpan di PC ini")).toBeVisible();
    await open(page, "portal");
    await expect(page.getByText("PC ini belum tersambung ke portal")).toBeVisible();
    await look(page, "1-none");
    await join1(page, portal, "SALAH-KODE", "PC Loket");
    await expect(page.getByText(/Kode bergabung salah/)).toBeVisible();
    await look(page, "2-refused");
    await portal.office(OFFICE);
    await join1(page, portal, await portal.code(OFFICE), "PC Loket");
    await expect(page.getByRole("heading", { name: "Sambungan", exact: true })).toBeVisible();
    await expect(page.getByText("Nomor permohonan di PC ini tanpa huruf.")).toBeVisible();
    const chip = page.getByRole("button", { name: /^Portal: / });
    await expect(chip).toHaveAccessibleName(/Tersambung/, { timeout: 30_000 });
    await expect(page.getByRole("row", { name: /PC Loket/ })).toContainText("PC ini");
    await look(page, "3-joined");
    await chip.click();
    const details = page.getByRole("dialog", { name: "Sambungan ke portal" });
    await expect(details.getByText("tidak ada, semua sudah di portal")).toBeVisible();
    await look(page, "4-popover");
    await page.keyboard.press("Escape");
    await syncNow(page);

    await page.getByRole("button", { name: "Tambah PC …" }).click();
    const invite = page.getByRole("dialog", { name: "Tambah PC ke kantor ini" });
    const code = await invite.locator(".portal-code-text").innerText();
    await look(page, "5-invite");
    await invite.getByRole("button", { name: "Tutup" }).last().click();

    const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
    const second = await context.newPage();
    other = createLajur(folder, second);
    await other.start();
    await second.getByText("Gabung ke kantor yang sudah ada").click();
    await look(second, "6-first-start");
    await join1(second, portal, code, "PC Kabid");
    await second.getByRole("button", { name: /Rina/ }).click({ timeout: 60_000 });
    await open(second, "penomoran");
    const books = second.getByRole("row", { name: /Surat keluar/ }).first();
    await expect(books).toContainText("PC Loket");
    await expect(books).toContainText("Menunggu nomor");
    await look(second, "7-holding");
    await second.getByRole("button", { name: "Minta blok nomor … Surat keluar" }).click();
    const ask = second.getByRole("dialog", { name: "Minta blok nomor surat keluar" });
    await look(second, "8-ask");
    await ask.getByRole("button", { name: "Minta", exact: true }).click();
    await expect(books).toContainText("Blok sudah diminta");

    for (const one of [second, page, second]) await syncNow(one);
    await open(second, "penomoran");
    await expect(books).toContainText("20 nomor di blok", { timeout: 30_000 });
    await look(second, "9-block");
    await go(second, "/buku?buku=outgoing");
    await expect(second.getByText(/Nomor berikutnya: /).first()).toBeVisible();
    await look(second, "10-book");
    await open(second, "penomoran");
    await second.getByRole("button", { name: "Ambil alih … Nota dinas" }).click();
    const take = second.getByRole("dialog", { name: "Ambil alih buku" });
    await look(second, "11-take");
    await take.getByLabel("Alasan").fill("PC Loket rusak dan tidak dipakai lagi");
    await take.getByRole("button", { name: "Ambil alih" }).click();
    await expect(second.getByText("Buku dipegang PC ini.")).toBeVisible();
    await expect(second.getByRole("row", { name: /Nota dinas/ }).first()).toContainText(
      "PC Kabid (PC ini)",
    );
    await look(second, "12-taken");

    await open(page, "penomoran");
    await page.getByRole("button", { name: "Serahkan … Keputusan" }).click();
    const assign = page.getByRole("dialog", { name: "Serahkan buku ke PC lain" });
    await expect(assign.getByRole("button", { name: /PC Kabid/ })).toBeVisible();
    await look(page, "13-assign");
    await assign.getByRole("button", { name: "Serahkan", exact: true }).click();
    await expect(page.getByText("Buku diserahkan ke PC Kabid.")).toBeVisible();

    await open(page, "portal");
    await page.getByRole("button", { name: "Cabut PC Kabid" }).click();
    await look(page, "14-revoke");
    await page.getByRole("button", { name: "Cabut sambungan" }).click();
    await expect(page.getByRole("row", { name: /PC Kabid/ })).toContainText("Dicabut");
    await second.getByRole("button", { name: /^Portal: / }).click();
    await second.getByRole("button", { name: "Sinkron sekarang" }).click();
    await expect(second.getByRole("button", { name: /Sinkron berhenti/ })).toBeVisible();
    await look(second, "15-revoked");
    await context.close();

    await portal.stop();
    await page.getByRole("button", { name: /^Portal: / }).click();
    await page.getByRole("button", { name: "Sinkron sekarang" }).last().click();
    await expect(page.getByRole("button", { name: /Portal: Luring/ })).toBeVisible();
    await expect(details.getByText(/tidak dapat dihubungi/)).toBeVisible();
    await look(page, "16-offline");
  });
});

async function syncNow(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Portal: / }).click();
  const details = page.getByRole("dialog", { name: "Sambungan ke portal" });
  await details.getByRole("button", { name: "Sinkron sekarang" }).click();
  await expect(details.getByText("baru saja")).toBeVisible();
  await expect(details.getByRole("button", { name: "Sinkron sekarang" })).toBeEnabled();
  await page.keyboard.press("Escape");
}
