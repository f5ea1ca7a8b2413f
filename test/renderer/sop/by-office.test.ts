import { describe, expect, it } from "vitest";
import { byOffice } from "../../../renderer/pages/sop/by-office.ts";

describe("SOPs by office", () => {
  it("puts offices and their SOPs in the order of the alphabet", () => {
    const sop = (office: string, name: string) => ({ office, name });
    const groups = byOffice([
      sop("B", "Z"),
      sop("A", "Data 10"),
      sop("B", "C"),
      sop("A", "Data 2"),
    ]);
    expect(groups.map(({ office, items }) => [office, items.map((one) => one.name)])).toEqual([
      ["A", ["Data 2", "Data 10"]],
      ["B", ["C", "Z"]],
    ]);
  });
});
