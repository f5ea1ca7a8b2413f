import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type Page, expect, test as base } from "@playwright/test";
import type { MethodName, ParamsIn, ResultOf } from "#shared/contract.ts";
import { at } from "../../scripts/run.ts";

/** A running Lajur on an archive of its own, with `page` signed in to it. */
export type Lajur = {
  archive: string;
  /** A folder for files that the test makes; gone afterwards. */
  folder: string;
  /** Ends it, as closing the window does. */
  stop(): Promise<void>;
  /** Starts it on the same archive and address, and opens `page` anew. */
  start(): Promise<void>;
  restart(): Promise<void>;
  /** One call of the command line, while stopped. Rejects with its `{code, message}`. */
  cli<M extends MethodName>(method: M, params: ParamsIn<M>, as?: string): Promise<ResultOf<M>>;
  /** The command line with these arguments after `--archive DIR`. */
  command(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }>;
};

type Fixtures = { lajur: Lajur };
type Settings = {
  /** Begin with the made-up office instead of an empty archive: `test.use({ demo: true })`. */
  demo: boolean;
};

export const test = base.extend<Fixtures & Settings>({
  demo: [false, { option: true }],
  lajur: [
    async ({ page, demo }, use) => {
      const folder = mkdtempSync(join(tmpdir(), "lajur-e2e-"));
      const lajur = createLajur(folder, page);
      const complaints = listen(page);
      try {
        if (demo) {
          const filled = await lajur.command("demo");
          expect(filled.stderr, "lajur demo").toBe("");
        }
        await lajur.start();
        await use(lajur);
        expect(complaints, "errors in the window").toEqual([]);
      } finally {
        await lajur.stop();
        rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
      }
    },
    { auto: true },
  ],
});

export { expect };

/** One more Lajur than the test's own, such as another PC of the office. */
export function createLajur(folder: string, page: Page): Lajur {
  const archive = join(folder, "arsip");
  let running: ChildProcess | null = null;
  let port = 0;

  async function start(): Promise<void> {
    const args = ["--archive", archive, "--port", String(port), "--no-open"];
    running = spawn(process.execPath, [at("electron/bridge/main.ts"), ...args], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const address = await firstLine(running);
    port = Number(new URL(address).port);
    // A new fragment alone would not load the page again.
    await page.goto("about:blank");
    await page.goto(address);
  }

  async function stop(): Promise<void> {
    const child = running;
    running = null;
    if (child === null || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await ended;
  }

  function command(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
    return new Promise((resolve) => {
      execFile(
        process.execPath,
        [at("electron/cli/main.ts"), "--archive", archive, ...args],
        { maxBuffer: 64 * 1024 * 1024 },
        (error, stdout, stderr) =>
          resolve({ code: error === null ? 0 : Number(error.code ?? 1), stdout, stderr }),
      );
    });
  }

  return {
    archive,
    folder,
    start,
    stop,
    async restart() {
      await stop();
      await start();
    },
    command,
    async cli<M extends MethodName>(method: M, params: ParamsIn<M>, as?: string) {
      const who = as === undefined ? [] : ["--as", as];
      const ended = await command(...who, "call", method, JSON.stringify(params));
      if (ended.code !== 0) throw new Error(ended.stderr);
      return JSON.parse(ended.stdout) as ResultOf<M>;
    },
  };
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    if (child.stdout === null) throw new Error("stdout is not piped");
    createInterface({ input: child.stdout }).once("line", resolve);
    child.once("exit", (code) => reject(new Error(`the bridge ended with ${code}`)));
  });
}

/** Uncaught errors of the page, and whatever its policy refused. */
function listen(page: Page): string[] {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() !== "error") return;
    if (/Content Security Policy|Uncaught|React/.test(message.text()))
      complaints.push(message.text());
  });
  return complaints;
}
