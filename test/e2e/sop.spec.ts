import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { go } from "./address.ts";
import { expect, type Lajur, test } from "./lajur.ts";

/** The SOP itself as an office changes it: editor, versions, files in and out, books. */
test.use({ demo: true });

const SOP = "way-kanan-b-distribusi-publikasi";

async function signIn(page: Page): Promise<void> {
  await page.getByRole("button", { name: /Rina/ }).click();
  await expect(page.getByText("Perlu Anda kerjakan")).toBeVisible();
}

async function draftOf(lajur: Lajur, page: Page): Promise<void> {
  await lajur.stop();
  await lajur.cli("draft.begin", { sop: SOP });
  await lajur.start();
  await signIn(page);
  await go(page, `/sop/draf/${SOP}`);
}

const row = (page: Page, no: number) => page.locator(`[data-row="${no}"]`);

test("a row is added, checked at once, undone, done again and published", async ({
  lajur,
  page,
}) => {
  await draftOf(lajur, page);
  const publish = page.getByRole("button", { name: /^Terbitkan/ });
  await expect(publish).toBeEnabled();
  await page.getByRole("button", { name: "Sisipkan baris di bawah baris 2" }).click();
  await expect(row(page, 3).getByLabel("Kegiatan")).toBeFocused();
  await expect(publish).toBeDisabled();
  await expect(page.getByText("Baris 3: kegiatan belum diisi")).toBeVisible();

  await page.keyboard.type("Catat data yang diterima");
  await row(page, 3).getByLabel("Waktu").fill("1-2 Hari");
  await expect(row(page, 3).getByText("= 1–2 hari kerja")).toBeVisible();
  await row(page, 3).getByLabel("Output").fill("Buku catatan\nTanda terima");
  await expect(publish).toBeEnabled();
  const drawing = page.getByRole("complementary", { name: "Gambar dan temuan" });
  await expect(drawing.getByText("Catat data yang diterima")).toBeVisible();

  await page.keyboard.press("Control+z");
  await expect(row(page, 3).getByLabel("Output")).toHaveValue("");
  await page.keyboard.press("Control+y");
  await expect(row(page, 3).getByLabel("Output")).toHaveValue("Buku catatan\nTanda terima");

  await row(page, 3).getByLabel("Kegiatan").press("Alt+ArrowUp");
  await expect(row(page, 2).getByLabel("Kegiatan")).toHaveValue("Catat data yang diterima");
  await page.keyboard.press("Control+z");
  await expect(page.getByText("Tersimpan", { exact: true })).toBeVisible();

  await publish.click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Terbitkan" }).click();
  await expect(page.getByText("Versi 2 diterbitkan.")).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`/sop/${SOP}$`));
  await lajur.stop();
  const published = await lajur.cli("sop.get", { id: SOP });
  expect(published.version).toBe(2);
  expect(published.steps[2]).toMatchObject({
    no: 3,
    gist: "Catat data yang diterima",
    time: "1-2 Hari",
    outputs: ["Buku catatan", "Tanda terima"],
    next: [{ to: 4 }],
  });
  expect(published.steps[1]?.next).toEqual([{ to: 3 }]);
  expect((await lajur.cli("sop.get", { id: SOP, version: 1 })).steps).toHaveLength(9);
});

test("what was typed survives leaving the editor and a restart", async ({ lajur, page }) => {
  await draftOf(lajur, page);
  await row(page, 1).getByLabel("Kegiatan").fill("Minta data dari produsen data");
  await go(page, "/sop");
  await expect(page.getByRole("heading", { name: "SOP", exact: true })).toBeVisible();
  await lajur.restart();
  await expect(page.getByText("Perlu Anda kerjakan")).toBeVisible();
  await go(page, `/sop/draf/${SOP}`);
  await expect(row(page, 1).getByLabel("Kegiatan")).toHaveValue("Minta data dari produsen data");
});

for (const format of ["xlsx", "bpmn", "json"] as const) {
  test(`an SOP goes out as ${format} and comes in again as a draft`, async ({ lajur, page }) => {
    await lajur.stop();
    const path = join(lajur.folder, `sop.${format}`);
    await lajur.cli("sop.export", { id: SOP, format, path });
    await lajur.start();
    await signIn(page);
    await go(page, "/sop");
    await page.getByRole("button", { name: "Impor" }).click();
    await page.getByLabel("Tambahkan berkas").setInputFiles(path);
    const dialog = page.getByRole("dialog", { name: "Impor SOP" });
    await expect(dialog.getByText("9 baris, 4 pelaksana")).toBeVisible();
    await expect(dialog.getByText("Semua isi berkas terbaca.")).toBeVisible();
    await dialog.getByRole("button", { name: "Simpan sebagai draf" }).click();
    await expect(row(page, 9)).toBeVisible();
    await lajur.stop();
    const [draft] = await lajur.cli("draft.list", {});
    expect(draft).toMatchObject({ id: SOP, based: 1, errors: 0 });
    const { definition } = await lajur.cli("draft.get", { id: SOP });
    const shipped = await lajur.cli("sop.get", { id: SOP });
    expect(definition.steps).toEqual(shipped.steps);
    expect(definition.identity).toEqual(shipped.identity);
  });
}

test("a file that is no SOP is refused in a sentence, and nothing is stored", async ({
  lajur,
  page,
}) => {
  await signIn(page);
  await go(page, "/sop");
  await page.getByRole("button", { name: "Impor" }).click();
  const dialog = page.getByRole("dialog", { name: "Impor SOP" });
  const path = join(lajur.folder, "rusak.xlsx");
  writeFileSync(path, "bukan buku kerja");
  await page.getByLabel("Tambahkan berkas").setInputFiles(path);
  await expect(dialog.getByRole("alert")).toContainText("Excel");
  await lajur.stop();
  expect(await lajur.cli("draft.list", {})).toEqual([]);
});

test("the book of Way Kanan is shown and saved as PDF", async ({ lajur, page }) => {
  await signIn(page);
  await go(page, "/sop/buku");
  await page.getByRole("link", { name: /Way Kanan/ }).click();
  await page.getByRole("textbox", { name: "Tahun", exact: true }).fill("2026");
  await page.getByRole("button", { name: "Lihat dan cetak" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.locator("canvas").first()).toBeVisible();
  await lajur.stop();
  const path = join(lajur.folder, "buku.pdf");
  const printed = await lajur.cli("book.render", { id: "way-kanan", path });
  expect(printed.pages).toBe(31);
  expect(readFileSync(path).subarray(0, 5).toString()).toBe("%PDF-");
  expect((await lajur.cli("book.get", { id: "way-kanan" })).year).toBe(2026);
});
