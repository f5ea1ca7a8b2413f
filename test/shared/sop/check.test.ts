import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkDefinition } from "#shared/sop/check.ts";
import type { Draft } from "#shared/sop/draft.ts";
import type { Definition } from "#shared/sop/definition.ts";

const magetan = JSON.parse(
  readFileSync("resources/sop/magetan-permintaan-data.json", "utf8"),
) as Definition;

const broken = (change: (definition: Definition) => void) => {
  const copy = structuredClone(magetan);
  change(copy);
  return checkDefinition(copy);
};
/** Takes away where a way leads, as a draft may have it. */
const open = (branch: unknown): void => void Object.assign(branch as object, { to: null });
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
    ["an empty activity", (d) => void (d.steps[1]!.gist = "  "), "gist_missing:2"],
    ["a row without a lane", (d) => void (d.steps[1]!.lane = ""), "lane_unknown:2"],
    ["a number that is not written yet", (d) => void (d.number = ""), "field_missing:-"],
    [
      "a name that is not there",
      (d) => void delete (d as Partial<Definition>).name,
      "field_missing:-",
    ],
    ["a way that leads nowhere yet", (d) => open(d.steps[3]!.next[1]), "branch_open:4"],
    [
      "a way whose words are empty",
      (d) => void (d.steps[3]!.next[0]!.when = ""),
      "branch_unnamed:4",
    ],
    ["a name of two lanes", (d) => void d.lanes.push(d.lanes[1]!), "name_twice:-"],
    ["a text past its length", (d) => void (d.steps[1]!.gist = "a".repeat(401)), "too_long:2"],
  ])("refuses %s", (_, change, expected) => {
    const checked = broken(change);
    expect(checked.definition).toBeNull();
    expect(codes(checked)).toContain(expected);
  });

  it.each<[string, (definition: Definition) => void, string]>([
    ["a decision with one way out", (d) => void d.steps[3]!.next.pop(), "decision_one_way:4"],
    ["a row that nothing leads to", (d) => void d.steps[3]!.next.pop(), "unreachable:5"],
    ["a lane that nobody uses", (d) => void d.lanes.push("Camat"), "lane_empty:-"],
    ["a time that is not understood", (d) => void (d.steps[2]!.time = "2 x 1"), "time_unknown:3"],
    [
      "an activity that names its subject",
      (d) => void (d.steps[2]!.gist = "Staf memeriksa permohonan"),
      "names_subject:3",
    ],
    [
      "an activity that names its lane",
      (d) => void (d.steps[2]!.gist = `${d.lanes[1]} memeriksa`),
      "names_subject:3",
    ],
  ])("only advises about %s", (_, change, expected) => {
    const checked = broken(change);
    expect(checked.definition).not.toBeNull();
    expect(codes(checked)).toContain(expected);
  });

  it("says what stands there, so that a person finds it", () => {
    const details = (change: (definition: Definition) => void) =>
      broken(change).findings.filter(({ code }) => code !== "inferred");
    const at = (code: string, level: string, step: number | null, detail: string) => [
      { code, level, step, detail },
    ];
    expect(details((d) => void (d.number = " "))).toEqual(
      at("field_missing", "error", null, "number"),
    );
    expect(details((d) => open(d.steps[3]!.next[1]))).toEqual(
      at("branch_open", "error", 4, "Tidak"),
    );
    expect(details((d) => open(d.steps[2]!.next[0]))).toEqual(at("branch_open", "error", 3, ""));
    expect(details((d) => void d.lanes.push("Pemohon Data"))).toEqual(
      at("name_twice", "error", null, "Pemohon Data"),
    );
    expect(details((d) => void (d.steps[2]!.time = "1 hari 2 jam"))).toEqual(
      at("time_unknown", "advice", 3, "1 hari 2 jam"),
    );
    expect(details((d) => void (d.steps[2]!.gist = "Pemohon Data menunggu"))).toEqual(
      at("names_subject", "advice", 3, "Pemohon Data"),
    );
  });

  it("takes words without a figure as no deadline, which is no finding", () => {
    const checked = broken((d) => void (d.steps[2]!.time = "Pada hari dan jam kerja"));
    expect(codes(checked)).toEqual(["inferred:6"]);
  });

  it.each([null, 42, "SOP", [], {}, { steps: 7 }])("refuses %j with findings", (data) => {
    const checked = checkDefinition(data);
    expect(checked.definition).toBeNull();
    expect(checked.findings.length).toBeGreaterThan(0);
  });

  it("tells what else is wrong while a row is not filled in yet", () => {
    const draft: Draft = structuredClone(magetan);
    draft.steps[1]!.gist = "";
    draft.lanes.push("Arsiparis");
    draft.steps[6]!.time = "3 x seminggu";
    const found = checkDefinition(draft).findings.map(({ code, step }) => `${code}:${step ?? "-"}`);
    expect(found).toEqual(["gist_missing:2", "inferred:6", "time_unknown:7", "lane_empty:-"]);
    draft.steps[3]!.next[1]!.to = null;
    const open = checkDefinition(draft).findings.map(({ code }) => code);
    // Where the way will lead is not known, so nothing is said to be out of reach.
    expect(open).toContain("branch_open");
    expect(open).not.toContain("unreachable");
    expect(open).not.toContain("decision_one_way");
  });
});
