import type { Font, Row, Style } from "exceljs";
import type { RequestRow } from "#shared/contract.ts";
import type { Office, Zone } from "#shared/office.ts";
import type { Outcome } from "#shared/sop/definition.ts";
import { longDay } from "#shared/time/format.ts";
import { wallClock } from "#shared/time/zone.ts";

/** What stands in the workbook: its heading, its columns, a request's cells. */

/** Row of the column headings; the list follows below it. */
export const FIRST_ROW = 5;

type Cell = string | number | Date | null;
type SheetColumn = {
  heading: string;
  /** In characters, as Excel counts. */
  width: number;
  style: Partial<Style>;
  value(row: RequestRow, zone: Zone): Cell;
};

const TOP: Partial<Style> = { alignment: { vertical: "top" } };
const WRAPPED: Partial<Style> = { alignment: { vertical: "top", wrapText: true } };
/** Excel's own day and time, written in Indonesian whatever the machine speaks. */
const DAY: Partial<Style> = { ...TOP, numFmt: "[$-421]d mmm yyyy" };
const MOMENT: Partial<Style> = { ...TOP, numFmt: "[$-421]d mmm yyyy hh:mm" };

export const COLUMNS: readonly SheetColumn[] = [
  { heading: "Nomor", width: 13, style: TOP, value: (row) => text(row.number) },
  { heading: "Diterima", width: 14, style: DAY, value: (row) => day(row.received) },
  { heading: "Pemohon", width: 30, style: WRAPPED, value: (row) => text(row.requester) },
  { heading: "Perihal", width: 48, style: WRAPPED, value: (row) => text(row.subject) },
  { heading: "SOP", width: 26, style: WRAPPED, value: (row) => text(row.sop.name) },
  { heading: "Status/Hasil", width: 16, style: TOP, value: stateOf },
  {
    heading: "Langkah",
    width: 40,
    style: WRAPPED,
    value: ({ current }) => (current === null ? null : text(`${current.step}. ${current.gist}`)),
  },
  {
    heading: "Pelaksana",
    width: 26,
    style: WRAPPED,
    value: ({ current }) => (current === null ? null : text(current.lane)),
  },
  {
    heading: "Sejak",
    width: 19,
    style: MOMENT,
    value: ({ current }, zone) => (current === null ? null : wallClock(current.entered, zone)),
  },
  {
    heading: "Tenggat",
    width: 19,
    style: MOMENT,
    value: ({ due, legalDue }, zone) => {
      const [first] = [due, legalDue].filter((one) => one !== null).sort();
      return first === undefined ? null : wallClock(first, zone);
    },
  },
  {
    heading: "Terakhir berubah",
    width: 19,
    style: MOMENT,
    value: (row, zone) => wallClock(row.changed, zone),
  },
];

export function heading(
  office: Office | null,
  today: string,
): { text: string; font: Partial<Font> }[] {
  const unit = office === null ? "" : `${office.name}, ${office.government}`;
  return [
    { text: "DAFTAR PERMOHONAN DATA", font: { bold: true, size: 14 } },
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

const OUTCOMES: Record<Outcome, string> = {
  selesai: "Selesai",
  ditolak: "Ditolak",
  "tidak-tersedia": "Tidak tersedia",
  "unduh-langsung": "Unduh langsung",
};
const STATUSES: Record<RequestRow["status"], string> = {
  running: "Berjalan",
  ended: "Selesai",
  cancelled: "Dibatalkan",
};

/** The outcome once there is one, else the status. */
function stateOf(row: RequestRow): string {
  return row.outcome === null ? STATUSES[row.status] : OUTCOMES[row.outcome];
}

/** Excel keeps days as UTC midnights. */
const day = (value: string): Date => new Date(`${value}T00:00:00Z`);

/**
 * Typed text stays text, also when it begins with = + - or @: a string cell is never a formula. The
 * two code points that XML cannot hold would make the file unreadable.
 */
const text = (value: string): string => value.replace(/[\uFFFE\uFFFF]/g, "\uFFFD");
