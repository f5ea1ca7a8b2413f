import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { measureArial } from "#shared/sheet/arial.ts";
import type { Connector } from "#shared/sheet/connectors.ts";
import { layoutSheet } from "#shared/sheet/layout.ts";
import { pageSheet, type SheetPage } from "#shared/sheet/pages.ts";
import { boxesMeet, piecesOf } from "#shared/sheet/shapes.ts";
import type { Box, SheetLayout } from "#shared/sheet/types.ts";
import { type Definition, definitionSchema } from "#shared/sop/definition.ts";
import { sampleSop } from "./sample.ts";

const WIDTH = 1130;
/** Room on a page of A4 across, and on a small one, in the sheet's units. */
const HEIGHTS = [690, 420];

const lay = (definition: Definition) =>
  layoutSheet(definition, { width: WIDTH, measure: measureArial, noteColumn: "always" });

const folder = new URL("../../../resources/sop/", import.meta.url);
const shipped = readdirSync(folder).map((file) =>
  definitionSchema.parse(JSON.parse(readFileSync(new URL(file, folder), "utf8"))),
);
const sheets: [string, SheetLayout][] = [
  ...shipped.map((sop): [string, SheetLayout] => [sop.id, lay(sop)]),
  ...Array.from({ length: 150 }, (_, at): [string, SheetLayout] => [
    `seed ${at + 1}`,
    lay(sampleSop(at + 1)),
  ]),
  ["nine lanes", lay(sampleSop(7, { lanes: 9, steps: 60 }))],
];

/** Calls `check` for every sheet on every height of page. */
function everywhere(check: (pages: SheetPage[], sheet: SheetLayout, height: number) => void) {
  for (const [name, sheet] of sheets) {
    for (const height of HEIGHTS) {
      try {
        check(pageSheet(sheet, { height }), sheet, height);
      } catch (error) {
        throw new Error(`${name} on ${height}`, { cause: error });
      }
    }
  }
}

const boxOf = ({ x, y, width, height }: Box): Box => ({ x, y, width, height });

