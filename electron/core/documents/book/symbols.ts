import type { CanvasElement, Content } from "pdfmake/interfaces.js";
import { TABLE_SIZE } from "../page.ts";
import { GRID } from "../parts.ts";
import type { Press } from "../press.ts";

/**
 * The twelve symbols of the Way Kanan book; the sheets draw five of them, as PermenPAN-RB 35/2012
 * asks.
 */
type SymbolRow = { name: string; meaning: string; drawing: CanvasElement[] };

const W = 54;
const H = 28;
const line = { lineWidth: 1, lineColor: "#000000" } as const;
const outline = (...points: [number, number][]): CanvasElement => ({
  type: "polyline",
  closePath: true,
  points: points.map(([x, y]) => ({ x, y })),
  ...line,
});
const stroke = (x1: number, y1: number, x2: number, y2: number): CanvasElement => ({
  type: "line",
  x1,
  y1,
  x2,
  y2,
  ...line,
});
const box = (r = 0): CanvasElement => ({ type: "rect", x: 0, y: 0, w: W, h: H, r, ...line });

/** A line bent into a wave by short pieces, for the foot of a document. */
const wave: [number, number][] = Array.from({ length: 13 }, (_, at) => {
  const x = W - (W * at) / 12;
  return [x, H - 5 + 4 * Math.sin((at / 12) * 2 * Math.PI)];
});
/** The round right side of a display. */
const bow: [number, number][] = Array.from({ length: 9 }, (_, at) => {
  const turn = -Math.PI / 2 + (Math.PI * at) / 8;
  return [W - 12 + 12 * Math.cos(turn), H / 2 + (H / 2) * Math.sin(turn)];
});

const SYMBOLS: readonly SymbolRow[] = [
  {
    name: "Flow",
    meaning: "Menghubungkan satu simbol dengan simbol lain (garis penghubung).",
    drawing: [
      stroke(0, H / 2, W - 6, H / 2),
      {
        ...outline([W, H / 2], [W - 8, H / 2 - 4], [W - 8, H / 2 + 4]),
        color: "#000000",
      } as CanvasElement,
    ],
  },
  {
    name: "Input/output",
    meaning: "Masukan atau keluaran, apa pun peralatannya.",
    drawing: [outline([10, 0], [W, 0], [W - 10, H], [0, H])],
  },
  {
    name: "On-page reference",
    meaning: "Penyambung keluar atau masuk pada lembar kerja yang sama.",
    drawing: [{ type: "ellipse", x: W / 2, y: H / 2, r1: H / 2, r2: H / 2, ...line }],
  },
  {
    name: "Manual operation",
    meaning: "Proses yang tidak dilakukan dengan komputer.",
    drawing: [outline([0, 0], [W, 0], [W - 10, H], [10, H])],
  },
  {
    name: "Off-page reference",
    meaning: "Penyambung keluar atau masuk ke lembar kerja lain.",
    drawing: [outline([12, 0], [W - 12, 0], [W - 12, H - 10], [W / 2, H], [12, H - 10])],
  },
  {
    name: "Document",
    meaning: "Masukan berupa dokumen fisik, atau keluaran yang dicetak.",
    drawing: [outline([0, 0], [W, 0], ...wave)],
  },
  { name: "Terminator", meaning: "Awal atau akhir alur.", drawing: [box(H / 2)] },
  {
    name: "Predefined process",
    meaning: "Pelaksanaan suatu bagian atau prosedur lain.",
    drawing: [box(), stroke(7, 0, 7, H), stroke(W - 7, 0, W - 7, H)],
  },
  { name: "Process", meaning: "Proses atau kegiatan.", drawing: [box()] },
  {
    name: "Display",
    meaning: "Peralatan keluaran yang dipakai.",
    drawing: [outline([0, H / 2], [12, 0], ...bow, [12, H])],
  },
  {
    name: "Decision",
    meaning: "Keadaan yang menghasilkan dua kemungkinan jawaban: ya dan tidak.",
    drawing: [outline([W / 2, 0], [W, H / 2], [W / 2, H], [0, H / 2])],
  },
  {
    name: "Preparation",
    meaning: "Penyediaan tempat penyimpanan untuk memberi nilai awal.",
    drawing: [outline([10, 0], [W - 10, 0], [W, H / 2], [W - 10, H], [10, H], [0, H / 2])],
  },
];

export function symbolTable({ page }: Press): Content {
  const free = page.measure - W - 3 * 8 - 4;
  const head = (text: string): Content => ({ text, bold: true, alignment: "center" });
  return {
    fontSize: TABLE_SIZE,
    margin: [0, 4, 0, 10],
    layout: { ...GRID, fillColor: (row) => (row === 0 ? "#eeeeee" : null) },
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: [W + 4, free * 0.32, free * 0.68 - 4],
      body: [
        [head("Simbol"), head("Nama"), head("Makna")],
        ...SYMBOLS.map(({ name, meaning, drawing }) => [
          // Pdfmake moves what it is given to its place on the page.
          {
            canvas: structuredClone(drawing),
            margin: [2, 3, 0, 3] as [number, number, number, number],
          },
          { text: name, margin: [0, 8, 0, 0] as [number, number, number, number] },
          { text: meaning, margin: [0, 8, 0, 0] as [number, number, number, number] },
        ]),
      ],
    },
  };
}
