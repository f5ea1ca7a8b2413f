import { existsSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { CoreSettings } from "#host/protocol.ts";
import { startCore } from "#host/start-core.ts";
import { spawnWorker } from "#host/worker-port.ts";
import { findBrowser, hasDisplay, openWindow } from "./browser.ts";
import { type Options, readOptions } from "./options.ts";
import { type Bridge, startBridge } from "./server.ts";

/** Entry of the bridge: the core in a worker, the window in a browser. */
const root = new URL("../../", import.meta.url);

/** A window that ends this soon without having connected did not open at all. */
const STILLBORN_MS = 10_000;

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (typeof options === "string") return say(options, 2);
  const renderer = fileURLToPath(new URL("dist/renderer", root));
  if (!existsSync(renderer)) return say("Tampilan belum dibangun. Jalankan: npm start", 1);

  const core = await startCore(() =>
    spawnWorker(new URL("../host/core-worker.ts", import.meta.url), settings(options.archive)),
  );
  if (!core.ok) return say(core.error.message, 1);
  const bridge = await startBridge({ core: core.value, renderer, port: options.port }).catch(
    (error: NodeJS.ErrnoException) => error,
  );
  if (bridge instanceof Error) {
    core.value.close();
    return say(`Lajur tidak dapat memakai porta ${options.port}: ${bridge.message}`, 1);
  }
  await untilEnd(bridge, options);
  await bridge.close();
  core.value.close();
  return 0;
}

function settings(archive: string): CoreSettings {
  const { version } = JSON.parse(readFileSync(new URL("package.json", root), "utf8")) as {
    version: string;
  };
  return {
    archive,
    resources: fileURLToPath(new URL("resources", root)),
    holder: "Lajur (jendela)",
    version,
  };
}

/** Resolves when the app window is closed or the system asks this process to end. */
function untilEnd(bridge: Bridge, options: Options): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, resolve);
    const browser = options.open && hasDisplay() ? findBrowser() : null;
    if (browser === null) return printAddress(bridge, options.open);
    let connected = false;
    bridge.onWindow(() => {
      connected = true;
    });
    const started = Date.now();
    const window = openWindow(browser, bridge.address(), options.archive);
    console.log(`Lajur terbuka di ${browser}. Tutup jendelanya untuk mengakhiri.`);
    window.once("error", () => printAddress(bridge, true));
    window.once("exit", () => {
      if (connected || Date.now() - started > STILLBORN_MS) resolve();
      else printAddress(bridge, true);
    });
  });
}

function printAddress(bridge: Bridge, wanted: boolean): void {
  if (wanted) console.log("Jendela tidak dapat dibuka di sini. Buka alamat ini di peramban:");
  console.log(bridge.address());
  if (!process.stdin.isTTY) return;
  console.log("Alamat berlaku satu kali. Tekan Enter untuk alamat baru, Ctrl+C untuk mengakhiri.");
  createInterface({ input: process.stdin }).on("line", () => console.log(bridge.address()));
  process.stdin.unref();
}

function say(sentence: string, code: number): number {
  console.error(sentence);
  return code;
}

process.exitCode = await main();
