import { existsSync, readFileSync } from "node:fs";
import { chromium } from "@playwright/test";
import { findBrowser } from "../electron/bridge/browser.ts";
import { commandOf, run, runNode } from "./run.ts";

/**
 * A browser for the end-to-end tests: an installed one, else Debian's, else Playwright's own. Null
 * when none can be had, after a line that says what to do.
 */
export async function getTestBrowser(): Promise<string | null> {
  const installed = findBrowser();
  if (installed !== null) return say(installed, "Browser for the end-to-end tests:");
  if (await installFromDebian()) {
    const debian = findBrowser();
    if (debian !== null) return say(debian, "Installed:");
  }
  console.log("Downloading Playwright's Chromium (once, about 170 MB) ...");
  const ended = await runNode(commandOf("playwright", "@playwright/test"), ["install", "chromium"]);
  const own = chromium.executablePath();
  if (ended.code === 0 && existsSync(own)) return say(own, "Downloaded:");
  console.error(
    "No browser for the end-to-end tests. Install Chromium, Chrome or Edge, or name one: " +
      "LAJUR_BROWSER=/path/to/browser npm test",
  );
  return null;
}

function say(browser: string, words: string): string {
  console.log(`${words} ${browser}`);
  return browser;
}

/** Only on Debian: Ubuntu's package of that name asks for a snap. */
async function installFromDebian(): Promise<boolean> {
  if (!existsSync("/etc/os-release") || !existsSync("/usr/bin/apt-get")) return false;
  if (!/^ID=debian$/m.test(readFileSync("/etc/os-release", "utf8"))) return false;
  const sudo = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  if (sudo.length > 0 && !(await succeeds([...sudo, "true"], true))) return false;
  console.log("Installing Debian's chromium (once) ...");
  const apt = [...sudo, "apt-get", "-qq", "-o", "Dpkg::Use-Pty=0"];
  return (
    (await succeeds([...apt, "update"])) &&
    (await succeeds([...apt, "install", "-y", "--no-install-recommends", "chromium"]))
  );
}

async function succeeds([command = "", ...args]: string[], quiet = false): Promise<boolean> {
  const stdio = quiet ? "ignore" : (["ignore", "ignore", "inherit"] as const);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const ended = await run(command, args, {
    stdio: typeof stdio === "string" ? stdio : [...stdio],
    env,
  }).catch(() => null); // no such command
  return ended?.code === 0;
}
