import type { Content, TableCell } from "pdfmake/interfaces.js";
import { kopOf, signatureOf } from "#shared/letter/office.ts";
import type { Office } from "#shared/office.ts";
import type { RetentionFilter, RetentionRow } from "#shared/retention/contract.ts";
import { placeWords } from "#shared/retention/model.ts";
import { FATE_WORDS } from "#shared/retention/rules.ts";
import { LIST_TITLES } from "#shared/retention/words.ts";
import type { Paper } from "#shared/request/model.ts";
import { longDay, plainDay, shortDay } from "#shared/time/format.ts";
import { kop } from "../documents/kop.ts";
import { mm, type Page, PAPER_SIZES } from "../documents/page.ts";
import { GRID } from "../documents/parts.ts";
import type { Press } from "../documents/press.ts";
import type { PrintJob } from "../documents/printer.ts";
import { signing } from "../documents/signing.ts";

export type ListPaper = {
  filter: RetentionFilter;
  office: Office | null;
  paper: Paper;
  today: string;
  /** Whoever prints it signs at the left. */
  user: { name: string; post: string } | null;
};

const SIZE = 9;

/** The page lies on its side: a row is long. */
function lyingPage(paper: Paper): Page {
  const { width: height, height: width } = PAPER_SIZES[paper];
  const side = mm(15);
  return { width, height, margins: [side, side, side, mm(18)], measure: width - 2 * side };
}

/** A list of retention to sign: kop, what it is a list of, the rows, two signatures. */
export function listJob(
  rows: readonly RetentionRow[],
  options: ListPaper,
): (logo: string) => PrintJob {
  const { filter, office, paper, today, user } = options;
  const { title } = LIST_TITLES[filter.list];
  return (logo) => ({
    title,
    author: office?.name ?? "",
    date: today,
    logo,
    mark: "",
    sections: [
      {
        page: lyingPage(paper),
        foot: { text: `${title}, keadaan ${longDay(today)}`, firstPage: true },
        content: (press) => [
          ...(office === null ? [] : kop(press, { ...kopOf(office), logo })),
          { text: title, bold: true, fontSize: 13, alignment: "center", margin: [0, 12, 0, 2] },
          {
            text: press.typeset(about(options, rows.length)),
            alignment: "center",
            margin: [0, 0, 0, 10],
          },
          table(press, rows),
          signing(
            press,
            {
              type: "signing",
              paragraphs: [],
              initials: [],
              signers: [
                {
                  place: "",
                  post: `Yang membuat daftar,\n${user?.post ?? ""}`.trim(),
                  name: user?.name ?? "",
                  details: [],
                },
                ...(office === null
                  ? []
                  : [signatureOf(office.head, `${office.place}, ${plainDay(today)}`)]),
              ],
            },
            [],
            null,
          ),
        ],
      },
    ],
  });
}

function about({ filter, today }: ListPaper, count: number): string {
  const parts = [
    filter.year === 0 ? "" : `ditutup tahun ${filter.year}`,
    filter.code === "" ? "" : `klasifikasi ${filter.code}`,
    filter.rack === "" ? "" : `rak ${filter.rack}`,
    filter.box === "" ? "" : `boks ${filter.box}`,
    filter.folder === "" ? "" : `folder ${filter.folder}`,
    `${count} arsip`,
    `keadaan ${plainDay(today)}`,
  ];
  const text = parts.filter((part) => part !== "").join(", ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const COLUMNS: {
  heading: string;
  share: number;
  text: (row: RetentionRow, no: number) => string;
}[] = [
  { heading: "No", share: 4, text: (_, no) => String(no) },
  { heading: "Nomor permohonan", share: 11, text: ({ number }) => number },
  { heading: "Uraian", share: 30, text: ({ subject }) => subject },
  { heading: "Klasifikasi", share: 10, text: ({ code }) => code },
  { heading: "Ditutup", share: 10, text: ({ closed }) => dayOrNone(closed) },
  { heading: "Aktif sampai", share: 10, text: ({ activeEnd }) => dayOrNone(activeEnd) },
  { heading: "Inaktif sampai", share: 10, text: ({ inactiveEnd }) => dayOrNone(inactiveEnd) },
  {
    heading: "Menurut jadwal",
    share: 11,
    text: ({ fate }) => (fate === null ? "belum diatur" : FATE_WORDS[fate]),
  },
  { heading: "Tempat", share: 15, text: ({ place }) => placeWords(place) },
];

const dayOrNone = (day: string | null): string => (day === null ? "" : shortDay(day));

function table(press: Press, rows: readonly RetentionRow[]): Content {
  const shares = COLUMNS.reduce((sum, { share }) => sum + share, 0);
  const free = press.page.measure - COLUMNS.length * 8.6 - 0.6;
  const widths = COLUMNS.map(({ share }) => (share / shares) * free);
  return {
    fontSize: SIZE,
    layout: { ...GRID, fillColor: (row) => (row === 0 ? "#eeeeee" : null) },
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths,
      body: [
        COLUMNS.map(({ heading }) => ({ text: heading, bold: true, alignment: "center" as const })),
        ...rows.map((row, index) =>
          COLUMNS.map(({ text }, at): TableCell => ({
            text: press.typeset(text(row, index + 1), widths[at]),
          })),
        ),
      ],
    },
  };
}
