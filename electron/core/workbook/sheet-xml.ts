import { type Area, areaOf, type Cell, type Grid, LAST_COLUMN, LAST_ROW, refOf } from "./grid.ts";
import { dayOfSerial, timeOfSerial } from "./serial.ts";
import { attribute, scanXml } from "../xml.ts";

/** What the sheets of one workbook share. */
export type Shared = {
  strings: string[];
  /** Whether the cell format of an index shows a date. */
  isDate: boolean[];
  /** Days are counted from 1904 instead of 1900. */
  is1904: boolean;
};

/** Excel holds no more in a cell; what a made-up file adds is not read. */
const LONGEST = 32_767;
/** Filled cells of one sheet, and merged areas. */
const MOST_CELLS = 200_000;
const MOST_MERGES = 2_000;

/** Null for a broken sheet; `"large"` when more is filled in than an SOP can have. */
export function readSheet(xml: string, name: string, shared: Shared): Grid | "large" | null {
  const grid: Grid = { name, rows: new Map(), merges: [] };
  let row = 0;
  let column = 0;
  let attributes = "";
  let value = "";
  let hasFormula = false;
  let collects = false;
  let phonetic = 0;
  let cells = 0;
  let isLarge = false;

  const keep = () => {
    const cell = cellOf(value, hasFormula, attributes, shared);
    if (cell === null) return;
    cells += 1;
    if (row > LAST_ROW || cells > MOST_CELLS) isLarge = true;
    else if (column <= LAST_COLUMN) {
      const found = grid.rows.get(row) ?? new Map<number, Cell>();
      grid.rows.set(row, found.set(column, cell));
    }
  };

  const whole = scanXml(xml, {
    open(tag, held) {
      if (tag === "row") {
        const given = Number(attribute(held, "r") ?? row + 1);
        row = Number.isInteger(given) && given > 0 ? given : row + 1;
        column = 0;
      } else if (tag === "c") {
        const at = refOf(attribute(held, "r") ?? "");
        column = at?.column ?? column + 1;
        row = at?.row ?? row;
        attributes = held;
        value = "";
        hasFormula = false;
      } else if (tag === "f") hasFormula = true;
      else if (tag === "rPh") phonetic += 1;
      else if (tag === "v" || tag === "t") collects = phonetic === 0;
      else if (tag === "mergeCell" && grid.merges.length < MOST_MERGES) {
        const area: Area | null = areaOf(attribute(held, "ref") ?? "");
        if (area !== null) grid.merges.push(area);
      }
    },
    text(text) {
      if (collects && value.length < LONGEST) value += text.slice(0, LONGEST - value.length);
    },
    close(tag) {
      if (tag === "v" || tag === "t") collects = false;
      else if (tag === "rPh") phonetic -= 1;
      else if (tag === "c" && !isLarge && (value !== "" || hasFormula)) keep();
    },
  });
  if (!whole) return null;
  return isLarge ? "large" : grid;
}

function cellOf(
  value: string,
  isFormula: boolean,
  attributes: string,
  { strings, isDate, is1904 }: Shared,
): Cell | null {
  const plain = (text: string): Cell | null =>
    text.trim() === "" && !isFormula ? null : { text, isFormula, isError: false };
  switch (attribute(attributes, "t")) {
    case "s":
      return plain((strings[Number(value)] ?? "").slice(0, LONGEST));
    case "str":
    case "inlineStr":
      return plain(unescapeExcel(value));
    case "b":
      return plain(value === "1" ? "Ya" : "Tidak");
    case "e":
      return { text: "", isFormula, isError: true };
    case "d":
      return {
        ...(plain(value) ?? { text: "", isFormula, isError: false }),
        day: value.slice(0, 10),
      };
    case null:
    default: {
      const figure = Number(value);
      if (value.trim() === "" || !Number.isFinite(figure)) return plain(value);
      if (isDate[Number(attribute(attributes, "s") ?? 0)] !== true) return plain(String(figure));
      const day = dayOfSerial(figure, is1904);
      return day === null
        ? plain(timeOfSerial(figure) ?? String(figure))
        : { text: day, day, isFormula, isError: false };
    }
  }
}

/** Excel writes what XML cannot hold as _x000A_, and such words themselves as _x005F_x000A_. */
export const unescapeExcel = (text: string): string =>
  text.replace(/_x([\dA-F]{4})_/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
