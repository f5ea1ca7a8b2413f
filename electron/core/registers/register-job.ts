import type { Content, TableCell } from "pdfmake/interfaces.js";
import { REGISTER_WORDS, type RegisterId } from "#shared/letter/register.ts";
import type { Office } from "#shared/office.ts";
import { BOOK_WORDS } from "#shared/register/words.ts";
import type { Paper } from "#shared/request/model.ts";
import { longDay, shortDay } from "#shared/time/format.ts";
import { longTable, lyingPage } from "../documents/long-table.ts";
import { NOTHING } from "../documents/parts.ts";
import type { Press } from "../documents/press.ts";
import type { PrintJob } from "../documents/printer.ts";
import { gapNumbers, gapWords, type RegisterLine, remarkOf } from "./register-lines.ts";

export type RegisterPaper = {
  register: RegisterId;
  year: number;
  office: Office | null;
  paper: Paper;
  today: string;
};

/** One year of a register as it is printed, with the numbers passed over in their places. */
export function registerJob(lines: readonly RegisterLine[], options: RegisterPaper): PrintJob {
  const { register, year, office, paper, today } = options;
  const title = `BUKU ${REGISTER_WORDS[register].toUpperCase()} TAHUN ${year}`;
  const unit = office === null ? "" : `${office.name}, ${office.government}`;
  return {
    title,
    author: office?.name ?? "",
    date: today,
    logo: "",
    mark: "",
    sections: [
      {
        page: lyingPage(paper),
        foot: { text: `${title}, keadaan ${longDay(today)}`, firstPage: true },
        content: (press) => [
          { text: title, bold: true, fontSize: 13, alignment: "center" },
          unit === ""
            ? NOTHING
            : { text: press.typeset(unit), alignment: "center", margin: [0, 0, 0, 10] },
          lines.length === 0
            ? { text: "Belum ada nomor di tahun ini.", margin: [0, 10, 0, 0] }
            : book(press, register, lines),
        ],
      },
    ],
  };
}

type Column = { heading: string; share: number; text(entry: Entry): string };
type Entry = Extract<RegisterLine, { entry: unknown }>["entry"];

function columnsOf(register: RegisterId): Column[] {
  const words = BOOK_WORDS[register];
  const comesIn = register === "incoming";
  const reference: Column = {
    heading: "Nomor dan tanggal surat",
    share: 18,
    text: (one) => one.reference,
  };
  return [
    { heading: words.number, share: comesIn ? 8 : 21, text: ({ number }) => number },
    { heading: words.day, share: 9, text: ({ date }) => shortDay(date) },
    ...(comesIn ? [reference] : []),
    { heading: words.party, share: 20, text: ({ party }) => party },
    { heading: words.subject, share: 30, text: ({ subject }) => subject },
    { heading: REMARK, share: 20, text: remarkOf },
  ];
}

const REMARK = "Keterangan";

function book(press: Press, register: RegisterId, lines: readonly RegisterLine[]): Content {
  const columns = columnsOf(register);
  return longTable(press, columns, lines, (line, widths) => cellsOf(press, columns, widths, line));
}

function cellsOf(
  { typeset }: Press,
  columns: readonly Column[],
  widths: readonly number[],
  line: RegisterLine,
): TableCell[] {
  if ("gap" in line) {
    const { gap } = line;
    return [
      { text: gapNumbers(gap), color: PALE },
      { text: typeset(gapWords(gap)), color: PALE, colSpan: columns.length - 1 },
      ...columns.slice(2).map(() => ({})),
    ];
  }
  const { entry } = line;
  return columns.map(({ heading, text }, at) => ({
    text: typeset(text(entry), widths[at]),
    // The reason itself is to be read.
    ...(entry.voided !== "" && heading !== REMARK ? { decoration: "lineThrough" } : {}),
  }));
}

const PALE = "#555555";
