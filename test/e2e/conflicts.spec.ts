import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { ResultOf } from "#shared/contract.ts";
import { go } from "./address.ts";
import { createLajur, expect, type Lajur, test } from "./lajur.ts";
import { look } from "./look.ts";
import { type PortalProcess, startPortal } from "./portal-process.ts";

/** Two PCs of one office decide the same step differently; both are shown, and one is chosen. */

const OFFICE = "Dinas Kominfo Kabupaten Contoh";

async function syncNow(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Portal: / }).click();
  const details = page.getByRole("dialog", { name: "Sambungan ke portal" });
  await details.getByRole("button", { name: "Sinkron sekarang" }).click();
  await expect(details.getByText("baru saja")).toBeVisible();
  await expect(details.getByRole("button", { name: "Sinkron sekarang" })).toBeEnabled();
  await page.keyboard.press("Escape");
}

test.describe("two PCs that decided without a line", () => {
  test.use({ demo: true });
  let portal: PortalProcess;
  let folder: string;
  let other: Lajur;
  test.beforeEach(async () => {
    portal = await startPortal();
    folder = mkdtempSync(join(tmpdir(), "lajur-e2e-k-"));
  });
  test.afterEach(async () => {
    await other?.stop();
    await portal.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  test("see both decisions, and go on with the one that is chosen", async ({
    page,
    browser,
    lajur,
  }) => {
    test.setTimeout(300_000);
    await portal.office(OFFICE);
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
    const second = await context.newPage();
    other = createLajur(folder, second);
    const pcs = [
      { at: lajur, name: "PC Loket" },
      { at: other, name: "PC Kabid" },
    ];
    for (const { at, name } of pcs) {
      await at.stop();
      const code = await portal.code(OFFICE);
      await at.cli("sync.join", { url: portal.url, code, name });
      // Each syncs when it is told to.
      const { settings } = await at.cli("sync.now", {});
      await at.cli("sync.save", { ...settings, automatic: false });
    }
    const { rows } = await lajur.cli("request.list", { status: "running", sort: "oldest" });
    let decision: ResultOf<"request.get"> | null = null;
    for (const { id } of rows) {
      decision = await lajur.cli("request.get", { id });
      if ((decision.current?.branches.length ?? 0) > 1) break;
    }
    if (decision === null || decision.current === null)
      throw new Error("no request stands on a decision");
    const { id, number, current } = decision;
    const [yes, no] = current.branches;
    const users = await lajur.cli("user.list", {});
    const [first, last] = [users[0]?.id, users.at(-1)?.id];
    const step = current.step;
    await lajur.cli(
      "step.complete",
      { request: id, step, branch: yes, note: "Data lengkap" },
      first,
    );
    await lajur.cli("note.add", { request: id, text: "Sudah ditelepon pemohonnya" }, first);
    await other.cli("step.complete", { request: id, step, branch: no, note: "Surat kurang" }, last);
    await other.cli("note.add", { request: id, text: "Menunggu surat pengantar" }, last);
    await lajur.cli("sync.now", {});
    await other.cli("sync.now", {});

    await lajur.start();
    await other.start();
    await second.getByRole("button", { name: new RegExp(users[0]?.name ?? "") }).click();
    await page.getByRole("button", { name: new RegExp(users[0]?.name ?? "") }).click();
    await syncNow(page);
    await go(page, "/");
    await expect(page.getByRole("link", { name: /perlu keputusan/ })).toBeVisible();
    await look(page, "conflicts-1-home");
    await go(page, `/permohonan/${id}`);
    await expect(page.getByText("Perlu keputusan dahulu")).toBeVisible();
    await look(page, "conflicts-2-request");
    await go(page, "/permohonan");
    await page.getByRole("button", { name: "Perlu keputusan" }).click();
    await expect(page.getByRole("link", { name: number })).toBeVisible();
    await look(page, "conflicts-3-list");

    await go(page, "/perlu-keputusan");
    const card = page.getByRole("article", { name: number });
    const held = card.getByRole("region", { name: "Berlaku sekarang" });
    const aside = card.getByRole("region", { name: "Disisihkan" });
    await expect(held.getByRole("listitem")).toHaveCount(2);
    await expect(aside.getByRole("listitem")).toHaveCount(2);
    await expect(card).toContainText("Data lengkap");
    await expect(card).toContainText("Menunggu surat pengantar");
    await expect(card).toContainText("PC ini");
    await expect(card).toContainText("PC Kabid");
    await look(page, "conflicts-4-both");
    await aside.getByRole("button", { name: "Berlakukan yang disisihkan" }).click();
    const dialog = page.getByRole("dialog");
    await look(page, "conflicts-5-reason");
    await dialog.getByLabel("Alasan").fill("Surat pengantar memang belum ada");
    await dialog.getByRole("button", { name: "Tetapkan" }).click();
    await expect(page.getByText(`Keputusan untuk permohonan ${number} ditetapkan.`)).toBeVisible();
    await expect(page.getByText("Tidak ada yang perlu diputuskan")).toBeVisible();
    await look(page, "conflicts-6-none");

    await syncNow(page);
    await syncNow(second);
    await lajur.stop();
    await other.stop();
    const [one, two] = [
      await lajur.cli("request.get", { id }),
      await other.cli("request.get", { id }),
    ];
    expect(two).toEqual(one);
    const taken = one.visits.find((visit) => visit.step === step && visit.branch !== null);
    expect([yes, no]).toContain(taken?.branch);
    expect(one.notes).toHaveLength(decision.notes.length + 2);

    // Whoever's decision was set aside reads it on either PC.
    const settled = await other.cli("conflict.get", { request: id });
    const loser = settled[0]?.held.decisions[0]?.by.id;
    const chooser = settled[0]?.settled?.by.id;
    const told = await other.cli("home.get", {}, loser);
    expect(told.lost).toHaveLength(loser === chooser ? 0 : 1);
    await other.start();
    const name = users.find((user) => user.id === loser)?.name ?? "";
    await second.getByRole("button", { name: "Ganti pengguna" }).click();
    await second.getByRole("button", { name: new RegExp(name) }).click();
    if (loser !== chooser) {
      await expect(second.getByText("Keputusan Anda yang tidak dipakai")).toBeVisible();
      await look(second, "conflicts-7-lost");
      await second.getByRole("button", { name: "Mengerti" }).click();
      await expect(second.getByText("Keputusan Anda yang tidak dipakai")).toBeHidden();
    }
    await context.close();
  });
});
