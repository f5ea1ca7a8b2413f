import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { open, rename, rm, stat } from "node:fs/promises";
import type { Writable } from "node:stream";
import { setImmediate } from "node:timers/promises";
import exceljs from "exceljs";
import { fail, ok, type Result } from "#shared/errors.ts";
import type { Office, Zone } from "#shared/office.ts";
import { FIRST_ROW, heading, type ListSheet, styleHeader } from "./list-sheet.ts";

export type WorkbookOptions = {
  /** Named above the list; null before the first start. */
  office: Office | null;
  zone: Zone;
  /** The day in the office, YYYY-MM-DD. */
  today: string;
};

/** After this many rows the writing waits until what was written has left the memory. */
const BATCH = 500;

/**
 * Writes the list as a workbook, row by row, to a temporary file that takes the place of `path` when
 * it is whole. Answers the rows written and the size in bytes, or `path_unwritable`. The rows are
 * taken over several turns of the event loop.
 */
export async function writeListWorkbook<T>(
  path: string,
  list: ListSheet<T>,
  rows: Iterable<T>,
  options: WorkbookOptions,
): Promise<Result<{ rows: number; size: number }>> {
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    const count = await write(temporary, list, rows, options);
    const handle = await open(temporary, "r+");
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
    return ok({ rows: count, size: (await stat(path)).size });
  } catch (error) {
    await rm(temporary, { force: true });
    if (isFileError(error)) return fail("path_unwritable", { path }, "path");
    throw error;
  }
}

async function write<T>(
  file: string,
  { name, title, columns, look }: ListSheet<T>,
  rows: Iterable<T>,
  { office, zone, today }: WorkbookOptions,
): Promise<number> {
  const stream = createWriteStream(file, { flags: "wx" });
  let count = 0;
  // A full disk or a missing folder is told by the stream, not by exceljs.
  const stop = new AbortController();
  const failed = new Promise<never>((_, reject) => {
    stream.once("error", (error) => {
      reject(error);
      stop.abort();
    });
  });
  const written = (async () => {
    const day = new Date(`${today}T00:00:00Z`);
    const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
    workbook.creator = "Lajur";
    workbook.lastModifiedBy = "Lajur";
    workbook.created = day;
    workbook.modified = day;
    const sheet = workbook.addWorksheet(name, {
      views: [{ state: "frozen", ySplit: FIRST_ROW }],
      pageSetup: { paperSize: 9, orientation: "landscape", fitToPage: true, fitToHeight: 0 },
    });
    sheet.columns = columns.map(({ width, style }) => ({ width, style }));
    for (const line of heading(title, office, today)) sheet.addRow([line.text]).font = line.font;
    sheet.addRow([]);
    styleHeader(sheet.addRow(columns.map((column) => column.heading)));
    sheet.autoFilter = {
      from: { row: FIRST_ROW, column: 1 },
      to: { row: FIRST_ROW, column: columns.length },
    };
    for (const row of rows) {
      const added = sheet.addRow(columns.map((column) => column.value(row, zone)));
      look?.(added, row);
      added.commit();
      count += 1;
      if (count % BATCH === 0) await drained(sheet, stop.signal);
    }
    sheet.commit();
    await workbook.commit();
  })();
  await Promise.race([written, failed]);
  return count;
}

/**
 * Waits for the compressor, or until the file cannot be written. Exceljs pushes rows into it without
 * asking, so 100,000 rows would pile up in memory. Its pipe, which the types leave out, is looked up
 * with care; writing nothing into it tells whether it is full.
 */
async function drained(sheet: object, signal: AbortSignal): Promise<void> {
  await setImmediate();
  const pipe = (sheet as { stream?: { pipes?: Writable[] } }).stream?.pipes?.[0];
  if (pipe !== undefined && !pipe.write("")) await once(pipe, "drain", { signal });
}

const isFileError = (error: unknown): boolean => error instanceof Error && "code" in error;
