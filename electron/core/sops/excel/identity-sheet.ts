import type { Workbook, Worksheet } from "exceljs";
import { DAY, frozen, LABEL, PAGE, put, styleHeadings, title, WORDS } from "./styling.ts";
import { isDayFact, type View } from "./view.ts";
import { type FactKey, FACTS, LISTS, type ListKey, RECURRENCE_WORDS, SHEETS } from "./words.ts";

/** Rows of a list that stand ready in the template. */
const READY = 4;

/** Label and value; then the lists, one item a row under the first one's label. */
export function addIdentitySheet(workbook: Workbook, view: View, isTemplate: boolean): void {
  const sheet = workbook.addWorksheet(SHEETS.identity, { pageSetup: PAGE, views: frozen(3) });
  sheet.columns = [{ width: 32 }, { width: 96 }];
  title(sheet, "Identitas SOP", "Isi kolom kanan. Daftar: satu butir pada satu baris.");
  styleHeadings(sheet.addRow(["Butir", "Isi"]), 2);
  for (const key of Object.keys(FACTS) as FactKey[]) addFact(sheet, key, view.facts[key]);
  for (const key of Object.keys(LISTS) as ListKey[]) {
    const items = view.lists[key];
    const count = Math.max(items.length, isTemplate ? READY : 1);
    for (let index = 0; index < count; index += 1) {
      const row = sheet.addRow([]);
      put(row.getCell(1), index === 0 ? LISTS[key][0] : "", LABEL);
      put(row.getCell(2), items[index] ?? "", WORDS);
    }
  }
  sheet.pageSetup.printTitlesRow = "3:3";
}

function addFact(sheet: Worksheet, key: FactKey, text: string): void {
  const row = sheet.addRow([]);
  const cell = row.getCell(2);
  put(row.getCell(1), FACTS[key][0], LABEL);
  if (isDayFact(key)) {
    const date = dateOf(text);
    put(cell, date === null ? text : "", DAY);
    if (date !== null) cell.value = date;
    return;
  }
  put(cell, text, WORDS);
  if (key !== "recurrence") return;
  const words = Object.values(RECURRENCE_WORDS).map(([word]) => word);
  cell.dataValidation = {
    type: "list",
    allowBlank: true,
    formulae: [`"${words.join(",")}"`],
    showErrorMessage: true,
    errorTitle: "Berulang",
    error: "Pilih dari daftar, atau kosongkan untuk SOP yang tidak berulang.",
  };
}

/** Excel's calendar begins in 1900, with a day that never was; a month alone is no day. */
function dateOf(text: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < "1901" || text > "9998") return null;
  return new Date(`${text}T00:00:00Z`);
}
