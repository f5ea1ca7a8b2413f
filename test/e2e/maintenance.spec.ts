import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import Database from "better-sqlite3";
import { expectAccessible } from "./accessible.ts";
import { go } from "./address.ts";
import { expect, test } from "./lajur.ts";

/** The archive is checked, found damaged, and healed from a backup, all in Pengaturan. */
test.use({ demo: true });
test.setTimeout(180_000);

async function open(page: Page): Promise<void> {
  await expect(page.getByText("Perlu Anda kerjakan")).toBeVisible();
  await go(page, "/pengaturan/arsip");
  await expect(page.getByRole("heading", { name: "Periksa arsip" })).toBeVisible();
}

async function look(page: Page, name: string): Promise<void> {
  await expectAccessible(page);
  if (process.env.LAJUR_LOOK !== undefined) {
    await page.screenshot({ path: join(process.env.LAJUR_LOOK, `${name}.png`) });
  }
}

test("a damaged archive is named, and healed from its backup", async ({ page, lajur }) => {
  await page.getByRole("button", { name: /Rina/ }).click();
  await open(page);
  await expect(page.getByText("Arsip ini belum pernah diperiksa")).toBeVisible();
  await page.getByRole("button", { name: "Periksa arsip" }).click();
  await expect(page.getByText(/Terakhir diperiksa .* arsip baik/)).toBeVisible();
  await look(page, "arsip-baik");

  await lajur.stop();
  const folder = join(lajur.folder, "usb");
  mkdirSync(folder);
  await lajur.cli("backup.add", { folder });
  expect((await lajur.cli("backup.run", {})).runs).toHaveLength(1);
  const { rows } = await lajur.cli("request.list", { limit: 2 });
  const db = new Database(join(lajur.archive, "archive.sqlite"));
  db.prepare(
    "UPDATE event SET body = replace(body, '\"', '“') WHERE stream = ? AND type = 'request.created'",
  ).run(rows[0]?.id);
  db.prepare("UPDATE request SET subject = 'berubah' WHERE id = ?").run(rows[1]?.id);
  db.close();

  await lajur.start();
  await open(page);
  await page.getByRole("button", { name: "Periksa arsip" }).click();
  await expect(page.getByText("Riwayat yang rusak")).toBeVisible();
  await expect(
    page.getByRole("link", { name: `Permohonan ${rows[0]?.number}` }).first(),
  ).toBeVisible();
  await look(page, "arsip-rusak");
  await page.getByRole("button", { name: "Perbaiki …" }).click();
  await expect(page.getByRole("dialog", { name: "Perbaiki arsip" })).toBeVisible();
  await look(page, "arsip-perbaiki");
  await page.getByRole("button", { name: "Perbaiki", exact: true }).click();
  await expect(page.getByText("Arsip sudah diperbaiki")).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/Terakhir diperiksa .* arsip baik/)).toBeVisible();
  await look(page, "arsip-diperbaiki");
  // Opened anew by itself: it can be worked on.
  await expect(page.getByText("Hanya untuk dibaca")).toHaveCount(0);
  await lajur.stop();
  expect((await lajur.command("doctor")).code).toBe(0);
});
