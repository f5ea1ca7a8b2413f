import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { accessSync, constants, mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { basename, delimiter, dirname, join } from "node:path";

type Environment = Record<string, string | undefined>;

const LINUX = [
  "google-chrome-stable",
  "google-chrome",
  "microsoft-edge-stable",
  "microsoft-edge",
  "chromium",
  "chromium-browser",
];
const MACOS = [
  "Google Chrome.app/Contents/MacOS/Google Chrome",
  "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "Chromium.app/Contents/MacOS/Chromium",
];
const WINDOWS = [
  String.raw`Microsoft\Edge\Application\msedge.exe`,
  String.raw`Google\Chrome\Application\chrome.exe`,
  String.raw`Chromium\Application\chrome.exe`,
];

/** Path of an installed Chromium, Chrome or Edge; `LAJUR_BROWSER` comes first. Null for none. */
export function findBrowser(
  env: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
  runs: (file: string) => boolean = isExecutable,
): string | null {
  if (env.LAJUR_BROWSER) return env.LAJUR_BROWSER;
  return candidates(env, platform).find(runs) ?? null;
}

function candidates(env: Environment, platform: NodeJS.Platform): string[] {
  if (platform === "win32") {
    const roots = [env["ProgramFiles(x86)"], env.ProgramFiles, env.LOCALAPPDATA];
    return WINDOWS.flatMap((name) => roots.flatMap((root) => (root ? [`${root}\\${name}`] : [])));
  }
  if (platform === "darwin") {
    const roots = ["/Applications", join(env.HOME ?? homedir(), "Applications")];
    return MACOS.flatMap((name) => roots.map((root) => join(root, name)));
  }
  const folders = (env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return LINUX.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false; // not there, or not ours to run
  }
}

/** True where a window can be shown: always, except on a Linux without X11 or Wayland. */
export function hasDisplay(
  env: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
): boolean {
  return platform !== "linux" || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/**
 * Opens `address` as an app window with a profile of its own, beside the archive. One profile an
 * archive: a second browser on one profile hands over to the first and ends at once.
 */
export function openWindow(browser: string, address: string, archive: string): ChildProcess {
  const profile = profileFolder(browser, archive);
  mkdirSync(profile, { recursive: true, mode: 0o700 });
  const flags = [
    `--app=${address}`,
    `--user-data-dir=${profile}`,
    "--window-size=1366,768",
    "--lang=id",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ];
  // Chromium refuses to start its sandbox as root.
  if (process.getuid?.() === 0) flags.push("--no-sandbox");
  return spawn(browser, flags, { stdio: "ignore" });
}

function profileFolder(browser: string, archive: string): string {
  const mark = createHash("sha256").update(archive).digest("hex").slice(0, 8);
  const name = `jendela-${basename(archive)}-${mark}`;
  // A browser from a snap may not enter hidden folders, only its own.
  const snap = /^\/snap\/bin\/([\w-]+)$/.exec(browser)?.[1];
  return snap === undefined
    ? join(dirname(archive), name)
    : join(homedir(), "snap", snap, "common", "lajur", name);
}
