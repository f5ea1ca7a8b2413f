import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { checkDefinition } from "#shared/sop/check.ts";
import { type Definition, definitionSchema, OUTCOMES, STEP_KINDS } from "#shared/sop/definition.ts";
import { RESOURCES } from "../../../../support/magetan.ts";

/** Every shipped SOP. */
export const shipped = (): Definition[] =>
  readdirSync(`${RESOURCES}/sop`).map((file) => {
    const { definition } = checkDefinition(
      JSON.parse(readFileSync(`${RESOURCES}/sop/${file}`, "utf8")),
    );
    if (definition === null) throw new Error(`${file} is broken`);
    return definition;
  });

const character = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(..."abcdeXYZ 12") },
  fc.constantFrom(..."&<>\"'\\/]]>é—“”🦜😀\uFFFE\u00AD\u200B\uFEFF{}"),
);
const words = (max: number) => fc.string({ unit: character, minLength: 1, maxLength: max });
/** What `line` accepts: filled, without control characters. */
const line = (max = 40) => words(max).filter((text) => text.trim() !== "");
const block = fc.string({
  unit: fc.oneof(character, fc.constantFrom("\n", "\t")),
  maxLength: 80,
});

/** Any definition of the schema, whether or not it makes sense as an SOP. */
export const anyDefinition: fc.Arbitrary<Definition> = fc
  .array(line(), { minLength: 2, maxLength: 9 })
  .chain((lanes) =>
    fc.record({
      id: fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/),
      version: fc.integer({ min: 1, max: 9 }),
      name: line(),
      number: line(),
      office: line(),
      unit: line(),
      section: fc.option(line(), { nil: undefined }),
      created: fc.constantFrom(null, "2024-02-29"),
      revised: fc.constantFrom(null, "2024-02", "2024-02-29"),
      lanes: fc.constant(lanes),
      requesterLane: fc.option(line(), { nil: null }),
      recurrence: fc.constantFrom(null, "monthly" as const, "yearly" as const),
      identity: fc.option(
        fc.record({ approvedBy: words(9), legalBasis: fc.array(line(), { maxLength: 3 }) }),
        { nil: undefined },
      ),
      headings: fc.option(fc.record({ quality: fc.option(line(), { nil: null }) }), {
        nil: undefined,
      }),
      remarks: block,
      steps: fc
        .array(stepOf(lanes), { minLength: 3, maxLength: 60, size: "max" })
        .map((steps) => steps.map((step, index) => ({ ...step, no: index + 1 }))),
    }),
  )
  .map((data) => definitionSchema.parse(JSON.parse(JSON.stringify(data))));

function stepOf(lanes: string[]) {
  const lane = fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...lanes) }, line());
  return fc.record({
    gist: line(200),
    kind: fc.constantFrom(...STEP_KINDS),
    lane,
    also: fc.array(lane, { maxLength: 2 }),
    requirements: fc.array(line(), { maxLength: 2 }),
    time: fc.option(line(), { nil: null }),
    outputs: fc.array(line(), { maxLength: 2 }),
    note: fc.option(line(), { nil: null }),
    inferred: fc.subarray(["lane", "next", "also"] as const),
    next: fc.array(
      fc.record(
        {
          when: line(60),
          to: fc.oneof(
            { weight: 4, arbitrary: fc.integer({ min: 1, max: 15 }) },
            fc.integer({ min: 1, max: 70 }),
            fc.constantFrom(...OUTCOMES.map((one) => `end:${one}`)),
          ),
        },
        { requiredKeys: ["to"] },
      ),
      { maxLength: 4 },
    ),
  });
}
