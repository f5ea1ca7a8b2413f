import type { RetentionList, RetentionRow } from "#shared/retention/contract.ts";
import { FATE_WORDS } from "#shared/retention/rules.ts";
import { LIST_TITLES } from "#shared/retention/words.ts";
import {
  DAY,
  day,
  type ListSheet,
  type SheetColumn,
  text,
  TOP,
  WRAPPED,
} from "../export/list-sheet.ts";

const dated = (
  heading: string,
  of: (row: RetentionRow) => string | null,
): SheetColumn<RetentionRow> => ({
  heading,
  width: 15,
  style: DAY,
  value: (row) => {
    const found = of(row);
    return found === null || found === "" ? null : day(found);
  },
});

/** A list of retention as a workbook. */
export const retentionSheet = (list: RetentionList): ListSheet<RetentionRow> => ({
  name: LIST_TITLES[list].short,
  title: LIST_TITLES[list].title,
  columns: [
    { heading: "Nomor", width: 14, style: TOP, value: (row) => text(row.number) },
    { heading: "Uraian", width: 48, style: WRAPPED, value: (row) => text(row.subject) },
    { heading: "SOP", width: 36, style: WRAPPED, value: (row) => text(row.sop) },
    { heading: "Klasifikasi", width: 14, style: TOP, value: (row) => text(row.code) },
    dated("Ditutup", (row) => row.closed),
    dated("Aktif sampai", (row) => row.activeEnd),
    dated("Inaktif sampai", (row) => row.inactiveEnd),
    {
      heading: "Menurut jadwal",
      width: 18,
      style: TOP,
      value: ({ fate }) => (fate === null ? null : FATE_WORDS[fate]),
    },
    dated("Dipindahkan", (row) => row.moved),
    { heading: "Rak", width: 10, style: TOP, value: ({ place }) => text(place.rack) },
    { heading: "Boks", width: 10, style: TOP, value: ({ place }) => text(place.box) },
    { heading: "Folder", width: 10, style: TOP, value: ({ place }) => text(place.folder) },
    dated("Dimusnahkan", (row) => row.destroyed),
  ],
});
