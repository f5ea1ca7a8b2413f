import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { at } from "../../scripts/run.ts";
import { expect, test } from "./lajur.ts";
import { type PortalProcess, startPortal } from "./portal-process.ts";

test.use({ demo: true });

const KOMINFO = "Dinas Kominfo Kabupaten Contoh";
const PERTANIAN = "Dinas Pertanian Kabupaten Contoh";
const SUBJECT = "Data luas panen padi per kecamatan";

// A portal, a Lajur and a citizen's browser, on whatever machine there is.
test.setTimeout(120_000);

let portal: PortalProcess;
test.beforeEach(async () => {
  portal = await startPortal();
});
test.afterEach(() => portal.stop());

/** Fills the public form as a citizen does, and answers number and code. */
async function ask(page: Page, office: string): Promise<{ number: string; code: string }> {
  await page.goto(`${portal.url}/permohonan?kantor=${office}`);
  await page.locator('[name="jenis"][value="individual"], select[name="jenis"]').first().waitFor();
  const kind = page.locator('[name="jenis"]');
  if ((await kind.first().evaluate((field) => field.tagName)) === "SELECT") {
    await kind.selectOption("individual");
  } else {
    await page.locator('[name="jenis"][value="individual"]').check();
  }
  const typed: Record<string, string> = {
    nama: "Sari Contoh Lestari",
    identitas: "3520000000000001",
    alamat: "Jalan Contoh Nomor 7",
    telepon: "081200000007",
    posel: "sari@contoh.example",
    pokok: SUBJECT,
    "data-1": "Luas panen padi",
    "periode-1": "2021–2025",
    tujuan: "Penelitian skripsi",
  };
  for (const [name, value] of Object.entries(typed)) {
    await page.locator(`[name="${name}"]`).fill(value);
  }
  for (const [name, value] of Object.entries({
    kuasa: "tidak",
    cara_memperoleh: "Mendapat salinan berkas elektronik",
    cara_menerima: "email",
  })) {
    await page.locator(`[name="${name}"][value="${value}"]`).check();
  }
  await page.locator("main button[type=submit]:visible").last().click();
  // Whoever is as quick as this test is asked to look again first.
  await expect(async () => {
    await page.getByRole("button", { name: "Kirim permohonan" }).click({ timeout: 2000 });
    await expect(page.locator("main")).toContainText("Kode rahasia", { timeout: 2000 });
  }).toPass();
  const said = await page.locator("main").innerText();
  const number = /P-\d{4}-[0-9A-Z]{6}/.exec(said)?.[0] ?? "";
  const code = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/.exec(said.replace(number, ""))?.[0] ?? "";
  expect(number, "the tracking number").not.toBe("");
  return { number, code };
}

