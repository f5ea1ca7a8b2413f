import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { API, PROTOCOL, PROTOCOL_HEADER } from "#shared/sync/protocol.ts";
import { type PortalProcess, startPortal } from "./portal-process.ts";

/** Who asks has a telephone whose browser runs no scripts; see portal/public. */
const TELEPHONE = {
  viewport: { width: 360, height: 740 },
  javaScriptEnabled: false,
  hasTouch: true,
  isMobile: true,
} as const;

const OFFICE = "Dinas Kominfo Kabupaten Contoh";
const PDF = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<<>>\n%%EOF\n");
const DATA = Buffer.from("kecamatan;ton\nContoh Utara;1200\n");

let portal: PortalProcess;
test.beforeEach(async () => {
  portal = await startPortal();
  await portal.office(OFFICE);
});
test.afterEach(() => portal.stop());

/** The office's PC, as far as the public sees it. */
async function joinOffice() {
  const json = { "content-type": "application/json", [PROTOCOL_HEADER]: String(PROTOCOL) };
  const joined = await fetch(`${portal.url}${API}/join`, {
    method: "POST",
    headers: json,
    body: JSON.stringify({ code: await portal.code(OFFICE), name: "PC 1", app: "test" }),
  });
  const { token } = (await joined.json()) as { token: string };
  const headers = { ...json, authorization: `Bearer ${token}` };
  let sent = 0;
  return {
    async say(type: string, body: Record<string, unknown>): Promise<void> {
      sent += 1;
      const message = { id: `m-${sent}`, type, at: new Date().toISOString(), body };
      const answer = await fetch(`${portal.url}${API}/messages`, {
        method: "POST",
        headers,
        body: JSON.stringify({ messages: [message] }),
      });
      expect(await answer.json()).toEqual({ refused: [] });
    },
    async upload(bytes: Buffer, sha256: string): Promise<void> {
      const answer = await fetch(`${portal.url}${API}/files`, {
        method: "POST",
        headers: {
          ...headers,
          "content-type": "application/offset+octet-stream",
          "tus-resumable": "1.0.0",
          "upload-length": String(bytes.length),
          "upload-metadata": `sha256 ${Buffer.from(sha256).toString("base64")}`,
        },
        body: new Uint8Array(bytes),
      });
      expect(answer.status).toBe(201);
    },
  };
}

async function fillIn(page: Page): Promise<void> {
  await page.getByLabel("Nama lengkap").fill("Ayu Contoh");
  await page.getByLabel("Nomor identitas atau akta").fill("3399010101900001");
  await page.getByLabel("Alamat lengkap").fill("Jalan Melati 5\nKecamatan Contoh");
  await page.getByLabel("Alamat pos-el").fill("ayu@contoh.example");
  await page.getByLabel("Pokok permohonan").fill("Produksi padi untuk skripsi");
  await page.getByLabel("Nama data").fill("Produksi padi menurut kecamatan");
  await page.getByRole("button", { name: "Tambah baris data" }).click();
  await expect(page.getByLabel("Nama data")).toHaveCount(2);
  await page.getByLabel("Nama data").nth(1).fill("Luas panen menurut kecamatan");
  await page.getByLabel("Tujuan penggunaan").fill("Bahan skripsi.");
  await page.getByLabel("Mendapat salinan berkas elektronik").check();
  await page.getByLabel("Dikirim ke pos-el").check();
  await page
    .getByLabel("Surat permohonan")
    .setInputFiles({ name: "pengantar.pdf", mimeType: "application/pdf", buffer: PDF });
}

/** Nothing is wider than the screen, which nobody would find by scrolling down. */
async function expectNoSideways(page: Page): Promise<void> {
  const { scrollWidth, clientWidth } = await page.evaluate(() => ({
    scrollWidth: document.documentElement.scrollWidth,
    clientWidth: document.documentElement.clientWidth,
  }));
  expect(scrollWidth, page.url()).toBeLessThanOrEqual(clientWidth);
}

