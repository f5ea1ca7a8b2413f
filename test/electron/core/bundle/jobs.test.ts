import { existsSync, readdirSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { PDF_LIMITS } from "#shared/bundle/limits.ts";
import { intake, type TestCore } from "../../../support/core.ts";
import { fullRequest, OFFICE_A, openOffice } from "./offices.ts";

vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 });

let a: TestCore;
beforeEach(async () => {
  a = await openOffice(OFFICE_A);
});
afterEach(() => a.dispose());

describe("a bundle that is being made", () => {
  it("tells how far it is, and what it is at", async () => {
    const request = await fullRequest(a);
    const told: { job: string; done: number; total: number; stage?: string }[] = [];
    a.core.onPush((push) => {
      if (push.push === "job.progress") told.push(push);
    });
    await a.call("bundle.zip", { request, job: "satu", path: join(a.folder, "b.zip") });
    expect(told.length).toBeGreaterThan(3);
    expect(told.every(({ job, done, total }) => job === "satu" && done <= total)).toBe(true);
    expect(told.map(({ done, total }) => done / total)).toEqual(
      told.map(({ done, total }) => done / total).sort((one, other) => one - other),
    );
    expect(told.at(-1)).toMatchObject({ done: told.at(-1)?.total });
    expect(told.some(({ stage }) => stage?.startsWith("file:"))).toBe(true);
  });

  it("is ended when asked to, and leaves nothing", async () => {
    const request = await fullRequest(a);
    const path = join(a.folder, "b.pdf");
    const ended = a.refusal("bundle.pdf", { request, job: "dua", path });
    setTimeout(() => void a.call("bundle.cancel", { job: "dua" }), 150);
    expect((await ended).code).toBe("bundle_cancelled");
    expect(readdirSync(a.folder).filter((name) => name.startsWith("b.pdf"))).toEqual([]);
    expect(await a.call("bundle.pdf", { request, job: "dua", path })).toMatchObject({ path });
  });

  it("is refused where it cannot be written, and to the window by path", async () => {
    const request = await fullRequest(a);
    const path = join(a.folder, "tidak ada", "b.pdf");
    expect((await a.refusal("bundle.pdf", { request, path })).code).toBe("path_unwritable");
    const window = { origin: "window", user: null } as const;
    const asked = { request, path: join(a.folder, "b.pdf") };
    for (const method of ["bundle.pdf", "bundle.zip"]) {
      expect((await a.refusal(method, asked, window)).code).toBe("path_not_allowed");
    }
    expect((await a.refusal("bundle.import", { path }, window)).code).toBe("path_not_allowed");
    expect((await a.refusal("bundle.import", { path })).code).toBe("file_missing");
    expect((await a.refusal("bundle.import", { path: a.folder })).code).toBe("file_unreadable");
  });

  it("of more attachments than a PDF takes is refused in a sentence; the ZIP holds them all", async () => {
    const { id: request } = await a.call("request.create", intake);
    const half = join(a.folder, "besar.pdf");
    writeFileSync(half, "%PDF-1.4\n");
    truncateSync(half, PDF_LIMITS.attached / 2 + 1000);
    await a.call("file.attach", { request, path: half });
    await a.call("file.attach", { request, path: half });
    const refusal = await a.refusal("bundle.pdf", { request });
    expect(refusal).toMatchObject({ code: "bundle_pdf_too_large" });
    expect(refusal.message).toContain("100 MB");
    const path = join(a.folder, "besar.zip");
    const before = process.memoryUsage().rss;
    const made = await a.call("bundle.zip", { request, path });
    expect(process.memoryUsage().rss - before).toBeLessThan(250_000_000);
    expect(made.left).toEqual([]);
    expect(made.size).toBeGreaterThan(PDF_LIMITS.attached);
    expect(existsSync(path)).toBe(true);
  });
});
