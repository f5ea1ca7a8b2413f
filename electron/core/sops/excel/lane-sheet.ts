import type { Workbook } from "exceljs";
import { FIGURE, frozen, offer, PAGE, put, styleHeadings, title, WORDS } from "./styling.ts";
import type { View } from "./view.ts";
import { LANE_NAME, LANE_REQUESTER, SHEETS, YES } from "./words.ts";

/** Rows above the lanes, and rows that the drop-downs look at. */
const HEAD = 3;
const ROOM = 40;
const READY = 8;

export const LANE_RANGE = `${SHEETS.lanes}!$B$${HEAD + 1}:$B$${HEAD + ROOM}`;

export function addLaneSheet(workbook: Workbook, view: View): void {
  const sheet = workbook.addWorksheet(SHEETS.lanes, { pageSetup: PAGE, views: frozen(HEAD) });
  sheet.columns = [{ width: 6 }, { width: 60 }, { width: 14 }];
  title(
    sheet,
    "Pelaksana",
    "Satu baris satu pelaksana, berurutan. Tulis Ya pada kolom Pemohon bila dia yang memohon.",
  );
  styleHeadings(sheet.addRow(["No", LANE_NAME, LANE_REQUESTER]), 3);
  for (let index = 0; index < Math.max(view.lanes.length + 2, READY); index += 1) {
    const lane = view.lanes[index];
    const row = sheet.addRow([index + 1]);
    Object.assign(row.getCell(1), FIGURE);
    put(row.getCell(2), lane?.name ?? "", WORDS);
    put(row.getCell(3), lane?.requester === true ? YES : "", FIGURE);
  }
  const area = `C${HEAD + 1}:C${HEAD + ROOM}`;
  offer(sheet, area, { type: "list", allowBlank: true, formulae: [`"${YES}"`] });
  sheet.pageSetup.printTitlesRow = `${HEAD}:${HEAD}`;
}
