import { describe, expect, it } from "vitest";
import { availableBranch, publishes } from "#shared/ckan/step.ts";
import { shippedSops } from "../../support/sops.ts";

/** Steps of all shipped SOPs for which something holds, as `sop step`. */
const stepsWhere = (holds: (sop: ReturnType<typeof shippedSops>[number], no: number) => boolean) =>
  shippedSops().flatMap((sop) =>
    sop.steps.filter(({ no }) => holds(sop, no)).map(({ no }) => `${sop.id} ${no}`),
  );

describe("steps of the fifteen SOPs", () => {
  it("publish where their text says so", () => {
    const found = stepsWhere((sop, no) => {
      const step = sop.steps[no - 1];
      return step !== undefined && publishes(step);
    });
    expect(found.sort()).toEqual([
      "banyuwangi-diseminasi-data 6",
      "way-kanan-a-pengumpulan-diseminasi 8",
      "way-kanan-b-distribusi-publikasi 9",
      "way-kanan-j-satu-data 6",
      "way-kanan-j-satu-data 9",
    ]);
  });

  it("close with data that is there already where they decide that", () => {
    const found = stepsWhere((sop, no) => availableBranch(sop, no) !== null);
    expect(found.sort()).toEqual([
      "banyuwangi-permintaan-data 3",
      "banyuwangi-permintaan-data 5",
      "ogan-ilir-pemanfaatan-data 1",
      "tanjab-barat-pemanfaatan-data 1",
      "way-kanan-h-permintaan-data 3",
      "way-kanan-h-permintaan-data 5",
    ]);
  });
});
