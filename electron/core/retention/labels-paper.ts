import type { Content, TableCell } from "pdfmake/interfaces.js";
import type { Params } from "#shared/contract.ts";
import type { Office } from "#shared/office.ts";
import { FATE_WORDS, FATES } from "#shared/retention/rules.ts";
import type { Archive } from "../archive/archive.ts";
import { mm, type Page, PAPER_SIZES } from "../documents/page.ts";
import type { Press } from "../documents/press.ts";
import type { PrintJob } from "../documents/printer.ts";

type Order = Params<"retention.labels">;

/** Labels of one printing; more are printed box by box. */
export const MAX_LABELS = 1000;

export type Label = {
  rack: string;
  box: string;
  /** Empty on the label of a box. */
  folder: string;
  count: number;
  /** Numbers of the first and the last request in it. */
  from: string;
  to: string;
  codes: string[];
  years: number[];
  fates: string[];
};

type Row = {
  rack: string;
  box: string;
  folder: string;
  count: number;
  first: string;
  last: string;
  codes: string;
  years: string;
  fates: string;
};

/** One label a box, or a folder, of those that something was said to lie in. */
export function labelsOf(archive: Archive, { kind, rack, box }: Order): Label[] {
  const folder = kind === "folder";
  const rows = archive.db
    .prepare(
      `SELECT rack, box, ${folder ? "folder" : "'' AS folder"}, count(*) AS count,
         min(request.number) AS first, max(request.number) AS last,
         json_group_array(DISTINCT retention_row.code) AS codes,
         json_group_array(DISTINCT year) AS years,
         json_group_array(DISTINCT fate) AS fates
       FROM retention_row JOIN request ON request.id = retention_row.request
       WHERE ${folder ? "folder" : "box"} <> '' AND destroyed = ''
         AND (@rack = '' OR rack = @rack COLLATE NOCASE)
         AND (@box = '' OR box = @box COLLATE NOCASE)
       GROUP BY rack, box ${folder ? ", folder" : ""} LIMIT ${MAX_LABELS + 1}`,
    )
    .all({ rack, box }) as Row[];
  return rows
    .map((row) => ({
      rack: row.rack,
      box: row.box,
      folder: row.folder,
      count: row.count,
      from: row.first,
      to: row.last,
      codes: listed<string>(row.codes)
        .filter((code) => code !== "")
        .sort(),
      years: listed<number>(row.years).sort((a, b) => a - b),
      fates: FATES.filter((fate) => listed<string>(row.fates).includes(fate)).map(
        (fate) => FATE_WORDS[fate],
      ),
    }))
    .sort(
      (a, b) =>
        inOrder.compare(a.rack, b.rack) ||
        inOrder.compare(a.box, b.box) ||
        inOrder.compare(a.folder, b.folder),
    );
}

const inOrder = new Intl.Collator("id", { numeric: true });

const listed = <T>(json: string): T[] =>
  (JSON.parse(json) as (T | null)[]).filter((one): one is T => one !== null);

/** Millimetres, as sheets of labels are cut: 2 x 7 of 99.1 x 38.1, 3 x 8 of 70 x 36. */
const SHEETS = {
  "2x7": {
    ...{ columns: 2, rows: 7, width: 99.1, height: 38.1, left: 4.65, top: 15.15, between: 2.5 },
    ...{ small: 9.5, big: 22 },
  },
  "3x8": {
    ...{ columns: 3, rows: 8, width: 70, height: 36, left: 0, top: 4.5, between: 0 },
    ...{ small: 8.5, big: 17 },
  },
} as const;
/** Nothing is printed nearer to a label's edge, since cutters and printers are off by as much. */
const INSET = 4.5;

export function labelsJob(
  labels: readonly Label[],
  order: Order,
  { office, today }: { office: Office | null; today: string },
): PrintJob {
  const sheet = SHEETS[order.layout];
  const perSheet = sheet.columns * sheet.rows;
  const places: (Label | null)[] = [
    ...Array.from({ length: Math.min(order.skip, perSheet - 1) }, () => null),
    ...labels,
  ];
  const title = order.kind === "box" ? "Label boks arsip" : "Label folder arsip";
  const { width, height } = PAPER_SIZES.A4;
  const page: Page = { width, height, margins: [0, 0, 0, 0], measure: width };
  const unit = office?.name ?? "";
  return {
    title,
    author: unit,
    date: today,
    logo: "",
    mark: "",
    sections: [
      {
        page,
        foot: { text: "", firstPage: false },
        content: (press) =>
          Array.from({ length: Math.ceil(places.length / perSheet) }, (_, at) =>
            drawSheet(press, places.slice(at * perSheet, (at + 1) * perSheet), order, unit, at > 0),
          ),
      },
    ],
  };
}

