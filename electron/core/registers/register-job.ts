import type { Content, TableCell } from "pdfmake/interfaces.js";
import { REGISTER_WORDS, type RegisterId } from "#shared/letter/register.ts";
import type { Office } from "#shared/office.ts";
import { BOOK_WORDS } from "#shared/register/words.ts";
import type { Paper } from "#shared/request/model.ts";
import { longDay, shortDay } from "#shared/time/format.ts";
import { mm, type Page, PAPER_SIZES } from "../documents/page.ts";
import { GRID, NOTHING } from "../documents/parts.ts";
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

const MARGIN = 15;
const SIZE = 9;

/** The page lies on its side: a line of the book is long. */
function lyingPage(paper: Paper): Page {
  const { width: height, height: width } = PAPER_SIZES[paper];
  const side = mm(MARGIN);
  return { width, height, margins: [side, side, side, mm(18)], measure: width - 2 * side };
}

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
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const free = press.page.measure - columns.length * 8.6 - 0.6;
  const widths = columns.map(({ share }) => (share / shares) * free);
  return {
    fontSize: SIZE,
    layout: { ...GRID, fillColor: (row) => (row === 0 ? "#eeeeee" : null) },
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths,
      body: [
        columns.map(({ heading }) => ({ text: heading, bold: true, alignment: "center" })),
        ...lines.map((line) => cellsOf(press, columns, widths, line)),
      ],
    },
  };
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
