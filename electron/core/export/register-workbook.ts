import { REGISTER_WORDS, type RegisterId } from "#shared/letter/register.ts";
import { BOOK_WORDS } from "#shared/register/words.ts";
import { wallClock } from "#shared/time/zone.ts";
import { gapNumbers, gapWords, type RegisterLine, remarkOf } from "../registers/register-lines.ts";
import {
  DAY,
  day,
  type ListSheet,
  MOMENT,
  type SheetColumn,
  text,
  TOP,
  WRAPPED,
} from "./list-sheet.ts";
import { type WorkbookOptions, writeListWorkbook } from "./list-workbook.ts";

type Entry = Extract<RegisterLine, { entry: unknown }>["entry"];
type Column = SheetColumn<RegisterLine>;

/** A column that numbers passed over leave empty. */
const ofEntry = (
  heading: string,
  width: number,
  style: Column["style"],
  value: (entry: Entry, zone: Parameters<Column["value"]>[1]) => ReturnType<Column["value"]>,
): Column => ({
  heading,
  width,
  style,
  value: (line, zone) => ("entry" in line ? value(line.entry, zone) : null),
});

function sheetOf(register: RegisterId, year: number): ListSheet<RegisterLine> {
  const name = REGISTER_WORDS[register];
  const words = BOOK_WORDS[register];
  const comesIn = register === "incoming";
  return {
    name,
    title: `BUKU ${name.toUpperCase()} TAHUN ${year}`,
    columns: [
      {
        heading: words.number,
        width: comesIn ? 14 : 32,
        style: TOP,
        value: (line) => text("entry" in line ? line.entry.number : gapNumbers(line.gap)),
      },
      ofEntry(words.day, 14, DAY, ({ date }) => day(date)),
      ...(comesIn
        ? [ofEntry("Nomor dan tanggal surat", 32, WRAPPED, (entry) => text(entry.reference))]
        : []),
      ofEntry(words.party, 32, WRAPPED, ({ party }) => text(party)),
      ofEntry(words.subject, 52, WRAPPED, ({ subject }) => text(subject)),
      {
        heading: "Keterangan",
        width: 40,
        style: WRAPPED,
        value: (line) => text("entry" in line ? remarkOf(line.entry) : gapWords(line.gap)),
      },
      ofEntry("Permohonan", 14, TOP, ({ request }) => request?.number ?? null),
      ofEntry("Dicatat", 19, MOMENT, ({ at }, zone) => wallClock(at, zone)),
      ofEntry("Oleh", 24, TOP, ({ by }) => text(by.name)),
    ],
    look: (written, line) => {
      if ("gap" in line) written.font = { italic: true, color: { argb: "FF666666" } };
      else if (line.entry.voided !== "") written.font = { strike: true };
    },
  };
}

/** One year of a register as a workbook; what was voided is struck through, gaps stand in place. */
export const writeRegisterWorkbook = (
  path: string,
  lines: Iterable<RegisterLine>,
  { register, year, ...options }: WorkbookOptions & { register: RegisterId; year: number },
) => writeListWorkbook(path, sheetOf(register, year), lines, options);
