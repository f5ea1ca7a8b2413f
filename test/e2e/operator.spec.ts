import { AxeBuilder } from "@axe-core/playwright";
import { type Page, expect, test } from "@playwright/test";
import { loginLink, makeLoginSecret } from "../../portal/operator/sessions.ts";
import { type RunningPortal, startPortal } from "../support/portal-over-http.ts";

/** Whoever runs the portal works on a desk, on a telephone, in the dark and without scripts. */
const SETTINGS = [
  { name: "desk", viewport: { width: 1366, height: 768 }, colorScheme: "light" },
  { name: "dark", viewport: { width: 1366, height: 768 }, colorScheme: "dark" },
  { name: "telephone", viewport: { width: 360, height: 740 }, colorScheme: "light" },
] as const;

for (const { name, viewport, colorScheme } of SETTINGS) {
  test.describe(`operator's page, ${name}`, () => {
    test.use({ viewport, colorScheme });
    let portal: RunningPortal;
    test.beforeAll(async () => {
      portal = await startPortal();
    });
    test.afterAll(() => portal.close());

    test("from the link to an office whose PC joins and is shut out again", async ({ page }) => {
      const { secret } = await makeLoginSecret(portal.ctx());
      await page.goto(loginLink(portal.url(""), secret));
      await sound(page);
      await page.getByRole("button", { name: "Masuk" }).click();
      await expect(page.getByRole("heading", { name: "Ringkasan" })).toBeVisible();
      await expect(page.getByText("Belum ada kantor.")).toBeVisible();
      await sound(page);

      await page.getByLabel("Nama kantor").fill("Dinas Kominfo Kabupaten Contoh");
      await page.getByRole("button", { name: "Tambah kantor" }).click();
      await expect(page.getByRole("status")).toContainText("Kantor ditambahkan");
      await page.getByRole("button", { name: "Buat kode bergabung" }).click();
      const code = await page.locator(".key").innerText();
      const joined = await page.request.post(portal.url("/api/v1/join"), {
        data: { code, name: "PC-LAYANAN", app: "Lajur 0.1.0" },
      });
      expect(joined.ok()).toBe(true);
      await sound(page);

      await page.getByRole("link", { name: "Semua kantor" }).click();
      await page.getByRole("link", { name: "Dinas Kominfo Kabupaten Contoh" }).click();
      await expect(page.getByText("PC-LAYANAN")).toBeVisible();
      await sound(page);
      await page.getByRole("link", { name: "Akhiri" }).click();
      await sound(page);
      await page.getByRole("button", { name: "Akhiri sambungan" }).click();
      await expect(page.getByRole("status")).toContainText("Sambungan PC diakhiri");
      await sound(page);

      await page.getByRole("link", { name: "Semua kantor" }).click();
      await page.getByLabel("Nama kantor").fill("Dinas Kominfo Kabupaten Contoh");
      await page.getByRole("button", { name: "Tambah kantor" }).click();
      await expect(page.getByRole("alert")).toContainText("sudah ada di portal");
      await expect(page.getByLabel("Nama kantor")).toBeFocused();
      await sound(page);

      await page.getByRole("button", { name: "Keluar" }).click();
      await page.goto(portal.url("/operator"));
      await expect(page.getByRole("heading", { name: "Halaman pengelola portal" })).toBeVisible();
      await sound(page);
    });

    test("works without scripts", async ({ browser }) => {
      const context = await browser.newContext({ javaScriptEnabled: false, viewport, colorScheme });
      const page = await context.newPage();
      const { secret } = await makeLoginSecret(portal.ctx());
      await page.goto(loginLink(portal.url(""), secret));
      await page.getByRole("button", { name: "Masuk" }).click();
      await expect(page.getByRole("heading", { name: "Ringkasan" })).toBeVisible();
      await context.close();
    });
  });
}

/** No finding of axe, and nothing that has to be scrolled to sideways. */
async function sound(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  expect(wide).toBe(false);
}
