import type { Locator, Page } from "@playwright/test";
import type { Office } from "#shared/office.ts";
import { expectAccessible } from "./accessible.ts";
import { go } from "./address.ts";
import { expect, type Lajur, test } from "./lajur.ts";

/** The shapes of an office's letters: templates, officials with their terms, paper and letters. */
test.use({ demo: true });

async function open(page: Page, hash: string): Promise<void> {
  await page.getByRole("button", { name: /Rina/ }).click();
  await expect(page.getByText("Perlu Anda kerjakan")).toBeVisible();
  await go(page, hash);
}

const paperOf = (page: Page): Locator =>
  page.getByRole("complementary", { name: "Pratinjau" }).getByRole("region");

/** The first paragraph of the letter and the card it stands in. */
function paragraph(page: Page): { card: Locator; text: Locator } {
  const card = page.getByRole("listitem", { name: /^Bagian \d+, Paragraf$/ }).first();
  return { card, text: card.getByRole("textbox", { name: "Teks" }) };
}

test("a paragraph of the refusal gets a field, is saved as version 2 and taken back", async ({
  lajur,
  page,
}) => {
  await open(page, "/pengaturan/templat");
  await page.getByRole("link", { name: "Ubah templat Surat penolakan", exact: true }).click();
  const paper = paperOf(page);
  await expect(paper.getByText("Penolakan Permohonan Data").first()).toBeVisible();
  const save = page.getByRole("button", { name: "Simpan sebagai versi baru" });
  await expect(save).toBeDisabled();

  const { card, text } = paragraph(page);
  const before = await text.inputValue();
  await text.press("Control+End");
  await text.pressSequentially(" Perihal surat: ");
  await card.getByRole("button", { name: "Sisipkan isian ke Teks" }).click();
  await page.getByRole("searchbox", { name: "Cari isian" }).fill("perihal");
  await page.getByRole("menuitem", { name: /^Perihal/ }).click();
  await expect(text).toHaveValue(`${before} Perihal surat: {permohonan.perihal}`);
  await expect(text).toBeFocused();
  await text.pressSequentially(" selesai.");
  await expect(text).toHaveValue(/\{permohonan\.perihal\} selesai\.$/);

  await page.getByRole("button", { name: /^2026\/0014/ }).click();
  await page.getByRole("searchbox").fill("0010");
  await page.getByRole("menuitem", { name: /^2026\/0010/ }).click();
  const subject = await subjectOf(page);
  await expect.poll(() => wordsOf(paper)).toContain(`Perihal surat: ${subject} selesai.`);

  await save.click();
  await expect(page.getByText("Templat disimpan sebagai versi 2.")).toBeVisible();
  await expect(page.getByText("Versi 2, diubah kantor")).toBeVisible();
  await page.getByRole("button", { name: "Versi …" }).click();
  const dialog = page.getByRole("dialog", { name: "Versi templat" });
  await expect(
    dialog.getByRole("button", { name: /^Versi 2 dipakai sekarang.*Rina/ }),
  ).toBeVisible();
  await dialog.getByRole("button", { name: /^Versi 1 .*bawaan program/ }).click();
  await expect(dialog.getByText("Penolakan Permohonan Data").first()).toBeVisible();
  expect(await wordsOf(dialog)).not.toContain("Perihal surat:");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Tutup" }).click();

  await page.getByRole("button", { name: "Kembalikan ke bentuk asal" }).click();
  const asked = page.getByRole("alertdialog");
  await asked.getByRole("button", { name: "Kembalikan ke bentuk asal" }).click();
  await expect(page.getByText("Bentuk asal disimpan sebagai versi 3.")).toBeVisible();
  await expect(text).toHaveValue(before);
  await expect(page.getByText("Versi 3, asli")).toBeVisible();

  await lajur.stop();
  const known = await lajur.cli("template.get", { id: "refusal" });
  expect(known).toMatchObject({ version: 3, changed: false });
  const second = await lajur.cli("template.get", { id: "refusal", version: 2 });
  expect(JSON.stringify(second.template.blocks)).toContain("{permohonan.perihal} selesai.");
});

