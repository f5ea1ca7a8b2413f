import type { RequestRow } from "#shared/contract.ts";
import { type WorkbookOptions, writeListWorkbook } from "./list-workbook.ts";
import { REQUEST_SHEET } from "./request-sheet.ts";

/** The list of requests as a workbook. */
export const writeRequestWorkbook = (
  path: string,
  rows: Iterable<RequestRow>,
  options: WorkbookOptions,
) => writeListWorkbook(path, REQUEST_SHEET, rows, options);
