import type { Content } from "pdfmake/interfaces.js";
import type { Definition } from "#shared/sop/definition.ts";
import { TABLE_SIZE } from "./page.ts";
import { GRID } from "./parts.ts";
import type { Press } from "./press.ts";

/** What some offices bind behind a sheet: lembar kerja identifikasi, standar pelayanan minimal. */
export function annexPages(sop: Definition): ((press: Press) => Content[])[] {
  const { worksheet: sheet, serviceComponents: components } = sop;
  return [
    ...(sheet === undefined ? [] : [(press: Press) => worksheet(press, sop, sheet)]),
    ...(components === undefined
      ? []
      : [(press: Press) => serviceStandard(press, sop, components)]),
  ];
}

const title = ({ typeset }: Press, text: string): Content => ({
  text: typeset(text.toUpperCase()),
  bold: true,
  fontSize: 13,
  alignment: "center",
  margin: [0, 0, 0, 12],
});

function worksheet(
  press: Press,
  { name, identification }: Definition,
  sheet: NonNullable<Definition["worksheet"]>,
): Content[] {
  return [
    title(press, "Lembar kerja identifikasi kegiatan/aktivitas"),
    part(press, "A. Data kegiatan", [
      ["Judul SOP", name],
      ["Jenis kegiatan", sheet.kind],
      ["Penanggung jawab produk", sheet.product],
      ["Penanggung jawab kegiatan", sheet.responsible],
      ["Ruang lingkup", sheet.scope],
    ]),
    ...(identification === undefined
      ? []
      : [
          part(press, "B. Identifikasi kegiatan dan langkah", [
            ["Judul kegiatan", identification.title],
            ["Langkah awal", identification.first],
            ["Langkah utama", identification.main.join("\n")],
            ["Langkah akhir", identification.last],
          ]),
        ]),
  ];
}

function part(press: Press, heading: string, rows: [string, string][]): Content {
  const label = 150;
  return {
    margin: [0, 4, 0, 12],
    stack: [
      { text: heading, bold: true, margin: [0, 0, 0, 4] },
      {
        fontSize: TABLE_SIZE,
        layout: GRID,
        table: {
          widths: [label, press.page.measure - label - 2 * 8 - 3],
          body: rows.map(([name, value]) => [{ text: name }, { text: press.typeset(value) }]),
        },
      },
    ],
  };
}

function serviceStandard(
  press: Press,
  { name, unit, office }: Definition,
  components: NonNullable<Definition["serviceComponents"]>,
): Content[] {
  const [no, label] = [24, 150];
  const head = (text: string): Content => ({ text, bold: true, alignment: "center" });
  return [
    title(press, `Standar pelayanan minimal ${name}`),
    { text: press.typeset(`${unit} ${office}`), alignment: "center", margin: [0, -8, 0, 12] },
    {
      fontSize: TABLE_SIZE,
      layout: { ...GRID, fillColor: (row) => (row === 0 ? "#eeeeee" : null) },
      table: {
        headerRows: 1,
        dontBreakRows: true,
        widths: [no, label, press.page.measure - no - label - 3 * 8 - 4],
        body: [
          [head("No."), head("Komponen"), head("Uraian")],
          ...components.map((one, at) => [
            { text: `${at + 1}.` },
            { text: press.typeset(one.name) },
            { stack: one.items.map((item) => ({ text: press.typeset(item) })) },
          ]),
        ],
      },
    },
  ];
}
