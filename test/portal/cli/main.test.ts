import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { API } from "#shared/sync/protocol.ts";
import { root } from "../../../scripts/run.ts";

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), "lajur-portal-"))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const env = { ...process.env, DATABASE_URL: "", LOG_LEVEL: "info" };
const main = join(root, "portal/main.ts");
const run = (...words: string[]) =>
  spawnSync(process.execPath, [main, ...words, "--data", folder], { env, encoding: "utf8" });

test("offices and codes are made beside a portal that runs, which ends what it does when it is told to stop", async () => {
  const { child, base } = await serve();
  try {
    const added = run("office", "add", "Dinas Kominfo Kabupaten Contoh");
    expect(added.stdout).toMatch(/^[0-9a-f]{32} {2}Dinas Kominfo Kabupaten Contoh\n$/);
    const [code = ""] = run("device", "code", "Dinas Kominfo Kabupaten Contoh").stdout.split("\n");
    const joined = await fetch(`${base}${API}/join`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ code, name: "PC loket", app: "lajur 0.1.0" }),
    });
    expect(joined.status).toBe(200);
    const { token, epoch } = (await joined.json()) as { token: string; epoch: string };

    const waiting = fetch(`${base}${API}/feed?after=0&epoch=${epoch}&wait=25`, {
      headers: { authorization: `Bearer ${token}` },
    });
    await new Promise((resolve) => setTimeout(resolve, 500));
    const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    expect((await waiting).status).toBe(200);
    expect(await ended).toBe(0);
  } finally {
    child.kill("SIGKILL");
  }
}, 60_000);

async function serve(): Promise<{ child: ChildProcess; base: string }> {
  const child = spawn(process.execPath, [main, "--data", folder, "--port", "0"], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  const base = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (part: Buffer) => {
      output += part.toString();
      const [, address] = /Portal Lajur di (\S+) /.exec(output) ?? [];
      if (address !== undefined) resolve(address);
    });
    child.once("exit", () => reject(new Error(output)));
  });
  return { child, base };
}
