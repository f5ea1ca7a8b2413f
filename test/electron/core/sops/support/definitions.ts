import fc from "fast-check";
import {
  type Definition,
  definitionSchema,
  OUTCOMES,
  RECURRENCES,
  STEP_KINDS,
} from "#shared/sop/definition.ts";

/** Texts that spreadsheets and XML like to change. */
const AWKWARD = [
  "=1+1",
  "+62 812",
  "-5",
  "@SUM(A1)",
  "007",
  "1-2",
  "01/02/2024",
  "2024-11-08",
  "TRUE",
  "1e5",
  "a; b, c",
  "_x0041_",
  "_x005F_x0041_",
  "<&>\"'",
  "🙂 emoji",
  "  tepi  ",
  "Selesai",
  "#REF!",
  "__proto__",
  "\u00a0a\u00a0",
  "\uFFFE",
  "’“”–",
];

export const lineOf = (max: number): fc.Arbitrary<string> =>
  fc
    .oneof(
      { weight: 3, arbitrary: fc.constantFrom(...AWKWARD) },
      { weight: 2, arbitrary: fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }) },
      { weight: 1, arbitrary: fc.string({ unit: "binary", minLength: 1, maxLength: 20 }) },
    )
    .map((text) =>
      text.replace(/[\u0000-\u001F\u007F-\u009F\u2028\u2029]|\p{Surrogate}/gu, "").slice(0, max),
    )
    .filter((text) => text.trim() !== "" && !/\p{Surrogate}/u.test(text));

const blockText = fc.oneof(fc.constant(""), lineOf(200), fc.constant(" satu\r\n\tdua\n\n"));
const list = (max: number) => fc.array(lineOf(max), { maxLength: 4 });
const day = fc
  .date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });

const branch = fc.record(
  {
    when: lineOf(60),
    to: fc.oneof(
      fc.integer({ min: 1, max: 9 }),
      fc.constantFrom(...OUTCOMES.map((outcome) => `end:${outcome}` as const)),
    ),
  },
  { requiredKeys: ["to"] },
);

const step = fc.record({
  no: fc.integer({ min: 1, max: 9 }),
  gist: lineOf(400),
  kind: fc.constantFrom(...STEP_KINDS),
  lane: lineOf(120),
  also: list(120),
  requirements: list(300),
  time: maybe(lineOf(120)),
  outputs: list(300),
  note: maybe(lineOf(400)),
  next: fc.array(branch, { maxLength: 12 }),
  inferred: fc.subarray(["lane", "next", "also"] as const),
});

/** Whatever the schema accepts, right or wrong as an SOP. */
export const anyDefinition: fc.Arbitrary<Definition> = fc
  .record(
    {
      id: fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/),
      version: fc.integer({ min: 1, max: 99 }),
      name: lineOf(200),
      number: lineOf(120),
      office: lineOf(120),
      unit: lineOf(160),
      section: lineOf(160),
      source: lineOf(160),
      created: maybe(day),
      revised: maybe(fc.oneof(day, fc.constant("2023-01"))),
      approved: maybe(day),
      effective: maybe(day),
      lanes: fc.array(lineOf(120), { minLength: 1, maxLength: 12 }),
      requesterLane: maybe(lineOf(120)),
      recurrence: maybe(fc.constantFrom(...RECURRENCES)),
      identity: fc.record({
        approvedBy: fc.oneof(fc.constant(""), lineOf(200)),
        legalBasis: list(400),
        qualifications: list(300),
        related: list(300),
        equipment: list(300),
        warnings: list(600),
        records: list(300),
      }),
      headings: fc.record(
        { activity: lineOf(60), quality: maybe(lineOf(60)), numbered: fc.boolean() },
        { requiredKeys: [] },
      ),
      worksheet: fc.record({
        kind: lineOf(120),
        product: lineOf(120),
        responsible: lineOf(200),
        scope: lineOf(200),
      }),
      serviceComponents: fc.array(fc.record({ name: lineOf(120), items: list(300) }), {
        maxLength: 3,
      }),
      remarks: blockText,
      steps: fc.array(step, { minLength: 1, maxLength: 8 }),
    },
    {
      requiredKeys: [
        "id",
        "version",
        "name",
        "number",
        "office",
        "unit",
        "created",
        "revised",
        "approved",
        "effective",
        "lanes",
        "requesterLane",
        "recurrence",
        "remarks",
        "steps",
      ],
    },
  )
  .filter((definition) => definitionSchema.safeParse(definition).success);
