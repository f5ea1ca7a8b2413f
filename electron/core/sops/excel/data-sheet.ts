import type { Workbook } from "exceljs";
import type { Draft } from "#shared/sop/draft.ts";
import { isRecord, type Loose } from "../fitting/complete.ts";
import { cellAt, type Grid } from "../../workbook/grid.ts";
import { PAGE, styleHeadings } from "./styling.ts";
import { SHEETS } from "./words.ts";

/**
 * The SOP's exact facts as "key | JSON", also those that the other sheets have no cells for. Reading
 * takes a fact from here wherever the other sheets still show it as it was written.
 */

/** Characters of JSON per cell; Excel allows 32,767. */
const CHUNK = 30_000;
const MOST_CHUNKS = 150;
const NOTE =
  "Jangan mengubah lembar ini. Isinya dipakai Lajur agar tidak ada keterangan SOP yang hilang saat diimpor kembali.";

export function addDataSheet(workbook: Workbook, draft: Draft): void {
  const sheet = workbook.addWorksheet(SHEETS.data, {
    pageSetup: PAGE,
    properties: { tabColor: { argb: "FFBFC5CC" } },
  });
  sheet.columns = [{ width: 22 }, { width: 120 }];
  sheet.addRow([NOTE]).font = { bold: true };
  styleHeadings(sheet.addRow(["Kunci", "JSON"]), 2);
  const { steps, ...facts } = draft;
  const entries = [
    ...Object.entries(facts),
    ...steps.map((step, index) => [`steps.${index + 1}`, step] as const),
  ];
  for (const [key, value] of entries) {
    if (value === undefined) continue;
    const json = printable(JSON.stringify(value));
    const row = sheet.addRow([key]);
    row.font = { color: { argb: "FF7A8591" }, size: 9 };
    for (let at = 0; at < json.length; at += CHUNK) {
      row.getCell(2 + at / CHUNK).value = json.slice(at, at + CHUNK);
    }
  }
}

/** What cells trim, XML cannot hold or Excel reads as an escape is written as JSON's own escape. */
const printable = (json: string): string =>
  json.replace(
    /[\u007F-\u00A0\u2028\u2029\uD800-\uDFFF\uFEFF\uFFFE\uFFFF]|_(?=x)/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/** The facts as they stand there, unchecked; null when there is no such sheet or it is broken. */
export function readDataSheet(grid: Grid | undefined): Loose | null {
  if (grid === undefined) return null;
  const facts: [string, unknown][] = [];
  const steps: unknown[] = [];
  for (const [row, cells] of [...grid.rows].sort(([a], [b]) => a - b)) {
    const key = cellAt(grid, row, 1)?.text ?? "";
    if (row < 3 || key === "") continue;
    let json = "";
    for (let chunk = 0; chunk < MOST_CHUNKS; chunk += 1) json += cells.get(2 + chunk)?.text ?? "";
    const value = parse(json);
    if (value === undefined) return null;
    if (!key.startsWith("steps.")) facts.push([key, value]);
    else if (key === `steps.${steps.length + 1}` && isRecord(value)) steps.push(value);
    else return null;
  }
  return facts.length === 0 ? null : { ...Object.fromEntries(facts), steps };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
