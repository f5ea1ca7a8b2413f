import type { RequestRow } from "#shared/contract.ts";
import type { Outcome } from "#shared/sop/definition.ts";
import { wallClock } from "#shared/time/zone.ts";
import { DAY, day, type ListSheet, MOMENT, text, TOP, WRAPPED } from "./list-sheet.ts";

/** What the list of requests has in its columns. */
const COLUMNS: ListSheet<RequestRow>["columns"] = [
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

export const REQUEST_SHEET: ListSheet<RequestRow> = {
  name: "Permohonan",
  title: "DAFTAR PERMOHONAN DATA",
  columns: COLUMNS,
};

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
export function stateOf({ status, outcome }: Pick<RequestRow, "status" | "outcome">): string {
  return outcome === null ? STATUSES[status] : OUTCOMES[outcome];
}
