import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readBpmn } from "#core/sops/bpmn/read.ts";
import { writeBpmn } from "#core/sops/bpmn/write.ts";
import type { Draft } from "#shared/sop/draft.ts";
import { draftSchema } from "#shared/sop/draft.ts";
import { magetan } from "../../../../support/magetan.ts";
import { anyDefinition, shipped } from "./definitions.ts";

async function again(definition: Draft) {
  const read = await readBpmn(await writeBpmn(definition));
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
}

describe("an SOP through BPMN and back", () => {
  it.each(shipped().map((one) => [one.id, one] as const))(
    "keeps every fact of %s",
    async (_, one) => {
      expect(await again(one)).toEqual({ draft: one, notes: [] });
    },
  );

  it("keeps every fact of any definition that the schema accepts", async () => {
    await fc.assert(
      fc.asyncProperty(anyDefinition, async (definition) => {
        expect(await again(definition)).toEqual({ draft: definition, notes: [] });
      }),
      { numRuns: 60 },
    );
  });

  it("keeps a draft with nothing filled in and ways that lead nowhere", async () => {
    const draft = draftSchema.parse({
      id: "draf",
      name: "",
      number: " ",
      office: "",
      unit: "",
      lanes: ["", "A\nB"],
      steps: [
        {
          no: 1,
          gist: "",
          kind: "decision",
          lane: "C\t",
          next: [{ when: "", to: null }, { to: 2 }],
        },
        { no: 2, gist: "\r\n", kind: "end", lane: "", time: "", next: [{ to: "end:selesai" }] },
      ],
    });
    expect(await again(draft)).toEqual({ draft, notes: [] });
    const empty = draftSchema.parse({ ...draft, lanes: [], steps: [] });
    expect(await writeBpmn(empty)).toContain("<bpmn:participant");
  });

  it("takes over words, lanes and arrows that another tool changed", async () => {
    const [one] = shipped();
    if (one === undefined) throw new Error("no SOP is shipped");
    const xml = (await writeBpmn(one)).replace(
      /(<bpmn:task id="Step_1" name=")[^"]*/,
      "$1Menerima surat",
    );
    const read = await readBpmn(xml);
    const steps = one.steps.map((step) =>
      step.no === 1 ? { ...step, gist: "Menerima surat" } : step,
    );
    expect(read).toEqual({ ok: true, value: { draft: { ...one, steps }, notes: [] } });
  });

  it("keeps the Mutu Baku of the rows when another tool added one", async () => {
    const one = magetan();
    const xml = (await writeBpmn(one)).replace(
      "<bpmn:startEvent",
      '<bpmn:task id="Baru" name="Mencatat agenda" /><bpmn:sequenceFlow id="F" sourceRef="Step_1" targetRef="Baru" /><bpmn:startEvent',
    );
    const read = await readBpmn(xml);
    if (!read.ok) throw new Error(read.error.message);
    const { draft } = read.value;
    expect(draft).toMatchObject({ id: one.id, number: one.number, identity: one.identity });
    expect(draft.steps).toHaveLength(one.steps.length + 1);
    expect(draft.steps.map((step) => step.no)).toEqual(draft.steps.map((_, index) => index + 1));
    for (const step of one.steps) {
      const { time, outputs, requirements } = step;
      const found = draft.steps.find((other) => other.gist === step.gist);
      expect(found).toMatchObject({ time, outputs, requirements });
    }
  });
});