/** From the form to its confirmation; answers number and code. */
async function ask(page: Page): Promise<{ number: string; code: string }> {
  await page.goto(portal.url);
  await page.getByRole("link", { name: "Ajukan permohonan" }).click();
  const opened = Date.now();
  await fillIn(page);
  await page.getByRole("button", { name: "Lanjut: periksa isian" }).click();
  await expect(page.getByRole("heading", { name: "Periksa isian Anda" })).toBeVisible();
  await page.waitForTimeout(Math.max(0, opened + 3100 - Date.now()));
  await page.getByRole("button", { name: "Kirim permohonan" }).click();
  await expect(page.getByRole("heading", { name: "Permohonan terkirim" })).toBeVisible();
  const [number = "", code = ""] = await page.locator(".key").allTextContents();
  return { number, code };
}

async function follow(page: Page, { number, code }: { number: string; code: string }) {
  await page.goto(`${portal.url}/lacak`);
  await page.getByLabel("Nomor pelacakan").fill(number.toLowerCase());
  await page.getByLabel("Kode rahasia").fill(code.replaceAll("-", " "));
  await page.getByRole("button", { name: "Lihat permohonan" }).click();
  await expect(page.getByRole("heading", { name: number })).toBeVisible();
}

test.describe("a citizen with a telephone and no scripts", () => {
  test.use(TELEPHONE);

  test("asks, follows, answers, downloads and objects", async ({ page }) => {
    const pc = await joinOffice();
    const request = await ask(page);
    await expectNoSideways(page);
    await follow(page, request);
    await expect(page.getByText("Terkirim, menunggu diperiksa kantor")).toBeVisible();

    const steps = [
      { no: 1, text: "Menerima permohonan", lane: "Petugas", state: "done", at: "" },
      { no: 2, text: "Mengumpulkan data", lane: "Produsen data", state: "now", at: "" },
    ];
    const shown = { tracking: request.number, number: "2026/0001", sop: "Permintaan data", steps };
    const message = "Sertakan kartu mahasiswa.";
    await pc.say("public.shown", { ...shown, revision: 1, status: "paused", message, due: "" });
    await page.reload();
    await expect(page.getByText(message)).toBeVisible();
    await page.getByRole("link", { name: "Jawab pesan kantor" }).click();
    await page.getByRole("button", { name: "Kirim jawaban" }).last().click();
    await expect(page.getByText("Perbaiki:")).toBeVisible();
    await page.getByLabel("Jawaban Anda").fill("Terlampir kartunya.");
    await page
      .getByLabel("Berkas (boleh kosong)")
      .setInputFiles({ name: "kartu.pdf", mimeType: "application/pdf", buffer: PDF });
    await page.getByRole("button", { name: "Kirim jawaban" }).last().click();
    await expect(page.getByText("Jawaban Anda sudah terkirim ke kantor.")).toBeVisible();
    await expectNoSideways(page);

    const sha256 = createHash("sha256").update(DATA).digest("hex");
    const files = [{ name: "produksi padi.csv", size: DATA.length, sha256 }];
    const expires = "2099-12-31";
    const release = { tracking: request.number, release: "r1", text: "Terlampir.", files, expires };
    await pc.say("public.shown", { ...shown, revision: 2, status: "ended", due: "" });
    await pc.say("public.released", release);
    await page.reload();
    await page.getByRole("link", { name: "Unduh produksi padi.csv" }).click();
    await expect(page.getByText("Berkas belum sampai di portal")).toBeVisible();
    await pc.upload(DATA, sha256);
    await page.goBack();
    const coming = page.waitForEvent("download");
    await page.getByRole("link", { name: "Unduh produksi padi.csv" }).click();
    const download = await coming;
    expect(download.suggestedFilename()).toBe("produksi padi.csv");
    expect(await readFile(await download.path())).toEqual(DATA);

    await page.getByRole("link", { name: "Ajukan keberatan" }).click();
    await page.getByLabel("Alasan keberatan").selectOption("d");
    await page.getByLabel("Penjelasan").fill("Tahun 2021 tidak ada.");
    await page.getByRole("button", { name: "Kirim keberatan" }).last().click();
    await expect(page.getByText("Keberatan Anda sudah terkirim ke kantor.")).toBeVisible();
    await page.getByRole("button", { name: "Tutup permohonan ini" }).click();
    await page.goto(`${portal.url}/lacak/${request.number}`);
    await expect(page.getByLabel("Kode rahasia")).toBeVisible();
  });

  test("loses nothing of the form when something is missing", async ({ page }) => {
    await page.goto(`${portal.url}/permohonan`);
    await fillIn(page);
    await page.getByLabel("Nomor identitas atau akta").fill("12");
    await page.getByRole("button", { name: "Lanjut: periksa isian" }).click();
    await expect(page.getByText("NIK terdiri atas 16 angka, seperti tertulis di KTP.")).toHaveCount(
      2,
    );
    await expect(page.getByLabel("Nama data").nth(1)).toHaveValue("Luas panen menurut kecamatan");
    await expect(page.getByRole("button", { name: "Hapus pengantar.pdf" })).toBeVisible();
    await expect(page.getByLabel("Dikirim ke pos-el")).toBeChecked();
    await expectNoSideways(page);
    await page.getByRole("alert").getByRole("link", { name: "Nomor identitas atau akta" }).click();
    expect(new URL(page.url()).hash).toBe("#identitas");
  });

  test("sees only what concerns who asks for somebody else once that is chosen", async ({
    page,
  }) => {
    await page.goto(`${portal.url}/permohonan`);
    await expect(page.getByLabel("Nama yang Anda wakili")).toBeHidden();
    await page.getByLabel("Untuk orang atau lembaga lain").check();
    await expect(page.getByLabel("Nama yang Anda wakili")).toBeVisible();
    await expect(page.getByLabel("Surat kuasa", { exact: true })).toBeVisible();
  });
});

