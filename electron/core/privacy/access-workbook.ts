import type { AccessRow } from "#shared/privacy/contract.ts";
import { ACCESS_WORDS } from "#shared/privacy/words.ts";
import { wallClock } from "#shared/time/zone.ts";
import { type ListSheet, MOMENT, text, TOP, WRAPPED } from "../export/list-sheet.ts";
import { type WorkbookOptions, writeListWorkbook } from "../export/list-workbook.ts";

const SHEET: ListSheet<AccessRow> = {
  name: "Akses identitas",
  title: "CATATAN AKSES IDENTITAS PEMOHON",
  columns: [
    { heading: "Waktu", width: 19, style: MOMENT, value: ({ at }, zone) => wallClock(at, zone) },
    { heading: "Oleh", width: 28, style: TOP, value: ({ by }) => text(by.name) },
    { heading: "Tindakan", width: 28, style: TOP, value: ({ what }) => ACCESS_WORDS[what] },
    {
      heading: "Permohonan",
      width: 16,
      style: TOP,
      value: ({ request }) => (request === null ? null : text(request.number)),
    },
    {
      heading: "Pemohon",
      width: 32,
      style: WRAPPED,
      value: ({ request }) => (request === null ? null : text(request.requester)),
    },
    { heading: "Banyaknya", width: 12, style: TOP, value: ({ count }) => count },
  ],
};

/** The access log as a workbook, latest first. */
export const writeAccessWorkbook = (
  path: string,
  rows: Iterable<AccessRow>,
  options: WorkbookOptions,
) => writeListWorkbook(path, SHEET, rows, options);
