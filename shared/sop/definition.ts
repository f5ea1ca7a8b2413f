import { z } from "zod";
import { day, line, optionalBlock, optionalLine } from "#shared/text.ts";

/**
 * An SOP as data. The field names are those of the catalogue of the fifteen source SOPs, so a
 * definition can be held against its paper field by field.
 */

export const STEP_KINDS = ["start", "process", "decision", "end"] as const;

/** How a run may end; the part after `end:` in a branch's target. */
export const OUTCOMES = ["selesai", "ditolak", "tidak-tersedia", "unduh-langsung"] as const;

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

const endTarget = z.enum(OUTCOMES.map((outcome) => `end:${outcome}` as const));

/** Where a step leads: a step's number or an end. `when` holds a decision's words on the paper. */
export const branchSchema = z.strictObject({
  when: line(60).optional(),
  to: z.union([z.int().min(1), endTarget]),
});

export const stepSchema = z.strictObject({
  /** Row number on the sheet, 1 to n without gaps. */
  no: z.int().min(1),
  /** The activity (kegiatan) as an active verb, in the project's own words. */
  gist: line(400),
  kind: z.enum(STEP_KINDS),
  /** The lane (pelaksana) that does it. */
  lane: line(120),
  /** Lanes also involved. */
  also: z.array(line(120)).default([]),
  requirements: z.array(line(300)).default([]),
  /** Waktu as written on the paper; null where the paper leaves it empty. */
  time: line(120).nullable().default(null),
  outputs: z.array(line(300)).default([]),
  note: line(400).nullable().default(null),
  next: z.array(branchSchema).max(12),
  /** Fields that the paper does not state and that are a reading of it. */
  inferred: z.array(z.enum(["lane", "next", "also"])).default([]),
});

/** Paper gives a revision's day, or its month alone (Ogan Ilir: "Januari 2023"). */
const dayOrMonth = z.union([day, z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)], {
  error: "date_invalid",
});

/** How often in-house work comes back. */
export const RECURRENCES = ["monthly", "yearly"] as const;

/** The identity page after PermenPAN-RB 35/2012. */
export const identitySchema = z.strictObject({
  /** Post that approves; never a person's name. */
  approvedBy: optionalLine(),
  legalBasis: z.array(line(400)).default([]),
  qualifications: z.array(line(300)).default([]),
  related: z.array(line(300)).default([]),
  equipment: z.array(line(300)).default([]),
  warnings: z.array(line(600)).default([]),
  records: z.array(line(300)).default([]),
});

/**
 * Words of the flowchart's headings where the office's paper has its own; what is left out is as
 * in the norm.
 */
export const headingsSchema = z.strictObject({
  activity: line(60).optional(),
  lanes: line(60).optional(),
  /** Null where the paper has no Mutu Baku at all. */
  quality: line(60).nullable().optional(),
  requirements: line(60).optional(),
  time: line(60).optional(),
  outputs: line(60).optional(),
  note: line(60).optional(),
  /** A row of column numbers under the headings. */
  numbered: z.boolean().optional(),
});

/** "Lembar kerja identifikasi": what kind of work the SOP is for. */
export const worksheetSchema = z.strictObject({
  kind: line(120),
  product: line(120),
  responsible: line(200),
  scope: line(200),
});

/** First, main and last stages of the work, as the worksheet lists them. */
export const identificationSchema = z.strictObject({
  title: line(200),
  first: line(300),
  main: z.array(line(300)).min(1).max(20),
  last: line(300),
});

/** Facts of a "standar pelayanan minimal" that a program can read. */
export const serviceStandardSchema = z.strictObject({
  serviceHours: z.record(
    z.string(),
    z.union([
      z.strictObject({ open: clock, close: clock, break: z.tuple([clock, clock]) }),
      z.array(line(60)),
    ]),
  ),
  timezone: z.enum(["WIB", "WITA", "WIT"]),
  duration: line(200),
  fee: line(200).nullable(),
  staffing: z.record(z.string(), z.int().min(0)),
  /** How many components the standard has; their words are `serviceComponents`. */
  components: z.int().min(0),
});

export const serviceComponentSchema = z.strictObject({
  name: line(120),
  items: z.array(line(300)).max(40),
});

export const definitionSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/),
  /** Published versions count from 1 and never change. */
  version: z.int().min(1).default(1),
  name: line(200),
  number: line(120),
  office: line(120),
  unit: line(160),
  /** Part of the unit that the paper names above its title. */
  section: line(160).optional(),
  /** File of the paper that it was read from. */
  source: line(160).optional(),
  created: day.nullable().default(null),
  revised: dayOrMonth.nullable().default(null),
  approved: day.nullable().default(null),
  effective: day.nullable().default(null),
  lanes: z.array(line(120)).min(1).max(12),
  /** The lane of whoever asks, for whom the office records; null for in-house work. */
  requesterLane: line(120).nullable().default(null),
  recurrence: z.enum(RECURRENCES).nullable().default(null),
  identity: identitySchema.optional(),
  headings: headingsSchema.optional(),
  worksheet: worksheetSchema.optional(),
  identification: identificationSchema.optional(),
  serviceStandard: serviceStandardSchema.optional(),
  serviceComponents: z.array(serviceComponentSchema).max(40).optional(),
  remarks: optionalBlock(),
  steps: z.array(stepSchema).min(1).max(200),
});

export type Definition = z.infer<typeof definitionSchema>;
export type Step = z.infer<typeof stepSchema>;
export type Branch = z.infer<typeof branchSchema>;
export type StepKind = (typeof STEP_KINDS)[number];
export type Outcome = (typeof OUTCOMES)[number];
export type Target = Branch["to"];
export type Recurrence = (typeof RECURRENCES)[number];
export type Headings = z.infer<typeof headingsSchema>;
export type Identity = z.infer<typeof identitySchema>;

/** The step with number `no`, or undefined. Numbers are row positions, see `checkDefinition`. */
export function stepOf(definition: Definition, no: number): Step | undefined {
  return definition.steps[no - 1];
}

/** The outcome named by an end target, or null when the target is a step. */
export function outcomeOf(target: Target): Outcome | null {
  return typeof target === "string" ? (target.slice("end:".length) as Outcome) : null;
}