describe("a sheet on pages", () => {
  it("has every row whole on exactly one page, in order", () => {
    everywhere((pages, sheet) => {
      const rows = pages.flatMap((page) => page.rows);
      expect(rows.map(({ step, height }) => [step, height])).toEqual(
        sheet.rows.map(({ step, height }) => [step, height]),
      );
      for (const page of pages) {
        let y = page.rowsTop;
        for (const row of page.rows) {
          expect(row.y).toBe(y);
          y += row.height;
        }
        expect(page.rowsBottom).toBe(y);
        expect(page.height).toBeGreaterThanOrEqual(y);
      }
    });
  });

  it("keeps to the height of the page unless one row alone is higher", () => {
    everywhere((pages, _, height) => {
      for (const page of pages) {
        if (page.rows.length > 1) expect(page.height).toBeLessThanOrEqual(height);
      }
    });
  });

  it("has the headings, and each symbol, end, dot and label once", () => {
    everywhere((pages, sheet) => {
      for (const page of pages) expect(page.heads).toEqual(sheet.heads);
      const all = <T>(of: (page: SheetPage) => T[]) => pages.flatMap(of).length;
      expect(all((page) => page.symbols)).toBe(sheet.symbols.length);
      expect(all((page) => page.ends)).toBe(sheet.ends.length);
      expect(all((page) => page.dots)).toBe(sheet.dots.length);
      const labelled = sheet.arrows.filter((arrow) => arrow.label !== null);
      expect(all((page) => page.labels)).toBe(labelled.length);
    });
  });

  it("joins the two parts of a cut arrow by connectors with one letter and each other's page", () => {
    everywhere((pages, sheet) => {
      const pageOf = (step: number) =>
        pages.find((page) => page.rows.some((row) => row.step === step)) as SheetPage;
      for (const { from, to, branch } of sheet.arrows) {
        const [begin, end] = [pageOf(from), pageOf(to)];
        const parts = pages.flatMap((page) =>
          page.arrows
            .filter((one) => one.from === from && one.to === to && one.branch === branch)
            .map((one) => ({ page, one })),
        );
        if (begin === end) {
          expect(parts.map(({ one }) => one.tip)).toEqual([true]);
          continue;
        }
        expect(parts).toHaveLength(2);
        const leaving = parts.find(({ page }) => page === begin)?.one.points.at(-1);
        const arriving = parts.find(({ page }) => page === end)?.one.points[0];
        const at = (page: SheetPage, point: typeof leaving): Connector | undefined =>
          page.connectors.find(
            ({ points: [edge] }) => edge?.x === point?.x && edge?.y === point?.y,
          );
        const out = at(begin, leaving);
        const into = at(end, arriving);
        expect(out).toMatchObject({ direction: "out", pages: [end.number] });
        expect(into).toMatchObject({ direction: "in", letter: out?.letter });
        expect(into?.pages).toContain(begin.number);
      }
      const letters = (direction: string) =>
        new Set(
          pages.flatMap((page) =>
            page.connectors.filter((one) => one.direction === direction).map((one) => one.letter),
          ),
        );
      expect(letters("out")).toEqual(letters("in"));
    });
  });

  it("keeps everything of a page within its rows, and connectors clear of all else", () => {
    everywhere((pages) => {
      for (const page of pages) {
        const lanes = page.columns.filter((column) => column.lane !== null);
        const left = lanes[0]?.x ?? 0;
        const right = (lanes.at(-1)?.x ?? 0) + (lanes.at(-1)?.width ?? 0);
        const arrows = page.arrows.flatMap((arrow) => piecesOf(arrow.points));
        const lines = page.connectors.map((one) => piecesOf(one.points));
        for (const piece of [...arrows, ...lines.flat()]) {
          expect(piece.x).toBeGreaterThanOrEqual(left);
          expect(piece.x + piece.width).toBeLessThanOrEqual(right);
          expect(piece.width === 0 || piece.height === 0).toBe(true);
        }
        page.connectors.forEach((one, at) => {
          expect(one.x).toBeGreaterThan(left);
          expect(one.x + one.width).toBeLessThan(right);
          expect(one.y).toBeGreaterThanOrEqual(page.headHeight);
          expect(one.y + one.height).toBeLessThanOrEqual(page.height);
          const outside = one.y >= page.rowsBottom || one.y + one.height <= page.rowsTop;
          expect(outside).toBe(true);
          expect(arrows.some((piece) => boxesMeet(boxOf(one), piece))).toBe(false);
          page.connectors.forEach((other, index) => {
            if (index === at) return;
            expect(boxesMeet(boxOf(one), boxOf(other), 2)).toBe(false);
            // Neither its pentagon nor its line meets another's line.
            for (const piece of lines[index] ?? []) {
              expect(boxesMeet(boxOf(one), piece, 1)).toBe(false);
              for (const own of lines[at] ?? []) expect(boxesMeet(own, piece, 1)).toBe(false);
            }
          });
        });
        for (const label of page.labels) {
          expect(label.y).toBeGreaterThanOrEqual(page.rowsTop);
          expect(label.y + label.height).toBeLessThanOrEqual(page.rowsBottom);
        }
      }
    });
  });

  it("draws no way outside the rows but one that turns back under the last one", () => {
    everywhere((pages) => {
      for (const page of pages) {
        const steps = page.rows.map((row) => row.step);
        const last = steps.at(-1);
        for (const arrow of page.arrows) {
          const depth = Math.max(...arrow.points.map((point) => point.y)) - page.rowsBottom;
          const turns = arrow.from === last && arrow.to <= (last ?? 0);
          const shared = page.arrows.some((one) => one.from === last && one.to <= (last ?? 0));
          if (depth > 0) expect(turns || (shared && depth <= 8)).toBe(true);
          expect(depth).toBeLessThanOrEqual(8);
          const top = Math.min(...arrow.points.map((point) => point.y));
          expect(top).toBeGreaterThanOrEqual(page.rowsTop);
        }
      }
    });
  });

  it("uses no more pages than filling them one after the other", () => {
    everywhere((pages, sheet, height) => {
      const rows = sheet.rows.reduce((sum, row) => sum + row.height, 0);
      const least = Math.ceil(rows / (height - sheet.headHeight));
      expect(pages.length).toBeGreaterThanOrEqual(least);
      // Two pages that follow each other never fit on one.
      pages.slice(1).forEach((page, at) => {
        const both = [...(pages[at]?.rows ?? []), ...page.rows];
        const high = both.reduce((sum, row) => sum + row.height, sheet.headHeight);
        if (pages.length === 2) expect(high).toBeGreaterThan(height);
      });
    });
  });

  it("leaves a sheet that fits as it is", () => {
    const sheet = lay(sampleSop(4, { lanes: 3, steps: 6 }));
    const [page, ...more] = pageSheet(sheet, { height: sheet.height });
    expect(more).toEqual([]);
    expect(page).toMatchObject({ height: sheet.height, connectors: [], rows: sheet.rows });
  });

  it("gives a row that is higher than any page one of its own", () => {
    const sheet = lay(sampleSop(4, { lanes: 3, steps: 6 }));
    const pages = pageSheet(sheet, { height: 40 });
    expect(pages.map((page) => page.rows.length)).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it("is the same for the same input", () => {
    const twice = () => pageSheet(lay(sampleSop(33)), { height: 500 });
    expect(twice()).toEqual(twice());
  });
});
