import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { createInterface } from "node:readline";
import { chromium } from "@playwright/test";
import { findBrowser } from "../../electron/bridge/browser.ts";
import { at } from "../../scripts/run.ts";
import { openCore } from "../support/core.ts";
import { type Figure, median } from "./table.ts";

const ROUNDS = 5;

/** From starting the bridge to the choice of the user on the screen, beside starting Node alone. */
export async function benchStart(): Promise<Figure> {
  const lajur = openCore();
  await lajur.call("demo.fill", {});
  await lajur.core.close();
  const executablePath = findBrowser();
  if (executablePath === null) {
    return {
      what: "start to first usable screen",
      measured: "no browser here",
      reference: "",
      aim: "",
    };
  }
  const browser = await chromium.launch({
    executablePath,
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const page = await browser.newPage();
    const started = performance.now();
    const bridge = spawn(
      process.execPath,
      [at("electron/bridge/main.ts"), "--archive", lajur.folder, "--no-open"],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    for await (const line of createInterface({ input: bridge.stdout })) {
      const address = /https?:\S+/.exec(line)?.[0];
      if (address === undefined) continue;
      await page.goto(address);
      await page.getByRole("button", { name: /Rina/ }).waitFor();
      times.push(performance.now() - started);
      break;
    }
    await page.close();
    const ended = new Promise((resolve) => bridge.once("exit", resolve));
    bridge.kill("SIGTERM");
    await ended;
  }
  await browser.close();
  rmSync(lajur.folder, { recursive: true });
  return {
    what: "start to first usable screen",
    measured: `${median(times).toFixed(0)} ms`,
    reference: `${(await nodeAlone()).toFixed(0)} ms for Node alone`,
    aim: "reported",
  };
}

async function nodeAlone(): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = performance.now();
    const node = spawn(process.execPath, ["-e", "0"]);
    await new Promise((resolve) => node.once("exit", resolve));
    times.push(performance.now() - started);
  }
  return median(times);
}