test("an unknown field and an empty text are named in place, and undone", async ({ page }) => {
  await open(page, "/templat/refusal");
  const { card, text } = paragraph(page);
  const before = await text.inputValue();
  await text.fill("Kepada {pemohon.nma}.");
  const sentence = "Isian {pemohon.nma} tidak dikenal. Pilih dari daftar isian.";
  await expect(card.getByText(sentence)).toBeVisible();
  await expectAccessible(page);

  const save = page.getByRole("button", { name: "Simpan sebagai versi baru" });
  await save.click();
  await expect(page.getByRole("alert").getByText(/^Templat belum dapat disimpan/)).toBeVisible();
  const problems = page.getByRole("region", { name: "Yang perlu diperbaiki" });
  await page.getByRole("tab", { name: "Tentang templat" }).click();
  await problems.getByRole("button").click();
  await expect(text).toBeFocused();

  await text.fill("");
  await expect(card.getByText("Bagian ini wajib diisi.")).toBeVisible();
  await expect(save).toBeDisabled();
  await expect(paperOf(page).getByText(/isian terakhir yang lengkap/)).toBeVisible();
  await text.press("Control+z");
  await expect(text).toHaveValue(before);
  await expect(problems).toHaveCount(0);
  await expect(page.getByRole("status").getByText("Tersimpan", { exact: true })).toBeVisible();
});

test("blocks are added, moved and removed; leaving asks before they are lost", async ({ page }) => {
  await open(page, "/templat/memo");
  const list = page.getByRole("list", { name: "Bagian surat menurut urutannya" });
  const cards = list.getByRole("listitem", { name: /^Bagian/ });
  await expect(cards.first()).toBeVisible();
  const count = await cards.count();
  await page.getByRole("button", { name: "Tambah bagian di bawah bagian 1", exact: true }).click();
  await page.getByRole("menuitem", { name: "Paragraf" }).click();
  await expect(cards).toHaveCount(count + 1);
  const added = page.getByRole("listitem", { name: "Bagian 2, Paragraf" });
  await expect(added.getByRole("textbox", { name: "Teks" })).toBeFocused();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Paragraf yang baru ditambahkan.");
  await expect.poll(() => wordsOf(paperOf(page))).toContain("Paragraf yang baru ditambahkan.");
  await page.getByRole("button", { name: "Turunkan bagian 2", exact: true }).click();
  await expect(page.getByRole("listitem", { name: "Bagian 3, Paragraf" })).toBeVisible();

  await go(page, "/pengaturan/templat");
  const asked = page.getByRole("alertdialog");
  await expect(asked).toContainText("templat Nota dinas");
  await asked.getByRole("button", { name: "Kembali mengisi" }).click();
  await page.getByRole("button", { name: "Hapus bagian 3", exact: true }).click();
  await expect(cards).toHaveCount(count);
  await page.keyboard.press("Control+z");
  await expect(cards).toHaveCount(count + 1);
});

test("a template is copied under a name of its own", async ({ lajur, page }) => {
  await open(page, "/pengaturan/templat");
  await page.getByRole("button", { name: "Salin Undangan sebagai templat baru" }).click();
  await page.getByLabel("Nama templat").fill("Undangan forum data");
  await page.getByRole("button", { name: "Buat templat" }).click();
  await expect(page).toHaveURL(/\/templat\/undangan-forum-data$/);
  await expect(page.getByText("Versi 1, buatan kantor")).toBeVisible();
  await expect(page.getByRole("button", { name: "Kembalikan ke bentuk asal" })).toHaveCount(0);
  await lajur.stop();
  const made = await lajur.cli("template.get", { id: "undangan-forum-data" });
  expect(made).toMatchObject({
    version: 1,
    shipped: false,
    template: { name: "Undangan forum data" },
  });
});

