import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { measureArial } from "#shared/sheet/arial.ts";
import { layoutSheet } from "#shared/sheet/layout.ts";
import { roomIn, STYLE } from "#shared/sheet/style.ts";
import type { SheetLayout, TextColumn } from "#shared/sheet/types.ts";
import { type Definition, definitionSchema } from "#shared/sop/definition.ts";
import { faultsOf } from "./rules.ts";
import { sampleSop } from "./sample.ts";

const magetan = definitionSchema.parse(
  JSON.parse(
    readFileSync(
      new URL("../../../resources/sop/magetan-permintaan-data.json", import.meta.url),
      "utf8",
    ),
  ),
);
const lay = (definition: Definition, width = 830) =>
  layoutSheet(definition, { width, measure: measureArial });
const arrow = (sheet: SheetLayout, from: number, to: number) =>
  sheet.arrows.find((one) => one.from === from && one.to === to);

describe("the sheet of Magetan", () => {
  const sheet = lay(magetan);

  it("keeps every rule of the drawing at each usual width", () => {
    for (const width of [600, 830, 960, 1110, 1500])
      expect(faultsOf(lay(magetan, width))).toEqual([]);
  });

  it("is as wide as asked", () => {
    for (const width of [830, 960, 1110]) expect(lay(magetan, width).width).toBe(width);
  });

  it("goes straight down to the next row of the same lane", () => {
    expect(arrow(sheet, 3, 4)?.points).toHaveLength(2);
    expect(arrow(sheet, 4, 5)?.points).toHaveLength(2);
  });

  it("goes out of the side and down to the next row of another lane", () => {
    expect(arrow(sheet, 2, 3)?.points).toHaveLength(3);
  });

  it("writes the words of both ways of the decision", () => {
    const words = [arrow(sheet, 4, 7), arrow(sheet, 4, 5)].map((one) =>
      one?.label?.lines.map((line) => line.text),
    );
    expect(words).toEqual([["Ya"], ["Tidak"]]);
  });

  it("marks the refusal's end without an arrow out of its row", () => {
    const end = sheet.ends.find((one) => one.step === 6);
    expect(end).toMatchObject({ outcome: "ditolak", branch: null, points: [], capsule: null });
    expect(sheet.arrows.some((one) => one.from === 6)).toBe(false);
  });
});

describe("any sheet", () => {
  it("keeps every rule of the drawing on 200 made-up SOPs", () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const definition = sampleSop(seed);
      const width = 700 + (seed % 5) * 110;
      expect(faultsOf(lay(definition, width)), `seed ${seed}, width ${width}`).toEqual([]);
    }
  });

  it("is the same for the same input", () => {
    for (const seed of [3, 58, 144]) expect(lay(sampleSop(seed))).toEqual(lay(sampleSop(seed)));
  });

  it("draws one arrow for each way to a row and one end for each other way", () => {
    for (const seed of [5, 77, 190]) {
      const definition = sampleSop(seed);
      const ways = definition.steps.flatMap((step) => step.next.map((way) => way.to));
      const sheet = lay(definition);
      expect(sheet.arrows).toHaveLength(ways.filter((to) => typeof to === "number").length);
      expect(sheet.ends).toHaveLength(ways.filter((to) => typeof to === "string").length);
    }
  });

  it("keeps its texts inside their cells", () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const sheet = lay(sampleSop(seed));
      const widths = new Map(sheet.columns.map((column) => [column.key, column.width]));
      for (const row of sheet.rows) {
        for (const [key, lines] of Object.entries(row.cells)) {
          const room = roomIn(key as TextColumn, widths.get(key as TextColumn) ?? 0);
          for (const line of lines) {
            const wide = measureArial(line.text + (line.hyphen ? "-" : ""), STYLE.text);
            expect(wide + (line.indent ?? 0), `seed ${seed}: ${line.text}`).toBeLessThanOrEqual(
              room,
            );
          }
          expect(lines.length * STYLE.text.line).toBeLessThanOrEqual(row.height);
        }
      }
    }
  });

  it("has columns that meet and rows that meet", () => {
    const sheet = lay(sampleSop(9));
    sheet.columns.slice(1).forEach((column, at) => {
      const before = sheet.columns[at];
      expect(column.x).toBe((before?.x ?? 0) + (before?.width ?? 0));
    });
    const bottoms = sheet.rows.map((row) => row.y + row.height);
    expect(sheet.rows.map((row) => row.y)).toEqual([sheet.headHeight, ...bottoms.slice(0, -1)]);
    expect(sheet.height).toBe(bottoms.at(-1));
  });

  it("draws an unfinished SOP too: a way to a row that is not there is left out", () => {
    const definition = sampleSop(11);
    const first = definition.steps[0];
    if (first === undefined) throw new Error("no step");
    const broken = {
      ...definition,
      steps: [{ ...first, lane: "tidak ada", next: [{ to: 999 }] }, ...definition.steps.slice(1)],
    };
    expect(faultsOf(lay(broken))).toEqual([]);
  });

  it("makes room for what a run adds under the time", () => {
    const annotations = new Map([[3, [{ text: "16 Nov 09.12 · Rina" }, { text: "nyata 5 jam" }]]]);
    const sheet = layoutSheet(magetan, { width: 830, measure: measureArial, annotations });
    expect(sheet.rows[2]?.annotations.map((lines) => lines.length)).toEqual([2, 1]);
    expect(sheet.rows[2]?.height).toBeGreaterThan(lay(magetan).rows[2]?.height ?? 0);
  });

  it("lays out sixty steps in nine lanes without delay", () => {
    const definition = sampleSop(42, { lanes: 9, steps: 60 });
    lay(definition);
    const start = performance.now();
    const sheet = lay(definition);
    expect(sheet.rows).toHaveLength(60);
    // A few milliseconds on an idle machine; the bound only catches a wrong order of growth.
    expect(performance.now() - start).toBeLessThan(250);
  });
});
