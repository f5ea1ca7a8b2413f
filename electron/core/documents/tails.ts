import type { Content } from "pdfmake/interfaces.js";
import type { Block } from "#shared/letter/types.ts";
import { dataTable } from "./data-table.ts";
import { textHeight } from "./heights.ts";
import { LINE } from "./parts.ts";
import type { Press } from "./press.ts";
import { fields, list, type Part, paragraph } from "./running.ts";

/** The end of a block, which can go to the next page with the signatures, and the rest of it. */
type Tail = { free: Content[]; held: Part };

/** Null for a block that nothing is to be taken from. */
export function tailOf(press: Press, block: Block): Tail | null {
  const { size, spacing, table } = press.look;
  const width = press.page.measure;
  switch (block.type) {
    case "paragraph":
      return { free: [], held: paragraph(press, block.text, block.indent) };
    case "lead":
      return { free: [], held: paragraph(press, block.text) };
    case "list": {
      const last = block.items.length - 1;
      const text = block.items[last] ?? "";
      const height = textHeight(press, text, { size, spacing, width: width * 0.9 }) + 10;
      return {
        free: [list(press, block, 0, last)],
        held: { content: list(press, block, last), height },
      };
    }
    case "fields": {
      const last = block.fields.slice(-1);
      const at = { size, width: width * 0.6, bold: true };
      return {
        free: [fields(press, block.fields.slice(0, -1), 0)],
        held: {
          content: fields(press, last),
          height: textHeight(press, last[0]?.value ?? "", at) + 40,
        },
      };
    }
    case "table": {
      const { columns, rows } = block;
      const row = rows.at(-1);
      if (row === undefined || rows.length < 2) return null;
      const narrow = { size: table, width: width / columns.length / 2 };
      return {
        free: [dataTable(press, columns, rows, "but last")],
        held: {
          // Over the line that the rows above end with.
          content: { ...dataTable(press, columns, rows, "last"), margin: [0, -LINE, 0, 10] },
          height: Math.max(...row.map((text) => textHeight(press, text, narrow))) + 20,
        },
      };
    }
    case "appendix":
    case "copies":
    case "disposition":
    case "opening":
    case "qr":
    case "signing":
    case "title":
      return null;
  }
}
