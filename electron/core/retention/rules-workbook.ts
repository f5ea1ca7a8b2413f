import { ok, type Result } from "#shared/errors.ts";
import {
  type Fate,
  MAX_RULES,
  type Period,
  type RetentionRule,
  retentionRule,
} from "#shared/retention/rules.ts";
import type { RuleFinding } from "#shared/retention/findings.ts";
import type { Cell, Grid } from "../workbook/grid.ts";
import { readGrids } from "../workbook/read-grids.ts";

export type ReadRules = { rules: RetentionRule[]; findings: RuleFinding[] };

/** Findings beyond these say nothing new. */
const MAX_FINDINGS = 200;

type Columns = { code: number; active: number; inactive: number; fate: number };

/**
 * Reads a schedule of retention: below a row of headings with Kode, Aktif, Inaktif and Keterangan
 * (or Nasib akhir), every row with a code. What is not understood is told, never guessed.
 */
export function readRulesWorkbook(bytes: Uint8Array): Result<ReadRules> {
  const grids = readGrids(bytes);
  if (!grids.ok) return grids;
  const rules = new Map<string, RetentionRule>();
  const findings: RuleFinding[] = [];
  const tell = (code: RuleFinding["code"], row: number | null, detail: string): void => {
    if (findings.length < MAX_FINDINGS) findings.push({ code, row, detail: detail.slice(0, 120) });
  };
  let headings = false;
  for (const grid of grids.value) {
    const rows = [...grid.rows].sort(([a], [b]) => a - b);
    let columns: Columns | null = null;
    for (const [row, cells] of rows) {
      const found = columnsOf(grid, row, cells);
      if (found !== null) {
        columns = found;
        headings = true;
        continue;
      }
      if (columns === null) continue;
      const code = textOf(cells, columns.code).replace(/\.$/, "");
      if (!CODE.test(code)) {
        if (LIKE_CODE.test(code)) tell("code_unclear", row, code);
        continue;
      }
      const read = readRow(code, cells, columns);
      if ("finding" in read) tell(read.finding, row, `${code} ${read.detail}`);
      else if (rules.has(code)) tell("code_twice", row, code);
      else if (rules.size === MAX_RULES) {
        tell("too_many", row, code);
        break;
      } else rules.set(code, read.rule);
    }
  }
  if (!headings) tell("headings_missing", null, "");
  else if (rules.size === 0 && findings.length === 0) tell("file_empty", null, "");
  return ok({ rules: [...rules.values()], findings });
}

/** Three figures, then groups after points: 500, 000.8.3.3. */
const CODE = /^\d{3}(\.\d{1,4}){0,6}$/;
/** Meant as one: figures with points or commas, or cut short by Excel (0.5, 5). */
const LIKE_CODE = /^\d{1,4}([.,]\s?\d{1,4})*[.,]?$/;

const textOf = (cells: Map<number, Cell>, column: number): string => {
  const cell = cells.get(column);
  return cell === undefined || cell.isError ? "" : cell.text.trim().replace(/\s+/g, " ");
};

/**
 * The columns of a row of headings; Aktif and Inaktif often stand a row below "Retensi", so Kode and
 * the fate are looked for in the two rows above too.
 */
function columnsOf(grid: Grid, row: number, cells: Map<number, Cell>): Columns | null {
  const near = [cells, grid.rows.get(row - 1), grid.rows.get(row - 2)];
  const find = (pattern: RegExp, among = near): number | null => {
    for (const line of among) {
      for (const column of line?.keys() ?? []) {
        if (line !== undefined && pattern.test(textOf(line, column))) return column;
      }
    }
    return null;
  };
  const active = find(/^(retensi |masa |jangka waktu )*aktif\b/i, [cells]);
  const inactive = find(/in-?\s?aktif\b/i, [cells]);
  const code = find(/\bkode\b|^klasifikasi$/i);
  const fate = find(/^(keterangan|nasib akhir|tindakan|penyusutan)\b/i);
  if (active === null || inactive === null || code === null || fate === null) return null;
  return { code, active, inactive, fate };
}

type ReadRow = { rule: RetentionRule } | { finding: RuleFinding["code"]; detail: string };

function readRow(code: string, cells: Map<number, Cell>, columns: Columns): ReadRow {
  const texts = {
    active: textOf(cells, columns.active),
    inactive: textOf(cells, columns.inactive),
    fate: textOf(cells, columns.fate),
  };
  const active = readPeriod(texts.active);
  const inactive = readPeriod(texts.inactive);
  if (active === null || inactive === null) {
    return { finding: "period_unclear", detail: `${texts.active} / ${texts.inactive}` };
  }
  const fate = readFate(texts.fate);
  if (fate === null) return { finding: "fate_unclear", detail: texts.fate };
  const note = [active.rest, inactive.rest].filter((part) => part !== "").join("; ");
  const rule = retentionRule.safeParse({
    code,
    active: active.period,
    inactive: inactive.period,
    fate,
    note,
  });
  return rule.success ? { rule: rule.data } : { finding: "too_long", detail: note };
}

/**
 * "2", "2 tahun", "1 tahun 6 bulan", "2 (dua) tahun setelah kontrak berakhir": the figures and what
 * is said beside them; null for what begins with no figure. A dash or nothing is no time at all.
 */
export function readPeriod(text: string): { period: Period; rest: string } | null {
  const plain = text
    .replace(/\((?:[a-z]+ ?)+\)/gi, " ")
    .replace(/\s+/g, " ")
    .trim();
  if (plain === "" || plain === "-" || plain === "–") {
    return { period: { years: 0, months: 0 }, rest: "" };
  }
  const found =
    /^(?:(\d{1,3}) ?(?:tahun|thn|th)\b\.?)? ?(?:(\d{1,3}) ?(?:bulan|bln)\b\.?)?(.*)$/i.exec(plain);
  const [, years, months, rest = ""] = found ?? [];
  if (years === undefined && months === undefined) {
    return /^\d{1,3}$/.test(plain) ? bounded(Number(plain), 0, "") : null;
  }
  return bounded(Number(years ?? 0), Number(months ?? 0), rest.trim());
}

function bounded(years: number, months: number, rest: string) {
  const whole = years * 12 + months;
  if (whole > 1200) return null;
  return { period: { years: Math.floor(whole / 12), months: whole % 12 }, rest };
}

/** Only where one fate is named; "Musnah, kecuali ..." is for a person to read. */
export function readFate(text: string): Fate | null {
  const named: Fate[] = [];
  if (/musnah/i.test(text)) named.push("destroy");
  if (/dinilai kembali|nilai kembali/i.test(text)) named.push("review");
  if (/permanen/i.test(text)) named.push("permanent");
  const [only, other] = named;
  return other === undefined && !/kecuali|selain/i.test(text) ? (only ?? null) : null;
}
