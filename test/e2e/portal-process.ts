import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { at } from "../../scripts/run.ts";

/** A portal as it runs in an office's network, with its command line. */
export type PortalProcess = {
  url: string;
  /** Adds an office and answers its name. */
  office(name: string): Promise<string>;
  /** A one-time code with which a PC joins the office. */
  code(office: string): Promise<string>;
  stop(): Promise<void>;
};

export async function startPortal(): Promise<PortalProcess> {
  const data = mkdtempSync(join(tmpdir(), "lajur-portal-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const main = at("portal/main.ts");
  const env = { ...process.env, LOG_LEVEL: "silent", PUBLIC_URL: url };
  const command = (...words: string[]): Promise<string> =>
    new Promise((resolve, reject) => {
      execFile(process.execPath, [main, ...words, "--data", data], { env }, (error, stdout) =>
        error === null ? resolve(stdout.trim()) : reject(error),
      );
    });
  const running: ChildProcess = spawn(
    process.execPath,
    [main, "--data", data, "--port", String(port)],
    { stdio: ["ignore", "ignore", "inherit"], env },
  );
  const ended = new Promise((resolve) => running.once("exit", resolve));
  await answers(url);
  return {
    url,
    async office(name) {
      await command("office", "add", name);
      return name;
    },
    code: async (office) => (await command("device", "code", office)).split("\n")[0] ?? "",
    async stop() {
      running.kill("SIGTERM");
      await ended;
      rmSync(data, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" ? (address?.port ?? 0) : 0));
    });
  });
}

async function answers(url: string): Promise<void> {
  for (let left = 100; left > 0; left -= 1) {
    const there = await fetch(url).catch(() => null);
    if (there !== null) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} does not answer`);
}
