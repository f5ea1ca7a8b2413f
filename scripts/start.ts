import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { hasDisplay } from "../electron/bridge/browser.ts";
import { dataFolder } from "../electron/host/data-folder.ts";
import { build } from "./build.ts";
import { getElectron } from "./electron.ts";
import { at, run, runNode } from "./run.ts";

/** `npm start`: opens Lajur in Electron where it can be had, otherwise in a browser. */
const HELP = `npm start -- [pilihan]
  --demo          buka kantor contoh
  --archive DIR   pakai arsip di folder ini
  --browser       buka di Chromium, Chrome, atau Edge, bukan Electron
  --port N        layani di porta ini (dengan --browser)
  --no-open       cetak alamatnya saja (dengan --browser)
  --help          tampilkan ini`;

type Options = {
  archive: string;
  demo: boolean;
  /** Arguments for the bridge; null when Electron comes first. */
  bridge: string[] | null;
};

function readOptions(): Options | string {
  try {
    const { values } = parseArgs({
      options: {
        demo: { type: "boolean", default: false },
        archive: { type: "string" },
        browser: { type: "boolean", default: false },
        port: { type: "string" },
        "no-open": { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
    if (values.help) return HELP;
    const own = dataFolder(process.platform, process.env, homedir());
    const bridge = [
      ...(values.port === undefined ? [] : ["--port", values.port]),
      ...(values["no-open"] ? ["--no-open"] : []),
    ];
    return {
      archive: resolve(values.archive ?? join(own, values.demo ? "contoh" : "arsip")),
      demo: values.demo,
      bridge: values.browser || bridge.length > 0 ? bridge : null,
    };
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n${HELP}`;
  }
}

async function main(): Promise<number> {
  const options = readOptions();
  if (typeof options === "string") {
    console.error(options);
    return options === HELP ? 0 : 2;
  }
  if (!(await build("renderer"))) return 1;
  mkdirSync(options.archive, { recursive: true, mode: 0o700 });
  if (options.demo && !(await fillDemo(options.archive))) return 1;
  if (options.bridge === null && hasDisplay()) {
    const code = await startElectron(options.archive);
    if (code !== null) return code;
  }
  const ended = await runNode(at("electron/bridge/main.ts"), [
    "--archive",
    options.archive,
    ...(options.bridge ?? []),
  ]);
  return ended.code ?? 1;
}

/** Fills an empty archive with the made-up office; one that was not finished is not left behind. */
async function fillDemo(archive: string): Promise<boolean> {
  if (readdirSync(archive).length > 0) return true;
  console.log("Membuat kantor contoh ...");
  const ended = await runNode(at("electron/cli/main.ts"), ["--archive", archive, "demo"], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (ended.code !== 0) rmSync(archive, { recursive: true, force: true });
  return ended.code === 0;
}

/** The exit code, or null where Electron cannot be had or cannot open a window. */
async function startElectron(archive: string): Promise<number | null> {
  const electron = await getElectron();
  if (electron === null || !existsSync(electron)) return null;
  if (!(await build("shell"))) return 1;
  // Chromium refuses to start its sandbox as root.
  const flags = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const ended = await run(electron, [...flags, at("."), "--archive", archive]);
  if (ended.signal === null) return ended.code;
  if (ended.signal === "SIGINT" || ended.signal === "SIGTERM") return 0;
  console.error(`Electron berhenti (${ended.signal}); Lajur dibuka di peramban.`);
  return null;
}

process.exitCode = await main();
