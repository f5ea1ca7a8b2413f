import type { Cell, DataValidation, Row, Style, Worksheet, WorksheetView } from "exceljs";

const EDGE = { style: "thin", color: { argb: "FFC9D2DC" } } as const;
const BOX: Style["border"] = { top: EDGE, left: EDGE, bottom: EDGE, right: EDGE };

/** Typed words stay words, so that "1-2" never turns into a date: the format is text. */
export const WORDS: Partial<Style> = {
  numFmt: "@",
  alignment: { vertical: "top", wrapText: true },
  border: BOX,
};
export const FIGURE: Partial<Style> = {
  alignment: { vertical: "top", horizontal: "center" },
  border: BOX,
};
/** Row numbers and names of outcomes stand in one column. */
export const TARGET: Partial<Style> = {
  ...FIGURE,
  alignment: { ...FIGURE.alignment, wrapText: true },
};
export const DAY: Partial<Style> = {
  numFmt: "[$-421]d mmmm yyyy",
  alignment: { vertical: "top", horizontal: "left" },
  border: BOX,
};
export const LABEL: Partial<Style> = {
  font: { bold: true },
  alignment: { vertical: "top", wrapText: true },
  fill: { type: "pattern", pattern: "solid", fgColor: { argb: "FFF3F6F9" } },
  border: BOX,
};

/** A4, wide, as many pages as it takes in length. */
export const PAGE: Partial<Worksheet["pageSetup"]> = {
  paperSize: 9,
  orientation: "landscape",
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
};

export const frozen = (rows: number, columns = 0): Partial<WorksheetView>[] => [
  { state: "frozen", ySplit: rows, xSplit: columns, showGridLines: false },
];

export function styleHeadings(row: Row, count: number): void {
  row.height = 32;
  for (let column = 1; column <= count; column += 1) {
    Object.assign(row.getCell(column), {
      font: { bold: true },
      alignment: { vertical: "middle", horizontal: "center", wrapText: true },
      fill: { type: "pattern", pattern: "solid", fgColor: { argb: "FFE8EDF3" } },
      border: BOX,
    });
  }
}

export function title(sheet: Worksheet, text: string, hint: string): void {
  sheet.addRow([text]).font = { bold: true, size: 14 };
  sheet.addRow([hint]).font = { color: { argb: "FF5A6672" } };
}

/**
 * Puts a text into a cell. A string cell is never a formula, whatever it begins with; words that
 * look like Excel's own escapes are escaped, as Excel itself does.
 */
export function put(cell: Cell, text: string, style: Partial<Style>): void {
  Object.assign(cell, style);
  // Some versions of Excel show only #### for longer words in the format for text.
  if (text.length > 255 && cell.numFmt === "@") cell.numFmt = "General";
  if (text !== "") cell.value = text.replace(/_(?=x[\dA-F]{4}_)/gi, "_x005F_");
}

/**
 * Offers a rule on a whole area at once. Set cell by cell, exceljs writes areas that overlap; that it
 * takes areas is missing from its types.
 */
export function offer(sheet: Worksheet, area: string, rule: DataValidation): void {
  const { dataValidations } = sheet as Worksheet & {
    dataValidations: { add(area: string, rule: DataValidation): void };
  };
  dataValidations.add(area, rule);
}
