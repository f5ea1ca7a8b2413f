import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createContent } from "../../../electron/shell/content.ts";
import { createStandIn } from "../host/stand-in.ts";

let folder: string;
let answer: ReturnType<typeof createContent>;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "lajur-content-"));
  writeFileSync(join(folder, "index.html"), "<!doctype html>");
  writeFileSync(join(folder, "berkas"), "isi");
  const { core } = createStandIn({
    "file.locate": { path: join(folder, "berkas"), name: "a.pdf", size: 3 },
  });
  answer = createContent(core, folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

test("app:// answers the first page with the same policy as the bridge", async () => {
  const response = await answer(new Request("app://lajur/"));
  expect(response.status).toBe(200);
  expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(await response.text()).toBe("<!doctype html>");
});

test("attachments come under their own names", async () => {
  const response = await answer(new Request("app://lajur/file/r1/f1"));
  expect(response.headers.get("content-disposition")).toContain('filename="a.pdf"');
  expect(await response.text()).toBe("isi");
});

test("other hosts and other methods are refused", async () => {
  expect((await answer(new Request("app://other/"))).status).toBe(403);
  expect((await answer(new Request("app://lajur/", { method: "POST" }))).status).toBe(405);
  const head = await answer(new Request("app://lajur/", { method: "HEAD" }));
  expect([head.status, await head.text()]).toEqual([200, ""]);
});
