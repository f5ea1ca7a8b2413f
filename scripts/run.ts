import { type SpawnOptions, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../", import.meta.url));
export const at = (...path: string[]): string => join(root, ...path);

/** How a command ended: its exit code, or the signal that killed it. */
export type Ended = { code: number | null; signal: NodeJS.Signals | null };

/**
 * Runs a command in the project's folder until it ends, with this terminal. A wish to end that comes
 * meanwhile is passed on.
 */
export function run(command: string, args: string[], options: SpawnOptions = {}): Promise<Ended> {
  const child = spawn(command, args, { cwd: root, stdio: "inherit", ...options });
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  const pass = (signal: NodeJS.Signals): void => void child.kill(signal);
  for (const signal of signals) process.on(signal, pass);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => {
      for (const name of signals) process.off(name, pass);
      resolve({ code, signal });
    });
  });
}

/** A script of this project or of a package, on the Node that runs this. */
export const runNode = (file: string, args: string[], options?: SpawnOptions): Promise<Ended> =>
  run(process.execPath, [file, ...args], options);

/** The file behind a package's command, so that no shell or `.cmd` is needed on Windows. */
export function commandOf(name: string, packageName = name): string {
  const folder = at("node_modules", packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    bin: string | Record<string, string>;
  };
  const file = typeof bin === "string" ? bin : bin[name];
  if (file === undefined) throw new Error(`${packageName} has no command ${name}`);
  return join(folder, file);
}
