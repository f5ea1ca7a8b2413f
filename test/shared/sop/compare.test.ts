import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareDefinitions, isSame, rowState } from "#shared/sop/compare.ts";
import type { StepField } from "#shared/sop/compare-steps.ts";
import type { Definition, Step } from "#shared/sop/definition.ts";
import { magetan } from "../../support/magetan.ts";
import { shippedSops } from "../../support/sops.ts";

const anySop = fc.constantFrom(...shippedSops());
const anyRow = fc.record({ sop: anySop, at: fc.nat() }).map(({ sop, at }) => ({
  sop,
  at: at % sop.steps.length,
}));

/** One field of a row changed so that a person would see it. */
const CHANGES: Record<StepField, (step: Step) => Partial<Step>> = {
  gist: (step) => ({ gist: `${step.gist} segera` }),
  kind: (step) => ({ kind: step.kind === "process" ? "end" : "process" }),
  lane: (step) => ({ lane: `${step.lane} lain` }),
  also: (step) => ({ also: [...step.also, "Arsiparis"] }),
  requirements: (step) => ({ requirements: [...step.requirements, "Formulir"] }),
  time: (step) => ({ time: step.time === "9 Hari" ? null : "9 Hari" }),
  outputs: (step) => ({ outputs: [...step.outputs, "Laporan"] }),
  note: (step) => ({ note: step.note === "Baru" ? null : "Baru" }),
  next: (step) => ({ next: [...step.next, { when: "Tunda", to: "end:ditolak" }] }),
};
const anyFields = fc.uniqueArray(fc.constantFrom(...(Object.keys(CHANGES) as StepField[])), {
  minLength: 1,
});

const withRow = (sop: Definition, at: number, change: Partial<Step>): Definition => ({
  ...sop,
  steps: sop.steps.map((step, index) => (index === at ? { ...step, ...change } : step)),
});

/** The rows with numbers of their own again; targets that moved follow, removed ones end the run. */
function renumbered(sop: Definition, steps: readonly Step[]): Definition {
  const numbers = new Map(steps.map((step, index) => [step.no, index + 1]));
  return {
    ...sop,
    steps: steps.map((step, index) => ({
      ...step,
      no: index + 1,
      next: step.next.map((way) =>
        typeof way.to === "number" ? { ...way, to: numbers.get(way.to) ?? "end:selesai" } : way,
      ),
    })),
  };
}

const kinds = (before: Definition, after: Definition) =>
  compareDefinitions(before, after).rows.map(rowState);
const count = (states: readonly string[], state: string) =>
  states.filter((one) => one === state).length;

