import { spawn } from "node:child_process";
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { at } from "./run.ts";

/** Its package brings no binary: that is downloaded at first use, about 110 MB. */
const folder = at("node_modules/electron");
const missingFile = at("node_modules/.lajur-electron-missing");

/** A download that brings nothing for this long has no line. */
const SILENCE_MS = 20_000;
/** After a failure it is not tried again before this. */
const RETRY_MS = 24 * 3600_000;

/** Path of Electron's binary, downloaded when it is not there; null when it cannot be had. */
export async function getElectron(): Promise<string | null> {
  const there = findElectron();
  if (there !== null) return there;
  if (existsSync(missingFile) && Date.now() - statSync(missingFile).mtimeMs < RETRY_MS) {
    console.log("Electron belum dapat diunduh (dicoba lagi besok); Lajur dibuka di peramban.");
    return null;
  }
  console.log("Mengunduh Electron (sekali saja, sekitar 110 MB) ...");
  const failed = await download();
  const got = findElectron();
  if (got !== null) return got;
  writeFileSync(missingFile, failed ?? "");
  console.log(`Electron tidak dapat diunduh (${failed}); Lajur dibuka di peramban.`);
  return null;
}

/** Path of Electron's binary, or null when it is not there. */
export function findElectron(): string | null {
  const pathFile = join(folder, "path.txt");
  if (!existsSync(pathFile)) return null;
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, "dist");
  const file = join(dist, readFileSync(pathFile, "utf8"));
  return existsSync(file) ? file : null;
}

/**
 * Electron's own installer, ended when neither its download nor its unpacking grows. Answers why it
 * failed, or null.
 */
async function download(): Promise<string | null> {
  const temporary = mkdtempSync(join(tmpdir(), "lajur-electron-"));
  const child = spawn(process.execPath, [join(folder, "install.js")], {
    stdio: ["ignore", "ignore", "pipe"],
    env: {
      ...process.env,
      TMPDIR: temporary,
      TEMP: temporary,
      TMP: temporary,
      NODE_USE_ENV_PROXY: "1",
    },
  });
  let log = "";
  child.stderr.on("data", (chunk: Buffer) => {
    log = (log + chunk.toString()).slice(-4000);
  });
  let size = 0;
  let grown = Date.now();
  let silent = false;
  const watch = setInterval(() => {
    const now = sizeOf(temporary) + sizeOf(join(folder, "dist"));
    if (now !== size) grown = Date.now();
    size = now;
    if (Date.now() - grown < SILENCE_MS) return;
    silent = true;
    child.kill("SIGKILL");
  }, 1000);
  const code = await new Promise<number | null>((resolve) => {
    child.once("error", () => resolve(1));
    child.once("close", resolve);
  });
  clearInterval(watch);
  rmSync(temporary, { recursive: true, force: true });
  if (code === 0) return null;
  return silent || NO_LINE.test(log) ? "servernya tidak terjangkau" : lastLine(log);
}

const NO_LINE = /fetch failed|ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|UNREACH/;

const lastLine = (log: string): string => log.trim().split("\n").at(-1) ?? "";

/** Bytes in a folder and below; what vanishes meanwhile counts nothing. */
function sizeOf(path: string): number {
  try {
    const found = statSync(path);
    if (!found.isDirectory()) return found.size;
    return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return 0;
    throw error;
  }
}
