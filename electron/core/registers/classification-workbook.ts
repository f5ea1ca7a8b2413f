import { ok, type Result } from "#shared/errors.ts";
import {
  type ClassificationCode,
  classificationCode,
  type CodeFinding,
  MAX_CODES,
} from "#shared/register/classification.ts";
import type { Cell, Grid } from "../workbook/grid.ts";
import { readGrids } from "../workbook/read-grids.ts";

export type ReadCodes = { codes: ClassificationCode[]; findings: CodeFinding[] };

/** Findings beyond these say nothing new. */
const MAX_FINDINGS = 200;

/**
 * Reads a table of classification codes: every row with a code such as 500.14.4 in any column, and
 * its name in another. Rows without a code are headings and are passed over; what only looks like a
 * code is told.
 */
export function readCodesWorkbook(bytes: Uint8Array): Result<ReadCodes> {
  const grids = readGrids(bytes);
  if (!grids.ok) return grids;
  const names = new Map<string, string>();
  const findings: CodeFinding[] = [];
  const tell = (code: CodeFinding["code"], row: number | null, detail: string): void => {
    if (findings.length < MAX_FINDINGS) findings.push({ code, row, detail: detail.slice(0, 120) });
  };
  for (const { row, texts } of grids.value.flatMap(rowsOf)) {
    const read = readRow(texts);
    if (read === null) continue;
    if ("finding" in read) {
      tell(read.finding, row, texts.join(" "));
      continue;
    }
    const { code, name } = read;
    const known = names.get(code);
    if (known !== undefined) {
      if (known !== name) tell("code_twice", row, `${code} ${name}`);
      continue;
    }
    if (names.size === MAX_CODES) {
      tell("too_many", row, `${code} ${name}`);
      break;
    }
    names.set(code, name);
  }
  if (names.size === 0 && findings.length === 0) tell("file_empty", null, "");
  return ok({ codes: [...names].map(([code, name]) => ({ code, name })), findings });
}

type ReadRow = ClassificationCode | { finding: CodeFinding["code"] } | null;

function readRow(texts: readonly string[]): ReadRow {
  const codes = texts.filter((text) => CODE.test(text));
  // A row may hold its main group too; the longest code is the row's own.
  const written = codes.toSorted((a, b) => b.length - a.length)[0];
  if (written === undefined) {
    return texts.some((text) => LIKE_CODE.test(text)) ? { finding: "code_unclear" } : null;
  }
  const at = texts.indexOf(written);
  const words = [...texts.slice(at + 1), ...texts.slice(0, at)];
  const name = words.find((text) => /\p{L}/u.test(text))?.replace(/\s+/g, " ");
  if (name === undefined) return { finding: "name_missing" };
  const parsed = classificationCode.safeParse({ code: written.replace(/\.$/, ""), name });
  return parsed.success ? parsed.data : { finding: "too_long" };
}

/** Three figures, then groups after points: 500, 000.8.3.3. */
const CODE = /^\d{3}(\.\d{1,4}){0,6}\.?$/;
/** Meant as one: figures with points or commas between them, or cut short by Excel (0.5, 5). */
const LIKE_CODE = /^\d{1,4}([.,]\s?\d{1,4})+[.,]?$/;

/** The rows' texts from left to right, without the column that only numbers them. */
function rowsOf({ rows }: Grid): { row: number; texts: string[] }[] {
  const ordered = [...rows].sort(([a], [b]) => a - b);
  const counts = countingColumns(ordered.map(([, cells]) => cells));
  return ordered.map(([row, cells]) => ({
    row,
    texts: [...cells]
      .filter(([column]) => !counts.has(column))
      .sort(([a], [b]) => a - b)
      .map(([, cell]) => (cell.isError ? "" : cell.text.trim()))
      .filter((text) => text !== ""),
  }));
}

/** Share of a column's steps that go up by one where it numbers the rows. */
const COUNTING = 0.8;

/** Row 403 of a long table is no code 403. */
function countingColumns(rows: readonly Map<number, Cell>[]): Set<number> {
  const columns = new Map<number, { last: number; steps: number; ones: number }>();
  for (const cells of rows) {
    for (const [column, { text }] of cells) {
      if (!/^[1-9]\d*\.?$/.test(text.trim())) continue;
      const value = Number(text.trim().replace(".", ""));
      const known = columns.get(column);
      columns.set(column, {
        last: value,
        steps: known === undefined ? 0 : known.steps + 1,
        ones: known === undefined ? 0 : known.ones + Number(value === known.last + 1),
      });
    }
  }
  const counting = [...columns].filter(
    ([, { steps, ones }]) => steps > 1 && ones >= steps * COUNTING,
  );
  return new Set(counting.map(([column]) => column));
}