test("officials have terms, overlaps are told, and nothing else of the office changes", async ({
  lajur,
  page,
}) => {
  await lajur.stop();
  const before = await officeOf(lajur);
  await lajur.start();
  await open(page, "/pengaturan/pejabat");
  await addOfficial(page, {
    name: "Contoh Pertama",
    nip: "19700101 199501 1 001",
    from: "01012020",
  });
  await expect(page.getByRole("row", { name: /Contoh Pertama/ })).toContainText(
    "19700101 199501 1 001",
  );
  await addOfficial(page, { name: "Contoh Kedua", nip: "", from: "01012024" });
  await expect(
    page.getByText(/Contoh Pertama dan Contoh Kedua, sejak 1 Januari 2024/),
  ).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: "Ubah Contoh Pertama" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("NIP").fill("1970");
  await dialog.getByLabel("Nama dan gelar").focus();
  await expect(dialog.getByText("NIP harus 18 angka; ini 4.")).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Simpan" })).toBeDisabled();
  await dialog.getByLabel("NIP").fill("197001011995011001");
  await typeDay(dialog, "Sampai", "31122023");
  await dialog.getByRole("button", { name: "Simpan" }).click();
  await expect(page.getByText(/Contoh Pertama dan Contoh Kedua/)).toHaveCount(0);

  await go(page, "/pengaturan/bentuk");
  await expect(
    page.getByRole("region", { name: "Contoh surat" }).getByText("Hal", { exact: true }),
  ).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Pinggir kiri (mm)").fill("40");
  await page.getByLabel("Penanda letak tanda tangan").fill("#TTD#");
  await page.getByRole("button", { name: "Simpan" }).click();
  await expect(page.getByText("Bentuk surat tersimpan.")).toBeVisible();
  await lajur.stop();
  const after = await officeOf(lajur);
  const { terms, letterStyle, signatureAnchor, ...rest } = after;
  expect(terms.map(({ name, nip, until }) => [name, nip, until])).toEqual([
    ["Contoh Pertama", "197001011995011001", "2023-12-31"],
    ["Contoh Kedua", "", ""],
  ]);
  expect(letterStyle.margins.left).toBe(40);
  expect(signatureAnchor).toBe("#TTD#");
  expect({ ...before, ...rest }).toEqual(before);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the screens of templates are accessible in ${colorScheme}`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.emulateMedia({ colorScheme });
    await open(page, "/pengaturan/templat");
    await expect(page.getByRole("link", { name: "Ubah templat Notulen" })).toBeVisible();
    await expectAccessible(page);
    await go(page, "/templat/exclusion-decree");
    await expect(paperOf(page).locator(".textLayer").first()).toBeVisible();
    for (const tab of ["Isi surat", "Isian penulis surat", "Tentang templat"]) {
      await page.getByRole("tab", { name: tab }).click();
      await expectAccessible(page);
    }
    await go(page, "/pengaturan/bentuk");
    await expect(page.getByRole("region", { name: "Contoh surat" })).toBeVisible();
    await expectAccessible(page);
    await go(page, "/pengaturan/pejabat");
    await page.getByRole("button", { name: "Tambah pejabat" }).click();
    await expectAccessible(page);
  });
}

async function officeOf(lajur: Lajur): Promise<Office> {
  const office = await lajur.cli("office.get", {});
  if (office === null) throw new Error("the made-up office has a profile");
  return office;
}

type NewOfficial = { name: string; nip: string; from: string };

async function addOfficial(page: Page, { name, nip, from }: NewOfficial): Promise<void> {
  await page.getByRole("button", { name: "Tambah pejabat" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Jabatan").fill("Kepala Dinas");
  await dialog.getByLabel("Nama dan gelar").fill(name);
  await dialog.getByLabel("NIP").fill(nip);
  await typeDay(dialog, "Mulai", from);
  await dialog.getByRole("button", { name: "Simpan" }).click();
  await expect(dialog).toHaveCount(0);
}

async function typeDay(dialog: Locator, label: string, day: string): Promise<void> {
  await dialog.getByRole("group", { name: label }).getByRole("spinbutton").first().click();
  await dialog.page().keyboard.type(day);
}

/** What stands on the paper, its lines joined. */
const wordsOf = async (place: Locator): Promise<string> =>
  (await place.locator(".textLayer").allInnerTexts()).join(" ").replace(/\s+/g, " ");

/** Subject of request 2026/0010, as its button says it. */
async function subjectOf(page: Page): Promise<string> {
  const words = await page.getByRole("button", { name: /^2026\/0010/ }).innerText();
  return words.replace(/^2026\/0010 · /, "").trim();
}
