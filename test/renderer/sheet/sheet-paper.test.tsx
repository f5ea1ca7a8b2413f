/// <reference types="vite/client" />
import { readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { measureArial } from "#shared/sheet/arial.ts";
import type { Run } from "#shared/sheet/run.ts";
import { definitionSchema } from "#shared/sop/definition.ts";
import { SheetPaper } from "../../../renderer/sheet/sop-sheet.tsx";
import { elapsedWords } from "#shared/sheet/annotations.ts";

const magetan = definitionSchema.parse(
  JSON.parse(
    readFileSync(
      new URL("../../../resources/sop/magetan-permintaan-data.json", import.meta.url),
      "utf8",
    ),
  ),
);

const done = (step: number, branch: string | null = null) => ({
  step,
  visit: 1,
  entered: "2026-11-16T01:00:00.000Z",
  completed: "2026-11-16T06:00:00.000Z",
  by: { id: "u1", name: "Rina" },
  branch,
});
const running: Run = {
  status: "running",
  visits: [done(1), done(2), done(3), done(4, "Ya"), { ...done(7), completed: null, by: null }],
};
const clock = { instant: (iso: string) => iso.slice(0, 10), remaining: "sisa 9 jam" };
const html = (run?: Run, onSelectStep?: (step: number) => void) =>
  renderToStaticMarkup(
    <SheetPaper
      definition={magetan}
      run={run}
      clock={clock}
      selected={7}
      onSelectStep={onSelectStep}
      width={830}
      measure={measureArial}
    />,
  );
/** What is read out: the text without the drawing and without tags. */
const textOf = (markup: string) =>
  markup
    .replaceAll(/<svg.*<\/svg>/gs, "")
    .replaceAll(/<[^>]+>/g, "|")
    .replaceAll("\u00a0", " ")
    .replaceAll(/\|+/g, "|");

describe("the sheet on the screen", () => {
  it("has the headings of the paper", () => {
    const text = textOf(html()).replaceAll("|", " ");
    const words = ["No", "Kegiatan", "Pelaksana", "Mutu Baku", "Kelengkapan", "Waktu", "Output"];
    for (const word of [...words, "Keterangan", "Pemohon Data"]) expect(text).toContain(word);
  });

  it("says each symbol, who did it and where its ways lead", () => {
    const text = textOf(html(running));
    expect(text).toContain(
      "Keputusan, Walidata / Diskominfo, selesai oleh Rina 2026-11-16, diputuskan Ya, Ya: ke langkah 7, Tidak: ke langkah 5",
    );
    expect(text).toContain("sedang dikerjakan, sejak 2026-11-16");
    expect(text).toContain("tidak dilalui");
  });

  it("writes date, name, real and remaining time under the planned one", () => {
    const text = textOf(html(running));
    expect(text).toContain("1 Hari|nyata 5 jam|2026-11-16|Rina");
    expect(text).toContain("2 Hari|sisa 9 jam|sejak 2026-11-16");
  });

  it("marks the current row, and rows that are not taken, for eyes and screen readers", () => {
    const markup = html(running);
    expect(markup).toMatch(/<tr class="is-current is-selected" aria-current="step" data-step="7"/);
    expect(markup.match(/<tr class="is-skipped"/g)).toHaveLength(2);
    expect(markup).toContain("way-dropped");
    expect(markup).toContain("way-taken");
  });

  it("offers a button for each step only where a step can be chosen", () => {
    expect(html().match(/<button/g)).toBeNull();
    const chosen = html(running, () => {});
    expect(chosen.match(/<button/g)).toHaveLength(10);
    expect(chosen).toContain('aria-label="Pilih langkah 7" aria-pressed="true"');
  });

  it("hides the drawing from screen readers", () => {
    expect(html()).toMatch(/<svg class="sheet-drawing" aria-hidden="true"/);
  });
});

describe("the time that a step took", () => {
  const took = (minutes: number) =>
    elapsedWords(
      "2026-11-16T00:00:00Z",
      new Date(Date.UTC(2026, 10, 16, 0, minutes)).toISOString(),
    );

  it("is said in words short enough for its column", () => {
    expect([1, 59, 60, 80, 300, 1439].map(took)).toEqual([
      "1 mnt",
      "59 mnt",
      "1 jam",
      "1 jam 20 mnt",
      "5 jam",
      "23 jam",
    ]);
    expect([1440, 1860, 2880, 9000].map(took)).toEqual([
      "1 hari",
      "1 hari 7 jam",
      "2 hari",
      "6 hari",
    ]);
  });

  it("is not said when the step was only ticked off", () => {
    expect(took(0)).toBeNull();
    expect(elapsedWords("x", "y")).toBeNull();
  });
});