describe("two versions side by side", () => {
  it("finds nothing between a version and itself", () => {
    for (const sop of shippedSops()) {
      const comparison = compareDefinitions(sop, structuredClone(sop));
      expect(isSame(comparison), sop.id).toBe(true);
    }
  });

  it("names every changed field of a row, and no other", () => {
    fc.assert(
      fc.property(anyRow, anyFields, ({ sop, at }, fields) => {
        const step = sop.steps[at] as Step;
        const change = Object.assign({}, ...fields.map((field) => CHANGES[field](step))) as object;
        const { rows } = compareDefinitions(sop, withRow(sop, at, change));
        expect(rows.map(rowState)).toEqual(
          sop.steps.map((_, index) => (index === at ? "changed" : "same")),
        );
        expect(rows[at]?.changed.toSorted()).toEqual(fields.toSorted());
      }),
      { verbose: 1 },
    );
  });

  it("counts the rows that came and went", () => {
    fc.assert(
      fc.property(anySop, fc.array(fc.boolean()), fc.array(fc.nat()), (sop, kept, places) => {
        const steps = sop.steps.filter((_, index) => kept[index] ?? true);
        places.slice(0, 5).forEach((place, index) => {
          const words = ["aa", "bb", "cc", "dd", "ee"][index];
          const no = 1000 + index;
          const added = { ...(sop.steps[0] as Step), no, gist: `xx${words} yy${words}` };
          steps.splice(place % (steps.length + 1), 0, added);
        });
        const after = renumbered(sop, steps);
        const states = kinds(sop, after);
        expect(states.length - count(states, "removed")).toBe(after.steps.length);
        expect(states.length - count(states, "added")).toBe(sop.steps.length);
        expect(count(states, "added")).toBe(Math.min(places.length, 5));
      }),
      { verbose: 1 },
    );
  });

  it("lists every row of both versions once, the new ones in their order", () => {
    fc.assert(
      fc.property(anySop, anySop, (before, after) => {
        const { rows } = compareDefinitions(before, after);
        const numbers = (side: "before" | "after") =>
          rows.flatMap((row) => (row[side] === null ? [] : [row[side].no]));
        expect(numbers("after")).toEqual(after.steps.map((step) => step.no));
        expect(numbers("before").toSorted((a, b) => a - b)).toEqual(
          before.steps.map((step) => step.no),
        );
      }),
      { verbose: 1 },
    );
  });

  it("does not take a shifted number for a changed way", () => {
    const sop = magetan();
    const [first, ...rest] = sop.steps as [Step, ...Step[]];
    const added = { ...first, no: 99, gist: "Catat tamu di buku" };
    const states = kinds(sop, renumbered(sop, [first, added, ...rest]));
    expect(states).toEqual(["same", "added", ...rest.map(() => "same")]);
  });

  it("marks the one row that moved, not those it passed", () => {
    const sop = magetan();
    const steps = [...sop.steps];
    steps.push(...steps.splice(1, 1));
    const states = kinds(sop, renumbered(sop, steps));
    expect(count(states, "moved")).toBe(1);
    expect(states.at(-1)).toBe("moved");
  });

  it("takes a new name in a lane's place for the lane renamed, and leaves its rows alone", () => {
    const sop = magetan();
    const [, second = ""] = sop.lanes;
    const name = (lane: string) => (lane === second ? "Walidata Kabupaten" : lane);
    const after: Definition = {
      ...sop,
      lanes: sop.lanes.map(name),
      steps: sop.steps.map((step) => ({
        ...step,
        lane: name(step.lane),
        also: step.also.map(name),
      })),
    };
    const { lanes, rows } = compareDefinitions(sop, after);
    expect(lanes).toEqual({
      added: [],
      removed: [],
      renamed: [{ before: second, after: "Walidata Kabupaten" }],
      reordered: false,
    });
    expect(rows.map(rowState)).toEqual(sop.steps.map(() => "same"));
  });

  it("names added, removed and reordered lanes", () => {
    const sop = magetan();
    const [first = "", second = ""] = sop.lanes;
    expect(compareDefinitions(sop, { ...sop, lanes: [second, first] }).lanes.reordered).toBe(true);
    const more = compareDefinitions(sop, { ...sop, lanes: [...sop.lanes, "Arsiparis"] });
    expect(more.lanes.added).toEqual(["Arsiparis"]);
    const less = compareDefinitions(sop, { ...sop, lanes: [first] });
    expect(less.lanes.removed).toEqual([second]);
  });

  it("names every fact beside the rows by its path, with what stood and stands there", () => {
    const sop = magetan();
    const after: Definition = {
      ...sop,
      number: "065/99/2027",
      recurrence: "yearly",
      remarks: "Uji",
      identity: {
        approvedBy: "Bupati",
        legalBasis: ["Undang-Undang 14 Tahun 2008"],
        qualifications: [],
        related: [],
        equipment: [],
        warnings: [],
        records: [],
      },
      worksheet: { kind: "Layanan", product: "Data", responsible: "Kepala Dinas", scope: "Dinas" },
    };
    const { facts } = compareDefinitions({ ...sop, identity: undefined, remarks: "" }, after);
    expect(facts).toContainEqual({ field: "number", before: [sop.number], after: ["065/99/2027"] });
    expect(facts).toContainEqual({ field: "recurrence", before: [], after: ["yearly"] });
    expect(facts.map((one) => one.field)).toEqual([
      "number",
      "recurrence",
      "identity.approvedBy",
      "identity.legalBasis",
      "worksheet.kind",
      "worksheet.product",
      "worksheet.responsible",
      "worksheet.scope",
      "remarks",
    ]);
  });
});
