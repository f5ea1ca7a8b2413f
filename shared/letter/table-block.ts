import type { RequestDetail } from "#shared/contract.ts";
import { deliveredItems } from "./delivered.ts";
import type { Fill } from "./fill.ts";
import { orDash } from "./request.ts";
import type { TemplateBlock } from "./template.ts";
import type { Block } from "./types.ts";
import { AVAILABILITY_WORDS, NOT_ASSESSED } from "./words.ts";

type Item = RequestDetail["items"][number];
type TableTemplate = Extract<TemplateBlock, { type: "table" }>;

/** Fields of the cells of a table of data, with the words by which the editor offers them. */
export const ROW_FIELDS: Record<string, { label: string; value: (item: Item) => string }> = {
  nama: { label: "Nama data", value: ({ name }) => name },
  periode: { label: "Periode", value: ({ period }) => orDash(period) },
  satuan: { label: "Satuan", value: ({ unit }) => orDash(unit) },
  format: { label: "Format", value: ({ format }) => orDash(format) },
  ketersediaan: {
    label: "Ketersediaan",
    value: ({ availability }) =>
      availability === null ? NOT_ASSESSED : AVAILABILITY_WORDS[availability],
  },
  catatan: { label: "Keterangan", value: ({ availabilityNote }) => availabilityNote },
  "catatan-penyampaian": {
    label: "Keterangan penyampaian",
    value: ({ availability, availabilityNote }) =>
      [availability === "partial" ? AVAILABILITY_WORDS.partial : "", availabilityNote]
        .filter((part) => part !== "")
        .join("; "),
  },
};

/** Tables that a template may fill from the request itself; others name an input. */
export const TABLE_SOURCES: Record<
  string,
  { label: string; items: (items: Item[]) => readonly Item[] }
> = {
  data: { label: "Semua data yang diminta", items: (items) => items },
  "data-tersedia": { label: "Data yang disampaikan", items: deliveredItems },
};

export function tableBlock(block: TableTemplate, request: RequestDetail, fill: Fill): Block {
  const rows = rowsOf(block, request, fill);
  return {
    type: "table",
    columns: block.columns.map(({ heading, share, align }) => ({ heading, share, align })),
    rows: rows.map((fields) => block.columns.map(({ cell }) => fill.text(cell, fields))),
  };
}

function rowsOf(
  { source, blank }: TableTemplate,
  request: RequestDetail,
  fill: Fill,
): Map<string, string>[] {
  const known = TABLE_SOURCES[source];
  if (known !== undefined) {
    if (request.items.length === 0) return blankRows(blank);
    return known.items(request.items).map((item, index) => {
      const fields = Object.entries(ROW_FIELDS).map(
        ([key, { value }]) => [key, value(item)] as const,
      );
      return new Map([["no", String(index + 1)], ...fields]);
    });
  }
  const input = fill.input(source);
  const filled = Array.isArray(input)
    ? input
        .map((row) => (Array.isArray(row) ? row : [row]))
        .filter((row) => row.some((cell) => cell !== ""))
    : [];
  if (filled.length === 0) return blankRows(blank);
  return filled.map((row, index) => new Map([["no", String(index + 1)], ...cellsOf(row)]));
}

/** Numbered lines with nothing in them. */
function blankRows(count: number): Map<string, string>[] {
  const data = Object.keys(ROW_FIELDS).map((key): [string, string] => [key, ""]);
  return Array.from(
    { length: count },
    (_, index) => new Map([["no", String(index + 1)], ...data, ...cellsOf([])]),
  );
}

/** `{1}` to `{8}`; what was not filled in stays empty. */
const cellsOf = (row: readonly string[]): [string, string][] =>
  Array.from({ length: 8 }, (_, index) => [String(index + 1), row[index] ?? ""]);
