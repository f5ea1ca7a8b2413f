// @ts-check
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { adviceFor } from "./setup-advice.mjs";

/*
 * Runs on Node 20 with nothing installed: puts the locked packages in place, among them the Node that
 * everything else runs on. Its lines go to stderr, so that a command's own output stays clean.
 */

export const root = fileURLToPath(new URL("../", import.meta.url));
const modules = join(root, "node_modules");
const stampFile = join(modules, ".lajur-setup");

/** The oldest Node that can stand in for the pinned one: it runs TypeScript without a flag. */
const OLDEST = [22, 18];

/** @param {string} line */
const say = (line) => void process.stderr.write(`${line}\n`);

/**
 * Makes node_modules fit package-lock.json. Resolves to the Node to go on with, or to null after
 * having said what is wrong and what to do.
 * @returns {Promise<string | null>}
 */
export async function setUp() {
  const stamp = stampOf();
  const fits = existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp;
  if (!fits) {
    if (!(await install())) return null;
    writeFileSync(stampFile, stamp);
  }
  return findNode();
}

/** The lock file and the machine it was installed for: a copied folder is set up anew. */
function stampOf() {
  const lock = readFileSync(join(root, "package-lock.json"));
  const hash = createHash("sha256").update(lock).digest("hex");
  return `${hash} ${process.platform}-${process.arch}`;
}

/** @returns {Promise<boolean>} */
function install() {
  say("Menyiapkan Lajur: memasang paket yang diperlukan (sekali saja, butuh internet) ...");
  const flags = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-progress"];
  const npm = process.env.npm_execpath;
  const child = npm
    ? spawn(process.execPath, [npm, ...flags], { cwd: root, stdio: ["ignore", "pipe", "pipe"] })
    : spawn("npm", flags, {
        cwd: root,
        stdio: ["ignore", "pipe", "pipe"],
        shell: process.platform === "win32",
      });
  let log = "";
  /** @param {Buffer} chunk */
  const keep = (chunk) => void (log = (log + chunk.toString()).slice(-20_000));
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  const clock = setInterval(() => say(`  masih memasang, ${seconds()} detik ...`), 10_000);
  return new Promise((resolve) => {
    /** @param {boolean} done */
    const end = (done) => {
      clearInterval(clock);
      say(done ? `Paket terpasang dalam ${seconds()} detik.` : adviceFor(log));
      resolve(done);
    };
    child.once("error", (error) => {
      log += String(error);
      end(false);
    });
    child.once("close", (code) => end(code === 0));
  });
}

/** @returns {string | null} */
function findNode() {
  const platform = process.platform === "win32" ? "win" : process.platform;
  const name = process.platform === "win32" ? "node.exe" : "node";
  const pinned = join(modules, `node-${platform}-${process.arch}`, "bin", name);
  if (existsSync(pinned) && spawnSync(pinned, ["--version"]).status === 0) return pinned;
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) {
    say(`Node bawaan Lajur tidak tersedia untuk komputer ini; memakai Node ${process.version}.`);
    return process.execPath;
  }
  say(
    `Node bawaan Lajur tidak tersedia untuk ${process.platform}-${process.arch}, dan Node ` +
      `${process.version} terlalu lama. Pasang Node ${OLDEST.join(".")} atau yang lebih baru.`,
  );
  return null;
}

/**
 * The environment for commands of the project: the given Node and the installed tools come first.
 * @param {string} node
 * @returns {NodeJS.ProcessEnv}
 */
export function environment(node) {
  const path = [dirname(node), join(modules, ".bin"), process.env.PATH ?? ""].join(delimiter);
  return { ...process.env, PATH: path };
}
