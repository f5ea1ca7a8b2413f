import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "@playwright/test";
import { build } from "vite";
import { demoOffice } from "#core/demo/office.ts";
import { writeBpmn } from "#core/sops/bpmn/write.ts";
import type { Definition } from "#shared/sop/definition.ts";
import { findBrowser } from "../../electron/bridge/browser.ts";
import { at } from "../../scripts/run.ts";
import { openCore } from "../support/core.ts";
import { type Figure, median } from "./table.ts";

/** The shipped SOP with the most rows. */
function largest(): Definition {
  const folder = at("resources/sop");
  const all = readdirSync(folder).map(
    (file) => JSON.parse(readFileSync(join(folder, file), "utf8")) as Definition,
  );
  const first = all.sort((a, b) => b.steps.length - a.steps.length)[0];
  if (first === undefined) throw new Error("no SOP is shipped");
  return first;
}

/** Layout of the largest sheet beside bpmn-js's import of the same SOP, in the same browser. */
export async function benchSheetLayout(): Promise<Figure> {
  const definition = largest();
  const outDir = mkdtempSync(join(tmpdir(), "lajur-bench-"));
  const browser = await chromium.launch({
    executablePath: process.env.LAJUR_TEST_BROWSER ?? findBrowser() ?? undefined,
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  try {
    await build({
      configFile: false,
      logLevel: "error",
      root: at("test/bench"),
      build: {
        outDir,
        lib: { entry: at("test/bench/sheet-page.ts"), formats: ["iife"], name: "page" },
        rollupOptions: { output: { entryFileNames: "page.js" } },
      },
    });
    const page = await browser.newPage();
    await page.addScriptTag({ path: join(outDir, "page.js") });
    const ours = await run<number[]>(page, "layout", definition);
    const theirs = await run<{ times: number[]; shapes: number }>(
      page,
      "bpmn",
      await writeBpmn(definition),
    );
    if (theirs.shapes < definition.steps.length) throw new Error("bpmn-js drew too few shapes");
    return {
      what: `layout of the largest sheet (${definition.steps.length} rows)`,
      measured: `${median(ours).toFixed(1)} ms`,
      reference: `${median(theirs.times).toFixed(1)} ms bpmn-js importing it in the same browser`,
      aim: "under 5 ms",
    };
  } finally {
    await browser.close();
    rmSync(outDir, { recursive: true, force: true });
  }
}

const run = <T>(page: Page, name: string, argument: unknown): Promise<T> =>
  page.evaluate(
    ([method, given]) =>
      (window as unknown as { bench: Record<string, (given: unknown) => T> }).bench[method]?.(
        given,
      ) as T,
    [name, argument] as const,
  );

const ROUNDS = 7;

/** PDF of the largest sheet, and of the book of all fifteen. */
export async function benchSheetPapers(): Promise<Figure[]> {
  const lajur = openCore();
  await lajur.call("office.save", demoOffice);
  const { id } = largest();
  const { sops } = await lajur.call("sop.list", {});
  const shipped = await lajur.call("book.get", { id: "way-kanan" });
  await lajur.call("book.save", { ...shipped, sops: sops.map((sop) => sop.id) });
  const time = async (work: () => Promise<{ pages: number }>) => {
    const times: number[] = [];
    let pages = 0;
    for (let round = 0; round <= ROUNDS; round += 1) {
      const started = performance.now();
      ({ pages } = await work());
      times.push(performance.now() - started);
    }
    const [cold = 0, ...warm] = times;
    return { cold, warm: median(warm), pages };
  };
  const sheet = await time(() => lajur.call("sheet.render", { sop: id, paper: "F4" }));
  const book = await time(() => lajur.call("book.render", { id: "way-kanan", paper: "F4" }));
  if (sheet.pages < 2 || book.pages < sops.length) throw new Error("pages are missing");
  await lajur.dispose();
  return [
    {
      what: `PDF of the largest sheet (${sheet.pages} pages)`,
      measured: `${sheet.warm.toFixed(0)} ms warm`,
      reference: `${sheet.cold.toFixed(0)} ms the first time`,
      aim: "under 300 ms",
    },
    {
      what: `book of ${sops.length} SOPs (${book.pages} pages)`,
      measured: `${book.warm.toFixed(0)} ms`,
      reference: `${sops.length} times its largest sheet: ${(sheet.warm * sops.length).toFixed(0)} ms`,
      aim: "under 5,000 ms",
    },
  ];
}