async function track(page: Page, { number, code }: { number: string; code: string }) {
  await page.goto(`${portal.url}/lacak`);
  await page.locator('[name="nomor"]').fill(number);
  await page.locator('[name="kode"]').fill(code);
  await page.getByRole("button", { name: "Lihat permohonan" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(number);
}

test("a citizen asks on the portal, the office registers it, answers, and the citizen downloads", async ({
  page,
  lajur,
  context,
}) => {
  await lajur.stop();
  await portal.office(KOMINFO);
  await lajur.cli("sync.join", { url: portal.url, code: await portal.code(KOMINFO), name: "PC A" });
  await lajur.cli("sync.now", {});
  const citizen = await context.newPage();
  await citizen.goto(portal.url);
  const href = await citizen.locator('a[href^="/kantor/"]').first().getAttribute("href");
  const filed = await ask(citizen, (href ?? "").split("/").at(-1) ?? "");
  await lajur.cli("sync.now", {});

  await lajur.start();
  await page.getByText("Petugas Layanan").click();
  const card = page.locator(".card", { hasText: "Masuk dari portal" });
  await expect(card).toContainText("Sari Contoh Lestari");
  await card.getByRole("link", { name: new RegExp(SUBJECT) }).click();
  await expect(page.getByText(filed.number)).toBeVisible();
  await page.getByRole("button", { name: /SOP/ }).click();
  await page.getByRole("option", { name: /Permintaan Data.*Magetan/ }).click();
  await page.getByRole("button", { name: "Terima dan daftarkan" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(SUBJECT);
  await expect(page.getByText(`lewat portal, ${filed.number}`)).toBeVisible();

  const csv = join(lajur.folder, "luas panen.csv");
  writeFileSync(csv, "kecamatan;hektare\nContoh;12\n");
  await page.locator(".step-panel input[type=file]").setInputFiles(csv);
  await expect(page.locator(".upload-done")).toContainText("luas panen.csv");
  await page.getByRole("button", { name: "Kirim jawaban ke pemohon" }).click();
  await page.getByRole("dialog").getByText("luas panen.csv").click();
  await page.getByLabel("Pesan untuk pemohon").fill("Silakan diunduh.");
  await page.getByRole("button", { name: "Kirim", exact: true }).click();
  await expect(page.getByText(/Jawaban dikirim; dapat diunduh sampai/)).toBeVisible();
  await lajur.stop();
  await lajur.cli("sync.now", {});

  await track(citizen, filed);
  await expect(citizen.locator("main")).toContainText("Silakan diunduh.");
  await expect(citizen.locator("main")).not.toContainText("Rina");
  const download = citizen.waitForEvent("download");
  await citizen.getByRole("link", { name: /luas panen\.csv/ }).click();
  expect((await download).suggestedFilename()).toContain("luas panen");
  await lajur.start();
});

test("a form that lacks something goes back to the requester with what is missing", async ({
  page,
  lajur,
  context,
}) => {
  await lajur.stop();
  await portal.office(KOMINFO);
  await lajur.cli("sync.join", { url: portal.url, code: await portal.code(KOMINFO), name: "PC A" });
  await lajur.cli("sync.now", {});
  const citizen = await context.newPage();
  await citizen.goto(portal.url);
  const href = await citizen.locator('a[href^="/kantor/"]').first().getAttribute("href");
  const filed = await ask(citizen, (href ?? "").split("/").at(-1) ?? "");
  await lajur.cli("sync.now", {});
  await lajur.start();
  await page.getByText("Petugas Layanan").click();
  await page.getByRole("link", { name: /^Masuk/ }).click();
  await page.locator(".rows-link").first().click();
  await page.getByRole("button", { name: "Kembalikan: belum lengkap" }).click();
  await page.getByLabel("Yang perlu dilengkapi").fill("Sebutkan kecamatannya.");
  await page.getByRole("button", { name: "Kembalikan", exact: true }).click();
  await expect(page.getByText("Tidak ada yang menunggu")).toBeVisible();
  await lajur.stop();
  await lajur.cli("sync.now", {});
  await track(citizen, filed);
  await expect(citizen.locator("main")).toContainText("Sebutkan kecamatannya.");
  await lajur.start();
});

test("a step goes to another office, which answers it, and the request goes on here", async ({
  page,
  lajur,
}) => {
  const other = join(lajur.folder, "pertanian");
  const there = (...words: string[]): string =>
    execFileSync(process.execPath, [at("electron/cli/main.ts"), "--archive", other, ...words], {
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
    });
  const call = (method: string, params: object): string =>
    there("call", method, JSON.stringify(params));
  await lajur.stop();
  there("demo");
  for (const name of [KOMINFO, PERTANIAN]) await portal.office(name);
  const code = await portal.code(PERTANIAN);
  call("sync.join", { url: portal.url, code, name: "PC Pertanian" });
  call("sync.now", {});
  await lajur.cli("sync.join", { url: portal.url, code: await portal.code(KOMINFO), name: "PC A" });
  await lajur.cli("sync.now", {});
  const { rows } = await lajur.cli("request.list", { status: "running", words: "stunting" });
  const id = rows[0]?.id ?? "";

  await lajur.start();
  await page.getByText("Petugas Layanan").click();
  await page.goto(`${page.url().split("#")[0]}#/permohonan/${id}`);
  await page.getByRole("button", { name: "Teruskan ke kantor lain" }).click();
  await page.getByRole("button", { name: /Kantor tujuan/ }).click();
  await page.getByRole("option", { name: PERTANIAN }).click();
  await page.getByLabel("Catatan untuk kantor tujuan").fill("Mohon keputusannya.");
  await page.getByRole("button", { name: "Teruskan", exact: true }).click();
  await expect(page.getByText(`Diteruskan ke ${PERTANIAN}`, { exact: true })).toBeVisible();
  await lajur.stop();
  await lajur.cli("sync.now", {});

  call("sync.now", {});
  const listed = JSON.parse(call("incoming.list", {})) as { rows: { message: string }[] };
  const message = listed.rows[0]?.message ?? "";
  call("handover.answer", { message, branch: "Ya", note: "Datanya tersedia." });
  call("sync.now", {});
  await lajur.cli("sync.now", {});

  await lajur.start();
  await page.getByText("Petugas Layanan").click();
  await page.goto(`${page.url().split("#")[0]}#/permohonan/${id}?tab=history`);
  await expect(page.getByText("diputuskan oleh Baris perintah: Ya")).toBeVisible();
  await expect(page.getByText(`${PERTANIAN}: Baris perintah`).first()).toBeVisible();
});
