import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { type CkanServer, startCkan } from "../support/ckan-server.ts";
import { expectAccessible } from "./accessible.ts";
import { go } from "./address.ts";
import { expect, test } from "./lajur.ts";

/** The open data portal: found without a line, closed with a link, published, asked and answered. */
test.use({ demo: true });

let server: CkanServer;
test.beforeEach(async () => {
  server = await startCkan();
});
test.afterEach(() => server.close());

/** Makes the portal known and reads its catalogue. */
async function connect(page: Page): Promise<void> {
  await page.getByRole("button", { name: /Rina/ }).click();
  await go(page, "/pengaturan/portal-data");
  await page.getByRole("textbox", { name: /Alamat portal/ }).fill(server.url);
  await page.getByLabel(/Token API/).fill(server.token);
  await page.getByRole("button", { name: "Uji sambungan" }).click();
  await expect(
    page.getByText("Satu Data Kabupaten Contoh menjawab dengan CKAN 2.10.4."),
  ).toBeVisible();
  await page.getByRole("button", { name: /Organisasi penerbit/ }).click();
  await page.getByRole("option", { name: "Dinas Pertanian" }).click();
  await page.getByRole("button", { name: "Simpan", exact: true }).click();
  await expect(page.getByText("Portal data tersimpan.")).toBeVisible();
  await expect(page.getByLabel(/Token API/)).toHaveValue("");
  await expectAccessible(page);
  await go(page, "/arsip/katalog");
  await page.getByRole("button", { name: "Perbarui sekarang" }).click();
  await expect(page.getByText(/^Katalog diperbarui/)).toBeVisible();
}

test("a data request is taken over, found in the catalogue, and answered with the link", async ({
  page,
}) => {
  test.setTimeout(120_000);
  server.add({ name: "harga-cabai", title: "Harga Cabai Rawit Bulanan" });
  server.add({ name: "jumlah-penduduk", title: "Jumlah Penduduk menurut Umur" });
  const asked = server.ask({ title: "Data harga cabai" });
  await connect(page);

  await page.getByLabel("Cari di katalog portal data").fill("kependudukan");
  await expect(page.getByRole("list", { name: "Dataset yang ditemukan" })).toContainText(
    "Jumlah Penduduk",
  );
  await page.getByRole("button", { name: /Jumlah Penduduk/ }).click();
  const dataset = page.getByRole("dialog", { name: "Jumlah Penduduk menurut Umur" });
  await expectAccessible(page);
  await expect(dataset.getByRole("link", { name: "Buka di portal" })).toHaveAttribute(
    "href",
    `${server.url}/dataset/jumlah-penduduk`,
  );
  await dataset.getByRole("button", { name: "Tutup" }).last().click();

  await page.getByRole("button", { name: /^Permintaan data/ }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Ambil sebagai permohonan …" }).click();
  const taking = page.getByRole("dialog", { name: "Ambil permintaan data" });
  await expect(taking.getByLabel("Nama")).toHaveValue("Warga Contoh");
  await taking.getByRole("button", { name: /SOP/ }).click();
  await page
    .getByRole("option", { name: /Ogan Ilir/ })
    .first()
    .click();
  await taking.getByRole("button", { name: "Daftarkan" }).click();

  await page.getByRole("button", { name: /mungkin sudah ada di portal/ }).click();
  const there = page.getByRole("region", { name: "Data sudah tersedia?" });
  await there.getByRole("button", { name: "Ini datanya" }).click();
  await expectAccessible(page);
  await there.getByRole("button", { name: "Catat dan putuskan: Tersedia" }).click();
  await expect(page.getByText("Permohonan ditutup: Unduh langsung")).toBeVisible();
  await expect(page.getByText(`${server.url}/dataset/harga-cabai`).first()).toBeVisible();

  await page.getByRole("button", { name: "Jawab di portal data …" }).click();
  await expectAccessible(page);
  await page.getByRole("textbox", { name: "Jawaban" }).fill("Silakan diunduh.");
  await page.getByRole("button", { name: "Kirim jawaban" }).click();
  await expect(page.getByText(/Sudah dijawab/)).toBeVisible();
  expect(server.dataRequests.get(asked.id)).toMatchObject({ closed: true });
});

test("a dataset waits for the line, and is published once it is there", async ({ page, lajur }) => {
  test.setTimeout(120_000);
  await page.emulateMedia({ colorScheme: "dark" });
  await connect(page);
  const file = join(lajur.folder, "padi-2025.csv");
  writeFileSync(file, "kecamatan,ton\nContoh,12\n");
  await go(page, "/permohonan");
  await page.getByText("2026/0010").first().click();
  await page.getByRole("tab", { name: /Berkas/ }).click();
  await page.locator("input[type=file]").first().setInputFiles(file);
  const list = page.getByRole("region", { name: "Diterbitkan ke portal data" });
  await expect(page.getByRole("link", { name: "padi-2025.csv" })).toBeVisible();

  server.break(() => "cut");
  await list.getByRole("button", { name: "Terbitkan ke portal data …" }).click();
  const dialog = page.getByRole("dialog", { name: "Terbitkan dataset ke portal data" });
  await dialog.getByRole("textbox", { name: "Judul" }).fill("Produksi Padi 2025");
  await expect(dialog.getByRole("textbox", { name: "Nama di alamat" })).toHaveValue(
    "produksi-padi-2025",
  );
  await dialog.getByText("padi-2025.csv").click();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Terbitkan", exact: true }).click();
  await expect(list.getByText(/Portal data tidak dapat dihubungi/)).toBeVisible();
  await expectAccessible(page);

  await lajur.restart();
  await expect(page.getByRole("navigation", { name: "Menu utama" })).toBeVisible();
  server.break(() => null);
  await go(page, "/pengaturan/portal-data");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Coba sekarang" }).click();
  await expect(page.getByText("Tidak ada yang menunggu dikirim.")).toBeVisible();
  expect([...server.datasets.values()]).toMatchObject([
    { name: "produksi-padi-2025", private: false, resources: [{ name: "padi-2025.csv" }] },
  ]);
});
