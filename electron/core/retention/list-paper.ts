import type { Content } from "pdfmake/interfaces.js";
import { kopOf, signatureOf } from "#shared/letter/office.ts";
import type { Office } from "#shared/office.ts";
import type { RetentionFilter, RetentionRow } from "#shared/retention/contract.ts";
import { placeWords } from "#shared/retention/model.ts";
import { FATE_WORDS } from "#shared/retention/rules.ts";
import { LIST_TITLES } from "#shared/retention/words.ts";
import type { Paper } from "#shared/request/model.ts";
import { longDay, plainDay, shortDay } from "#shared/time/format.ts";
import { kop } from "../documents/kop.ts";
import { longTable, lyingPage } from "../documents/long-table.ts";
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

const table = (press: Press, rows: readonly RetentionRow[]): Content =>
  longTable(press, COLUMNS, rows, (row, widths, index) =>
    COLUMNS.map(({ text }, at) => ({
      text: press.typeset(text(row, index + 1), widths[at]),
    })),
  );
