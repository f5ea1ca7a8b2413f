import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { at, commandOf, runNode } from "./run.ts";

/** What is built, from which folders and files, by which configurations of vite. */
const TARGETS = {
  renderer: {
    from: ["renderer", "shared", "config/vite.renderer.ts", "package-lock.json"],
    result: "dist/renderer/index.html",
    builds: [["-c", "config/vite.renderer.ts"]],
  },
  shell: {
    from: ["electron", "shared", "config/vite.shell.ts", "package-lock.json"],
    result: "dist/electron/main.js",
    builds: ["main", "preload", "core", "pdf-text", "task-worker"].map((mode) => [
      "-c",
      "config/vite.shell.ts",
      "--mode",
      mode,
    ]),
  },
};

export type Target = keyof typeof TARGETS;

/** Builds what changed since the last time; true when it is there afterwards. */
export async function build(target: Target): Promise<boolean> {
  const { from, result, builds } = TARGETS[target];
  const stampFile = at("dist", `.${target}`);
  const stamp = hashOf(from);
  if (existsSync(at(result)) && existsSync(stampFile)) {
    if (readFileSync(stampFile, "utf8") === stamp) return true;
  }
  rmSync(stampFile, { force: true });
  for (const flags of builds) {
    const ended = await runNode(commandOf("vite"), ["build", "--logLevel", "warn", ...flags]);
    if (ended.code !== 0) return false;
  }
  mkdirSync(at("dist"), { recursive: true });
  writeFileSync(stampFile, stamp);
  return true;
}

function hashOf(paths: string[]): string {
  const hash = createHash("sha256");
  for (const path of paths) addTo(hash, path);
  return hash.digest("hex");
}

function addTo(hash: ReturnType<typeof createHash>, path: string): void {
  const entries = readFolder(path);
  if (entries === null) {
    hash.update(`${path}\0`).update(readFileSync(at(path)));
    return;
  }
  for (const entry of entries) addTo(hash, join(path, entry));
}

/** Names in order, or null when the path is a file. */
function readFolder(path: string): string[] | null {
  try {
    return readdirSync(at(path)).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOTDIR") return null;
    throw error;
  }
}