/** Every label stands where the sheet is cut, whatever its words. */
function drawSheet(
  press: Press,
  labels: readonly (Label | null)[],
  { layout, lines }: Order,
  unit: string,
  onNewPage: boolean,
): Content {
  const sheet = SHEETS[layout];
  const drawn = labels.flatMap((label, index): Content[] => {
    if (label === null) return [];
    const column = index % sheet.columns;
    const row = Math.floor(index / sheet.columns);
    const x = sheet.left + column * (sheet.width + sheet.between) + INSET;
    const y = sheet.top + row * sheet.height + INSET;
    const frame: Content = {
      absolutePosition: { x: mm(x - INSET), y: mm(y - INSET) },
      canvas: [
        {
          ...{ type: "rect", x: 0, y: 0, w: mm(sheet.width), h: mm(sheet.height) },
          ...{ lineWidth: 0.4, lineColor: "#999999" },
        },
      ],
    };
    return [
      ...(lines ? [frame] : []),
      {
        absolutePosition: { x: mm(x), y: mm(y) },
        ...drawLabel(press, label, mm(sheet.width - 2 * INSET), unit, sheet),
      },
    ];
  });
  return {
    stack: [{ text: " ", fontSize: 1 }, ...drawn],
    ...(onNewPage && { pageBreak: "before" }),
  };
}

/** Pdfmake's types leave it out. */
const ONE_LINE = (size: number) => ({ maxHeight: size * 1.5 });

function drawLabel(
  { typeset, fonts, look }: Press,
  label: Label,
  width: number,
  unit: string,
  { small, big }: { small: number; big: number },
): { table: { widths: number[]; body: TableCell[][] }; layout: object; lineHeight: number } {
  const { rack, box, folder } = label;
  const place = [
    rack === "" ? "" : `Rak ${rack}`,
    box === "" ? "" : `Boks ${box}`,
    folder === "" ? "" : `Folder ${folder}`,
  ]
    .filter((part) => part !== "")
    .join("  ");
  // The place is read from afar: as large as the label allows.
  const fits = (size: number): boolean => fonts.widthOf(place, size, true, look.face) <= width;
  const size = [big, 17, 15, 13, 11, 9].find((one) => one <= big && fits(one)) ?? 8;
  const line = (text: string): TableCell[] => [
    { text: typeset(clipped(text, width)), fontSize: small, ...ONE_LINE(small) },
  ];
  const clipped = (text: string, room: number): string => {
    if (fonts.widthOf(text, small, false, look.face) <= room) return text;
    const letters = [...text];
    while (
      letters.length > 1 &&
      fonts.widthOf(`${letters.join("")}…`, small, false, look.face) > room
    ) {
      letters.pop();
    }
    return `${letters.join("")}…`;
  };
  const numbers = label.from === label.to ? label.from : `${label.from} sampai ${label.to}`;
  const years = [...new Set([label.years[0], label.years.at(-1)])].filter(
    (year) => year !== undefined,
  );
  return {
    lineHeight: 1.05,
    layout: {
      hLineWidth: () => 0,
      vLineWidth: () => 0,
      paddingLeft: () => 0,
      paddingRight: () => 0,
      paddingTop: () => 0,
      paddingBottom: () => 1.2,
    },
    table: {
      widths: [width],
      body: [
        line(unit),
        [{ text: typeset(clipped(place, width * 1.8)), bold: true, fontSize: size }],
        line(`Nomor ${numbers} (${label.count} berkas)`),
        line(`Klasifikasi ${label.codes.join(", ") || "belum diisi"}`),
        line(
          [
            years.length === 0 ? "masih berjalan" : `Tahun ${years.join("–")}`,
            label.fates.join(", "),
          ]
            .filter((part) => part !== "")
            .join(" · "),
        ),
      ],
    },
  };
}
