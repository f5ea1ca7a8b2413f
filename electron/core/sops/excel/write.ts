import exceljs from "exceljs";
import type { Definition } from "#shared/sop/definition.ts";
import type { Draft } from "#shared/sop/draft.ts";
import { addDataSheet } from "./data-sheet.ts";
import { addGuideSheet } from "./guide-sheet.ts";
import { addIdentitySheet } from "./identity-sheet.ts";
import { addLaneSheet } from "./lane-sheet.ts";
import { addStepSheet } from "./step-sheet.ts";
import { emptyView, viewOf } from "./view.ts";

/** An SOP as an .xlsx that people edit and Lajur reads back; with null, the empty template. */
export async function sopWorkbook(definition: Definition | Draft | null): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  workbook.creator = "Lajur";
  workbook.lastModifiedBy = "Lajur";
  const view = definition === null ? emptyView() : viewOf(definition);
  const isTemplate = definition === null;
  addGuideSheet(workbook);
  addIdentitySheet(workbook, view, isTemplate);
  addLaneSheet(workbook, view);
  addStepSheet(workbook, view, isTemplate);
  if (definition !== null) addDataSheet(workbook, definition);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
