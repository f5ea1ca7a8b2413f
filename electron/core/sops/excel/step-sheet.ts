import type { Cell, DataValidation, Style, Workbook } from "exceljs";
import { letters } from "../../workbook/grid.ts";
import { LANE_RANGE } from "./lane-sheet.ts";
import {
  FIGURE,
  frozen,
  offer,
  PAGE,
  put,
  styleHeadings,
  TARGET,
  title,
  WORDS,
} from "./styling.ts";
import type { StepView, View } from "./view.ts";
import {
  KINDS,
  OUTCOME_WORDS,
  SHEETS,
  STEP_COLUMNS,
  type StepColumn,
  TO,
  WAYS,
  WHEN,
} from "./words.ts";

const HEAD = 3;
/** Rows that stand ready in the template, and below the steps of an export. */
const READY = 30;
const SPARE = 10;

const WIDTHS: Record<StepColumn, { width: number; style: Partial<Style> }> = {
  no: { width: 6, style: FIGURE },
  gist: { width: 44, style: WORDS },
  kind: { width: 13, style: WORDS },
  lane: { width: 22, style: WORDS },
  also: { width: 22, style: WORDS },
  requirements: { width: 32, style: WORDS },
  time: { width: 14, style: WORDS },
  outputs: { width: 30, style: WORDS },
  note: { width: 22, style: WORDS },
  next: { width: 16, style: TARGET },
};
const COLUMNS = Object.keys(STEP_COLUMNS) as StepColumn[];

export function addStepSheet(workbook: Workbook, view: View, isTemplate: boolean): void {
  const sheet = workbook.addWorksheet(SHEETS.steps, {
    pageSetup: PAGE,
    views: frozen(HEAD, 2),
    properties: { tabColor: { argb: "FF4C78A8" } },
  });
  // A step with more ways than usual gets columns of its own for them.
  const ways = view.steps.reduce((most, step) => Math.max(most, step.ways.length), WAYS);
  const pairs = Array.from({ length: ways }, (_, index) => index + 1);
  sheet.columns = [
    ...COLUMNS.map((column) => ({ width: WIDTHS[column].width })),
    ...pairs.flatMap(() => [{ width: 18 }, { width: 14 }]),
  ];
  title(sheet, "Langkah", "Satu baris satu langkah. Arti setiap kolom ada di lembar Petunjuk.");
  const headings = [
    ...COLUMNS.map((column) => STEP_COLUMNS[column][0]),
    ...pairs.flatMap((no) => [WHEN(no), TO(no)]),
  ];
  styleHeadings(sheet.addRow(headings), headings.length);
  const count = isTemplate ? READY : view.steps.length + SPARE;
  for (let index = 0; index < count; index += 1) {
    const row = sheet.addRow([]);
    const step = view.steps[index];
    COLUMNS.forEach((column, at) => {
      const cell = row.getCell(at + 1);
      putStep(cell, column, step, isTemplate ? String(index + 1) : "");
    });
    pairs.forEach((_, at) => {
      const way = step?.ways[at];
      const column = COLUMNS.length + 1 + at * 2;
      put(row.getCell(column), way?.when ?? "", WORDS);
      putTarget(row.getCell(column + 1), way?.to ?? "");
    });
  }
  const areaOf = (column: number) =>
    `${letters(column)}${HEAD + 1}:${letters(column)}${HEAD + count}`;
  offer(sheet, areaOf(COLUMNS.indexOf("kind") + 1), KIND_LIST);
  offer(sheet, areaOf(COLUMNS.indexOf("lane") + 1), LANE_LIST);
  offer(sheet, areaOf(COLUMNS.indexOf("next") + 1), TARGET_LIST);
  for (const no of pairs) offer(sheet, areaOf(COLUMNS.length + no * 2), TARGET_LIST);
  sheet.pageSetup.printTitlesRow = `${HEAD}:${HEAD}`;
}

function putStep(cell: Cell, column: StepColumn, step: StepView | undefined, no: string): void {
  const text = step?.[column] ?? (column === "no" ? no : "");
  if (column === "next") return putTarget(cell, text);
  put(cell, column === "no" ? "" : text, WIDTHS[column].style);
  if (column === "no" && text !== "") cell.value = Number(text);
}

/** A step's number as a number, an outcome as its words. */
function putTarget(cell: Cell, text: string): void {
  put(cell, /^\d+$/.test(text) ? "" : text, TARGET);
  if (/^\d+$/.test(text)) cell.value = Number(text);
}

const KIND_LIST: DataValidation = {
  type: "list",
  allowBlank: true,
  formulae: [
    `"${Object.values(KINDS)
      .map(([word]) => word)
      .join(",")}"`,
  ],
  showErrorMessage: true,
  errorTitle: "Jenis",
  error: "Pilih Mulai, Proses, Keputusan, atau Selesai.",
};
const LANE_LIST: DataValidation = {
  type: "list",
  allowBlank: true,
  formulae: [LANE_RANGE],
  showErrorMessage: true,
  // A lane that is not in the list yet may be typed; the import adds it.
  errorStyle: "warning",
  errorTitle: "Pelaksana",
  error: "Pelaksana ini belum ada di lembar Pelaksana. Tetap pakai?",
};
/** Offers the outcomes; a number is typed, so nothing is refused. */
const TARGET_LIST: DataValidation = {
  type: "list",
  allowBlank: true,
  formulae: [
    `"${Object.values(OUTCOME_WORDS)
      .map(([word]) => word)
      .join(",")}"`,
  ],
  showErrorMessage: false,
  showInputMessage: true,
  promptTitle: "Tujuan",
  prompt: "Ketik nomor langkah, atau pilih akhir SOP dari daftar.",
};
