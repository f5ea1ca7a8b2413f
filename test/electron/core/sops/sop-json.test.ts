import fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readSopJson, writeSopJson } from "#core/sops/json/json.ts";
import { draftSchema } from "#shared/sop/draft.ts";
import { type Definition, definitionSchema } from "#shared/sop/definition.ts";
import type { Imported } from "#shared/sop/import.ts";
import { anyDefinition } from "./support/definitions.ts";

const bare = readFileSync("resources/sop/magetan-permintaan-data.json", "utf8");
const sample: Definition = definitionSchema.parse(JSON.parse(bare));

function read(text: string): Imported {
  const result = readSopJson(text);
  if (!result.ok) throw new Error(result.error.code);
  expect(draftSchema.safeParse(result.value.draft).success).toBe(true);
  return result.value;
}
const envelope = (changes: object, sop: object = sample) =>
  JSON.stringify({ format: "lajur-sop", formatVersion: 1, sop, ...changes });
const codeOf = (text: string) => {
  const result = readSopJson(text);
  return result.ok ? "ok" : result.error.code;
};
const notesOf = ({ notes }: Imported) => notes.map(({ code, place }) => `${code} ${place}`);

describe("an SOP as JSON", () => {
  test("every definition that the schema accepts comes back as it was", () => {
    fc.assert(
      fc.property(anyDefinition, (definition) => {
        expect(read(writeSopJson(definition))).toEqual({ draft: definition, notes: [] });
      }),
    );
  });

  test("a bare definition is read as well", () => {
    expect(read(bare)).toEqual({ draft: sample, notes: [] });
  });

  test("what is not known is left out and named, at any level", () => {
    const steps = sample.steps.map((step, index) =>
      index === 1 ? { ...step, colour: "red" } : step,
    );
    const read1 = read(envelope({ by: "x" }, { ...sample, steps, future: { a: 1 } }));
    expect(read1.draft).toEqual(sample);
    expect(notesOf(read1).sort()).toEqual([
      "not_taken by",
      "not_taken future",
      "not_taken steps.1.colour",
    ]);
  });

  test("a newer file is reduced while its core can be read, else refused", () => {
    const newer = read(
      envelope({ formatVersion: 2 }, { ...sample, future: 1, recurrence: "weekly" }),
    );
    expect(newer.draft).toEqual({ ...sample, recurrence: null });
    expect(notesOf(newer)).toEqual(
      expect.arrayContaining(["newer_version future", "not_taken recurrence"]),
    );
    expect(codeOf(envelope({ formatVersion: 2, sop: { flow: [] } }))).toBe("sop_json_newer");
  });

  test("other files are refused", () => {
    expect(codeOf("")).toBe("sop_json_unreadable");
    expect(codeOf("{")).toBe("sop_json_unreadable");
    expect(codeOf("[]")).toBe("sop_json_unreadable");
    expect(codeOf("{}")).toBe("sop_json_unreadable");
    expect(codeOf(envelope({ format: "other" }))).toBe("sop_json_unreadable");
    expect(codeOf(envelope({ formatVersion: "1" }))).toBe("sop_json_unreadable");
    expect(codeOf(`"${"x".repeat(9_000_000)}"`)).toBe("sop_json_too_large");
    expect(
      codeOf(JSON.stringify({ lanes: [], steps: Array.from({ length: 401 }, () => ({})) })),
    ).toBe("sop_json_too_large");
    expect(codeOf("[".repeat(100_000))).toBe("sop_json_unreadable");
  });

  test("__proto__ keys do no harm and are not kept", () => {
    const text = envelope({})
      .replace('"version":1', '"version":1,"__proto__":{"name":"evil"}')
      .replace('"no":1', '"no":1,"__proto__":{"polluted":1}');
    expect(read(text).draft).toEqual(sample);
    expect(Object.hasOwn(read(text).draft, "__proto__")).toBe(false);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  test("wrong values are mended with a note", () => {
    const broken = read(
      JSON.stringify({
        id: "Tidak Boleh",
        name: "a\u0000b",
        lanes: ["A", 7, null],
        worksheet: { kind: "x" },
        steps: [7, { gist: "x".repeat(5000), time: 30, next: [{ to: "end:lain" }, 3], kind: "?" }],
      }),
    );
    expect(broken.draft).toMatchObject({ id: "ab", name: "ab", lanes: ["A", "7"] });
    expect(broken.draft.steps).toMatchObject([
      { no: 1, kind: "process", time: "30", next: [{ to: null }] },
    ]);
    expect(notesOf(broken)).toEqual(
      expect.arrayContaining([
        "text_cleaned name",
        "text_cut steps.0.gist",
        "kind_unknown steps.0.kind",
        "target_unknown steps.0.next.0.to",
      ]),
    );
  });

  test("any JSON is answered with a draft or a refusal", () => {
    fc.assert(
      fc.property(fc.json(), fc.json(), (lanes, steps) => {
        readSopJson(
          `{"lanes":[${lanes}],"steps":[${steps}],"identity":${lanes},"serviceStandard":${steps}}`,
        );
      }),
    );
  });

  test("millions of wrong values are answered in time", () => {
    const steps = Array.from({ length: 400 }, () => `{"next":[${"{},".repeat(5000)}{}]}`);
    const started = performance.now();
    read(`{"lanes":[${"0,".repeat(500_000)}0],"steps":[${steps.join(",")}]}`);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
