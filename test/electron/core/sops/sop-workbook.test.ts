import { readdirSync, readFileSync } from "node:fs";
import exceljs from "exceljs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readWorkbook } from "#core/sops/excel/read.ts";
import { sopWorkbook } from "#core/sops/excel/write.ts";
import { type Definition, definitionSchema } from "#shared/sop/definition.ts";
import type { Draft } from "#shared/sop/draft.ts";
import type { Imported } from "#shared/sop/import.ts";
import { anyDefinition } from "./support/definitions.ts";

const folder = "resources/sop";
const shipped: Definition[] = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .map((name) => definitionSchema.parse(JSON.parse(readFileSync(`${folder}/${name}`, "utf8"))));
const sample = shipped.find(({ id }) => id === "magetan-permintaan-data") as Definition;

async function read(bytes: Uint8Array): Promise<Imported> {
  const result = await readWorkbook(bytes);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

/** The workbook after somebody worked on it. */
async function edited(
  definition: Definition | Draft | null,
  edit: (workbook: exceljs.Workbook) => void,
): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load((await sopWorkbook(definition)).buffer as ArrayBuffer);
  edit(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const sheet = (workbook: exceljs.Workbook, name: string): exceljs.Worksheet => {
  const found = workbook.getWorksheet(name);
  if (found === undefined) throw new Error(name);
  return found;
};

describe("an SOP as a workbook and back", () => {
  test.each(shipped.map((sop) => [sop.id, sop] as const))(
    "%s comes back as it was",
    async (_, sop) => {
      expect(await read(await sopWorkbook(sop))).toEqual({ draft: sop, notes: [] });
    },
  );

  test("every definition that the schema accepts comes back as it was", async () => {
    await fc.assert(
      fc.asyncProperty(anyDefinition, async (definition) => {
        expect((await read(await sopWorkbook(definition))).draft).toEqual(definition);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  test.each(shipped.map((sop) => [sop.id, sop] as const))(
    "%s loses only what has no cell when its data sheet is taken out",
    async (_, sop) => {
      const bytes = await edited(sop, (workbook) => workbook.removeWorksheet("Data Lajur"));
      const { draft } = await read(bytes);
      const hidden = [
        "headings",
        "worksheet",
        "identification",
        "serviceStandard",
        "serviceComponents",
      ];
      const seen = Object.fromEntries(Object.entries(sop).filter(([key]) => !hidden.includes(key)));
      expect(draft).toEqual({
        ...seen,
        id: draft.id,
        version: 1,
        steps: sop.steps.map((step) => ({ ...step, inferred: [] })),
      });
    },
  );

  test("a draft with gaps comes back as it was", async () => {
    const draft: Draft = {
      ...sample,
      name: "",
      lanes: ["", "A"],
      steps: [
        { ...(sample.steps[0] as Draft["steps"][0]), gist: "", lane: "", next: [{ to: null }] },
        { ...(sample.steps[1] as Draft["steps"][0]), also: ["", "x\ny"], next: [] },
      ],
    };
    expect((await read(await sopWorkbook(draft))).draft).toEqual(draft);
  });

  test("a changed cell changes only its own fact", async () => {
    const bytes = await edited(sample, (workbook) => {
      sheet(workbook, "Langkah").getCell("G6").value = "2 hari";
    });
    const { draft, notes } = await read(bytes);
    expect(notes).toEqual([]);
    const steps = sample.steps.map((step) => (step.no === 3 ? { ...step, time: "2 hari" } : step));
    expect(draft).toEqual({ ...sample, steps });
  });

  test("texts are never formulas", async () => {
    const bytes = await sopWorkbook({ ...sample, name: "=1+1", unit: "@x", lanes: ["+1", "-2"] });
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
    workbook.eachSheet((one) =>
      one.eachRow((row) =>
        row.eachCell((cell) => expect(cell.type).not.toBe(exceljs.ValueType.Formula)),
      ),
    );
  });

  test("the empty template is an empty draft with drop-downs and thirty rows", async () => {
    const bytes = await sopWorkbook(null);
    expect(await read(bytes)).toMatchObject({
      draft: { steps: [], lanes: [], name: "" },
      notes: [],
    });
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
    const steps = sheet(workbook, "Langkah");
    expect(steps.getCell("A33").value).toBe(30);
    expect(steps.getCell("C33").dataValidation.formulae).toEqual([
      '"Mulai,Proses,Keputusan,Selesai"',
    ]);
    expect(steps.getCell("D33").dataValidation.formulae).toEqual(["Pelaksana!$B$4:$B$43"]);
    expect(steps.getCell("N33").dataValidation.showErrorMessage).not.toBe(true);
    expect(steps.views[0]).toMatchObject({ state: "frozen", ySplit: 3, xSplit: 2 });
  });

  test("a step with twelve ways gets a column for each", async () => {
    const next = Array.from({ length: 12 }, (_, index) => ({ when: `Cara ${index}`, to: 1 }));
    const steps = sample.steps.map((step) => (step.no === 4 ? { ...step, next } : step));
    const bytes = await edited({ ...sample, steps }, (workbook) => {
      sheet(workbook, "Langkah").getCell("AG7").value = "Cara lain";
      workbook.removeWorksheet("Data Lajur");
    });
    const { draft } = await read(bytes);
    expect(draft.steps[3]?.next).toEqual([...next.slice(0, 11), { when: "Cara lain", to: 1 }]);
  });

  test("an inserted row moves the targets that were written and keeps the rest", async () => {
    const bytes = await edited(sample, (workbook) => {
      const steps = sheet(workbook, "Langkah");
      steps.insertRow(6, ["2a", "Catat di buku agenda", "Proses", "Bagian Umum"]);
    });
    const { draft, notes } = await read(bytes);
    expect(draft.lanes).toEqual([...sample.lanes, "Bagian Umum"]);
    expect(draft.steps[2]).toMatchObject({ no: 3, lane: "Bagian Umum", next: [{ to: 4 }] });
    expect(draft.steps[1]?.next).toEqual([{ to: 4 }]);
    expect(draft.steps[4]?.next).toEqual([
      { when: "Ya", to: 8 },
      { when: "Tidak", to: 6 },
    ]);
    expect(draft.steps[5]?.inferred).toEqual(sample.steps[4]?.inferred);
    expect(notes.map(({ code }) => code).sort()).toEqual(["guessed", "lane_added", "not_taken"]);
  });
});
