import type { ChildProcess } from "node:child_process";
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

/** Time that the core gets to finish what it writes; what it confirmed is on disk anyway. */
const PATIENCE_MS = 10_000;

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (typeof options === "string") return say(options, 2);
  const renderer = fileURLToPath(new URL("dist/renderer", root));
  if (!existsSync(renderer)) return say("Tampilan belum dibangun. Jalankan: npm start", 1);

  const core = await startCore((readOnly) =>
    spawnWorker(new URL("../host/core-worker.ts", import.meta.url), {
      ...settings(options.archive),
      readOnly,
    }),
  );
  if (!core.ok) return say(core.error.message, 1);
  const bridge = await startBridge({ core: core.value, renderer, port: options.port }).catch(
    (error: NodeJS.ErrnoException) => error,
  );
  if (bridge instanceof Error) {
    await core.value.close();
    return say(`Lajur tidak dapat memakai porta ${options.port}: ${bridge.message}`, 1);
  }
  await untilEnd(bridge, options);
  setTimeout(() => process.exit(1), PATIENCE_MS).unref();
  await bridge.close();
  await core.value.close();
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
async function untilEnd(bridge: Bridge, { archive, open }: Options): Promise<void> {
  const asked = new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
      process.on(signal, () => resolve());
  });
  const browser = open && hasDisplay() ? findBrowser() : null;
  if (browser === null) {
    printAddress(bridge, open);
    return asked;
  }
  const window = openWindow(browser, bridge.address(), archive);
  console.log(`Lajur terbuka di ${browser}. Tutup jendelanya untuk mengakhiri.`);
  await Promise.race([asked, untilClosed(window, bridge)]);
  window.kill();
}

/** Resolves when a window that did open is closed; where none opens, the address is printed instead. */
function untilClosed(window: ChildProcess, bridge: Bridge): Promise<void> {
  const started = Date.now();
  let connected = false;
  bridge.onWindow(() => {
    connected = true;
  });
  return new Promise((resolve) => {
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