test.describe("the pages, light and dark", () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test("keep to WCAG 2.2 AA and run under their own policy", async ({ page }) => {
    test.slow();
    const complaints: string[] = [];
    page.on("console", (said) => {
      // A form with faults is answered with 422, which the browser tells as an error.
      if (said.type() === "error" && !said.text().includes("422")) complaints.push(said.text());
    });
    const check = async (): Promise<void> => {
      await expectNoSideways(page);
      const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
      await page.emulateMedia({ colorScheme: "light" });
      const light = await new AxeBuilder({ page }).withTags(tags).analyze();
      await page.emulateMedia({ colorScheme: "dark" });
      const dark = await new AxeBuilder({ page }).withRules(["color-contrast"]).analyze();
      const found = [...light.violations, ...dark.violations];
      expect(
        found.map(({ id, nodes }) => [id, nodes[0]?.html]),
        page.url(),
      ).toEqual([]);
    };
    const pc = await joinOffice();
    for (const path of ["/", "/permohonan", "/lacak", "/periksa", "/privasi"]) {
      await page.goto(`${portal.url}${path}`);
      await check();
    }
    await page.goto(`${portal.url}/permohonan`);
    await page.getByRole("button", { name: "Lanjut: periksa isian" }).click();
    await check();
    const request = await ask(page);
    await check();
    await follow(page, request);
    await pc.say("public.shown", {
      tracking: request.number,
      revision: 1,
      status: "refused",
      message: "Data dikecualikan.",
      due: "2026-12-01",
      steps: [
        {
          no: 1,
          text: "Menerima",
          lane: "Petugas",
          state: "done",
          at: "2026-11-18T03:00:00.000Z",
        },
        { no: 2, text: "Menguji", lane: "PPID", state: "now", at: "" },
        { no: 3, text: "Menyerahkan", lane: "Petugas", state: "skipped", at: "" },
      ],
    });
    await page.reload();
    await check();
    await page.getByRole("link", { name: "Ajukan keberatan" }).click();
    await check();
    await page.goto(`${portal.url}/periksa?n=1/2026&t=2026-11-18&d=0123456789abcdef`);
    await check();
    expect(complaints).toEqual([]);
  });
});
