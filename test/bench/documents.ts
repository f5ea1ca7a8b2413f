import { chromium } from "@playwright/test";
import { findBrowser } from "../../electron/bridge/browser.ts";
import { intake, openCore } from "../support/core.ts";
import { demoOffice } from "#core/demo/office.ts";
import { letterHtml } from "./letter-html.ts";
import { type Figure, median } from "./table.ts";

const ROUNDS = 15;
const MANY = 500;

/** Letters through the core: one warm, and many in a row, beside Chromium printing the same letter. */
export async function benchDocuments(): Promise<Figure[]> {
  const lajur = openCore();
  await lajur.call("office.save", demoOffice);
  const { id } = await lajur.call("request.create", intake);
  const render = async () => {
    const paper = await lajur.call("document.render", {
      request: id,
      kind: "refusal",
      text: { reasons: ["Data tidak dikuasai."] },
    });
    if (paper.pages !== 2) throw new Error(`the refusal has ${paper.pages} pages`);
  };
  const [cold = 0, ...warm] = await rounds(ROUNDS + 1, render);
  const browser = await chromium.launch({
    executablePath: process.env.LAJUR_TEST_BROWSER ?? findBrowser() ?? undefined,
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  const page = await browser.newPage();
  const print = async () => {
    await page.setContent(letterHtml(demoOffice));
    const pdf = await page.pdf({ format: "A4" });
    if (pdf.byteLength < 5000) throw new Error("Chromium printed an empty letter");
  };
  const [, ...theirs] = await rounds(ROUNDS + 1, print);
  await browser.close();

  const memory = () => `${(process.memoryUsage().rss / 1_048_576).toFixed(0)} MB`;
  const started = performance.now();
  for (let one = 0; one < MANY / 2; one += 1) await render();
  const half = memory();
  for (let one = 0; one < MANY / 2; one += 1) await render();
  const all = (performance.now() - started) / 1000;
  const whole = memory();
  await lajur.dispose();
  return [
    {
      what: "one letter as PDF",
      measured: `${median(warm).toFixed(0)} ms warm, ${cold.toFixed(0)} ms the first time`,
      reference: `${median(theirs).toFixed(0)} ms Chromium printing it from HTML`,
      aim: "under 60 ms",
    },
    {
      what: `${MANY} letters in a row`,
      measured: `${all.toFixed(1)} s; ${half} after half of them, ${whole} after all`,
      reference: `${((median(theirs) * MANY) / 1000).toFixed(1)} s at Chromium's pace`,
      aim: "under 15 s, memory steady",
    },
  ];
}

async function rounds(count: number, work: () => Promise<void>): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < count; round += 1) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  return times;
}
