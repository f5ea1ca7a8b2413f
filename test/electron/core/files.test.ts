import { existsSync, readdirSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CallContext } from "#core/types.ts";
import { intake, openCore, temporaryFolder, type TestCore } from "../../support/core.ts";

let lajur: TestCore;
let folder: string;
let request: string;
beforeEach(async () => {
  lajur = openCore();
  folder = temporaryFolder();
  request = (await lajur.call("request.create", { ...intake, letterInHand: true })).id;
});
afterEach(async () => {
  await lajur.dispose();
  rmSync(folder, { recursive: true, force: true });
});

const WINDOW: CallContext = { origin: "window", user: null };

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function upload(name: string, parts: Uint8Array[], size?: number): Promise<string> {
  const whole = parts.reduce((sum, part) => sum + part.byteLength, 0);
  const begun = await lajur.call("upload.begin", { name, size: size ?? whole }, WINDOW);
  let offset = 0;
  for (const part of parts) {
    const bytes = Buffer.from(part).toString("base64");
    await lajur.call("upload.append", { upload: begun.upload, offset, bytes }, WINDOW);
    offset += part.byteLength;
  }
  return begun.upload;
}

const incoming = (): string[] =>
  existsSync(join(lajur.folder, "incoming")) ? readdirSync(join(lajur.folder, "incoming")) : [];

describe("an attachment", () => {
  it("is stored by its SHA-256 and belongs to the step the request stands on", async () => {
    const { file: found, sameAs } = await lajur.call("file.attach", {
      request,
      path: file("data.csv", "a;b\n"),
    });
    expect(found).toMatchObject({ name: "data.csv", size: 4, step: 3, visit: 1 });
    expect(sameAs).toBeNull();
    const { sha256 } = found;
    expect(existsSync(join(lajur.folder, "files", sha256.slice(0, 2), sha256))).toBe(true);
    expect(await lajur.call("archive.check", {})).toMatchObject({ sound: true, files: 1 });
  });

  it("with the content of another one is listed twice, stored once, and told", async () => {
    await lajur.call("file.attach", { request, path: file("a.csv", "sama") });
    const second = await lajur.call("file.attach", { request, path: file("b.csv", "sama") });
    expect(second.sameAs).toBe("a.csv");
    expect(await lajur.call("archive.check", {})).toMatchObject({ sound: true, files: 1 });
  });

  it.each([
    ["that is empty", () => file("kosong.csv", ""), "file_empty"],
    ["that is not there", () => join(folder, "hilang.csv"), "file_missing"],
    ["that is a folder", () => folder, "file_unreadable"],
    ["with a control character in its name", () => file("a\u0007.csv", "x"), "file_name_invalid"],
  ])("%s is refused and nothing of it is kept", async (_, path, code) => {
    const before = await lajur.call("request.get", { id: request });
    expect((await lajur.refusal("file.attach", { request, path: path() })).code).toBe(code);
    expect(await lajur.call("request.get", { id: request })).toEqual(before);
    expect(incoming()).toEqual([]);
  });

  it("over 200 MB is refused before a byte is read", async () => {
    const path = file("besar.bin", "x");
    truncateSync(path, 200 * 1024 * 1024 + 1);
    expect((await lajur.refusal("file.attach", { request, path })).code).toBe("file_too_large");
    const begin = { name: "besar.bin", size: 200 * 1024 * 1024 + 1 };
    expect((await lajur.refusal("upload.begin", begin, WINDOW)).code).toBe("file_too_large");
  });

  it("named by a path is refused to the window", async () => {
    const path = file("data.csv", "x");
    const refused = await lajur.refusal("file.attach", { request, path }, WINDOW);
    expect(refused.code).toBe("path_not_allowed");
    const locate = { request, file: "x" };
    expect((await lajur.refusal("file.locate", locate, WINDOW)).code).toBe("path_not_allowed");
  });

  it("is withdrawn with a reason and stays in the archive", async () => {
    const { file: found } = await lajur.call("file.attach", { request, path: file("a.csv", "x") });
    const reason = "Berkas keliru";
    const after = await lajur.call("file.withdraw", { request, file: found.id, reason });
    expect(after.files[0]?.withdrawn).toBe(reason);
    const again = { request, file: found.id, reason };
    expect((await lajur.refusal("file.withdraw", again)).code).toBe("file_unknown");
    expect(await lajur.call("file.locate", { request, file: found.id })).toMatchObject({ size: 1 });
  });
});

describe("an upload in parts", () => {
  const half = new Uint8Array(600_000).fill(7);

  it("is attached whole", async () => {
    const id = await upload("dua.bin", [half, half]);
    const { file: found } = await lajur.call("file.attach", { request, upload: id }, WINDOW);
    expect(found).toMatchObject({ name: "dua.bin", size: 1_200_000 });
    expect((await lajur.refusal("file.attach", { request, upload: id }, WINDOW)).code).toBe(
      "upload_unknown",
    );
  });

  it("that is not complete, out of order or longer than announced is refused", async () => {
    const id = await upload("satu.bin", [half], 1_200_000);
    const attach = await lajur.refusal("file.attach", { request, upload: id }, WINDOW);
    expect(attach.code).toBe("upload_out_of_order");
    const bytes = Buffer.from(half).toString("base64");
    const wrong = { upload: id, offset: 0, bytes };
    expect((await lajur.refusal("upload.append", wrong, WINDOW)).code).toBe("upload_out_of_order");
    await lajur.call("upload.append", { upload: id, offset: 600_000, bytes }, WINDOW);
    const more = { upload: id, offset: 1_200_000, bytes };
    expect((await lajur.refusal("upload.append", more, WINDOW)).code).toBe("file_too_large");
  });

  it("that is abandoned leaves nothing, at once or at the next start", async () => {
    const id = await upload("satu.bin", [half], 1_200_000);
    await lajur.call("upload.abort", { upload: id }, WINDOW);
    expect(incoming()).toEqual([]);
    writeFileSync(join(lajur.folder, "incoming", "sisa"), "x");
    lajur = await lajur.reopen();
    await lajur.call("app.state", {});
    expect(incoming()).toEqual([]);
  });
});
