import { expect, it } from "vitest";
import { blankRow, pasteRows } from "../../../renderer/pages/intake/item-rows.ts";

const three = () => [blankRow(), blankRow(), blankRow()];

it("leaves a plain word to the field it is pasted into", () => {
  expect(pasteRows(three(), 0, 0, "Produksi padi")).toBeNull();
});

it("fills rows and columns from the cell on, and adds rows that are missing", () => {
  const pasted = "Produksi padi\t2021–2025\tton\r\nLuas panen\t2025\thektare\r\n";
  const rows = pasteRows(three(), 2, 0, pasted);
  expect(rows).toHaveLength(4);
  expect(rows?.[2]).toEqual({
    name: "Produksi padi",
    period: "2021–2025",
    unit: "ton",
    format: "",
  });
  expect(rows?.[3]?.unit).toBe("hektare");
});

it("leaves out a first line that only repeats the headings", () => {
  const rows = pasteRows(three(), 0, 0, "Nama data\tPeriode\nPadi\t2025");
  expect(rows?.map((row) => row.name)).toEqual(["Padi", "", ""]);
});

it("reads quoted cells with line breaks and quotes, and drops what stands beyond the last column", () => {
  const rows = pasteRows(three(), 0, 2, '"ton\nper ""hektare"""\tExcel\tlebih');
  expect(rows?.[0]).toEqual({ name: "", period: "", unit: 'ton per "hektare"', format: "Excel" });
});

it("keeps empty cells in their place", () => {
  const rows = pasteRows(three(), 0, 0, "Padi\t\tton\n\t2025");
  expect(rows?.[0]).toMatchObject({ name: "Padi", period: "", unit: "ton" });
  expect(rows?.[1]).toMatchObject({ name: "", period: "2025" });
});
