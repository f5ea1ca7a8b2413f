import type { Font, Row, Style } from "exceljs";
import type { Office, Zone } from "#shared/office.ts";
import { longDay } from "#shared/time/format.ts";

/** What a list in a workbook is made of: its heading, its columns, a row's cells. */

/** Row of the column headings; the list follows below it. */
export const FIRST_ROW = 5;

type Cell = string | number | Date | null;
export type SheetColumn<T> = {
  heading: string;
  /** In characters, as Excel counts. */
  width: number;
  style: Partial<Style>;
  value(row: T, zone: Zone): Cell;
};

export type ListSheet<T> = {
  /** Of the sheet, at most 31 characters. */
  name: string;
  title: string;
  columns: readonly SheetColumn<T>[];
  /** Changes how a row looks by what it says. */
  look?: (written: Row, row: T) => void;
};

export const TOP: Partial<Style> = { alignment: { vertical: "top" } };
export const WRAPPED: Partial<Style> = { alignment: { vertical: "top", wrapText: true } };
/** Excel's own day and time, written in Indonesian whatever the machine speaks. */
export const DAY: Partial<Style> = { ...TOP, numFmt: "[$-421]d mmm yyyy" };
export const MOMENT: Partial<Style> = { ...TOP, numFmt: "[$-421]d mmm yyyy hh:mm" };

export function heading(
  title: string,
  office: Office | null,
  today: string,
): { text: string; font: Partial<Font> }[] {
  const unit = office === null ? "" : `${office.name}, ${office.government}`;
  return [
    { text: title, font: { bold: true, size: 14 } },
    { text: text(unit), font: { size: 11 } },
    { text: `Keadaan ${longDay(today)}`, font: { size: 11 } },
  ];
}

export function styleHeader(row: Row): void {
  row.font = { bold: true };
  row.alignment = { vertical: "middle", wrapText: true };
  row.eachCell((cell) => {
    cell.numFmt = "General";
    cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFE8EDF3" } };
    cell.border = { bottom: { style: "thin" } };
  });
}

/** Excel keeps days as UTC midnights. */
export const day = (value: string): Date => new Date(`${value}T00:00:00Z`);

/**
 * Typed text stays text, also when it begins with = + - or @: a string cell is never a formula. The
 * two code points that XML cannot hold would make the file unreadable.
 */
export const text = (value: string): string => value.replace(/[\uFFFE\uFFFF]/g, "\uFFFD");
