import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkDefinition } from "#shared/sop/check.ts";
import type { Definition } from "#shared/sop/definition.ts";

const magetan = JSON.parse(
  readFileSync("resources/sop/magetan-permintaan-data.json", "utf8"),
) as Definition;

const broken = (change: (definition: Definition) => void) => {
  const copy = structuredClone(magetan);
  change(copy);
  return checkDefinition(copy);
};
const codes = (checked: ReturnType<typeof checkDefinition>) =>
  checked.findings.map((finding) => `${finding.code}:${finding.step ?? "-"}`);

describe("the check of an SOP definition", () => {
  it("accepts the shipped Magetan SOP and names what its paper does not state", () => {
    const checked = checkDefinition(magetan);
    expect(checked.definition).not.toBeNull();
    expect(codes(checked)).toEqual(["inferred:6"]);
  });

  it("keeps the facts of the paper", () => {
    const times = magetan.steps.map((step) => step.time);
    expect(magetan.number).toBe("500.14.4/1110/403.113/2024");
    expect(magetan.created).toBe("2024-11-08");
    expect(magetan.approved).toBe("2024-11-11");
    expect(times).toEqual([
      null,
      null,
      "1 Hari",
      "1 Hari",
      "1 Hari",
      "1 hari",
      "2 Hari",
      "3 Hari",
      "1 Hari",
      null,
    ]);
    expect(magetan.steps[3]?.next).toEqual([
      { when: "Ya", to: 7 },
      { when: "Tidak", to: 5 },
    ]);
  });

  it.each<[string, (definition: Definition) => void, string]>([
    ["a gap in the numbers", (d) => d.steps.splice(2, 1), "number_gap:4"],
    [
      "a start that is not the first row",
      (d) => void (d.steps[4]!.kind = "start"),
      "start_misplaced:5",
    ],
    ["a lane that is not there", (d) => void (d.steps[2]!.lane = "Camat"), "lane_unknown:3"],
    ["an unknown lane also involved", (d) => void d.steps[2]!.also.push("Camat"), "lane_unknown:3"],
    ["an unknown requester lane", (d) => void (d.requesterLane = "Camat"), "lane_unknown:-"],
    ["a step without a way on", (d) => void (d.steps[2]!.next = []), "branch_missing:3"],
    ["a way to nowhere", (d) => void (d.steps[2]!.next = [{ to: 99 }]), "branch_unknown:3"],
    [
      "a decision's way without words",
      (d) => void (d.steps[3]!.next = [{ to: 7 }, { when: "Tidak", to: 5 }]),
      "branch_unnamed:4",
    ],
    [
      "one word for two ways",
      (d) =>
        void (d.steps[3]!.next = [
          { when: "Ya", to: 7 },
          { when: "Ya", to: 5 },
        ]),
      "branch_twice:4",
    ],
    [
      "two ways from a step that decides nothing",
      (d) => void (d.steps[2]!.next = [{ to: 4 }, { to: 5 }]),
      "many_ways:3",
    ],
    [
      "no end",
      (d) => {
        d.steps[5]!.next = [{ to: 1 }];
        d.steps[9]!.next = [{ to: 1 }];
      },
      "no_end:-",
    ],
    [
      "a loop without a way out",
      (d) => {
        d.steps[8]!.next = [{ to: 7 }];
      },
      "never_ends:7",
    ],
    ["an unknown kind", (d) => void ((d.steps[1] as { kind: string }).kind = "sub"), "schema:2"],
    ["an empty activity", (d) => void (d.steps[1]!.gist = "  "), "schema:2"],
  ])("refuses %s", (_, change, expected) => {
    const checked = broken(change);
    expect(checked.definition).toBeNull();
    expect(codes(checked)).toContain(expected);
  });

  it.each<[string, (definition: Definition) => void, string]>([
    ["a decision with one way out", (d) => void d.steps[3]!.next.pop(), "decision_one_way:4"],
    ["a row that nothing leads to", (d) => void d.steps[3]!.next.pop(), "unreachable:5"],
    ["a lane that nobody uses", (d) => void d.lanes.push("Camat"), "lane_empty:-"],
  ])("only advises about %s", (_, change, expected) => {
    const checked = broken(change);
    expect(checked.definition).not.toBeNull();
    expect(codes(checked)).toContain(expected);
  });

  it.each([null, 42, "SOP", [], {}, { steps: 7 }])("refuses %j with findings", (data) => {
    const checked = checkDefinition(data);
    expect(checked.definition).toBeNull();
    expect(checked.findings.length).toBeGreaterThan(0);
  });
});
