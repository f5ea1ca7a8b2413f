import { z } from "zod";
import { block, day, instant, line, optionalBlock, optionalLine } from "#shared/text.ts";

/** What a request holds: the values that commands carry and events keep. */

export const REQUESTER_KINDS = ["individual", "student", "agency", "institution"] as const;

/** Who asked. Personal data: kept as ciphertext beside the log, see electron/core/archive. */
export const requesterSchema = z.strictObject({
  kind: z.enum(REQUESTER_KINDS).default("individual"),
  name: line(200),
  /** NIK, deed of a legal body, or student number, as written on the letter. */
  identity: optionalLine(60),
  institution: optionalLine(200),
  address: optionalBlock(400),
  phone: optionalLine(60),
  email: z.union([z.literal(""), z.email({ error: "email_invalid" }).max(200)]).default(""),
});

/** One row of the list of data asked for (name, period, unit of measure, file format). */
export const itemSchema = z.strictObject({
  name: line(300),
  period: optionalLine(100),
  unit: optionalLine(100),
  format: optionalLine(100),
});

export const AVAILABILITY = ["available", "partial", "unavailable", "excluded"] as const;

/** What the office found about one item; together they are the list ketersediaan data. */
export const assessmentSchema = z.strictObject({
  /** Row of the list of data asked for, from 1. */
  no: z.int().min(1),
  availability: z.enum(AVAILABILITY),
  /** Where it is to be had, or why not. */
  note: optionalLine(300),
});

/** How the requester wants the answer. */
export const DELIVERIES = ["pickup", "email", "post", "drive"] as const;

export const incomingLetterSchema = z.strictObject({
  number: optionalLine(120),
  /** Day on the letter; empty when the letter has none. */
  date: z.union([z.literal(""), day]).default(""),
});

export const intakeSchema = z.strictObject({
  sop: line(80),
  subject: line(300),
  /** Null for in-house work; an SOP with a requester's lane needs one. */
  requester: requesterSchema.nullable().default(null),
  /** What is asked for; an SOP with a requester's lane needs at least one row. */
  items: z.array(itemSchema).max(1000, { error: "items_too_many" }).default([]),
  /** The month or year (`YYYY-MM`, `YYYY`) that a run of recurring work is for; empty otherwise. */
  period: z.union([z.literal(""), z.string().regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/)]).default(""),
  purpose: optionalBlock(1000),
  delivery: z.enum(DELIVERIES).default("pickup"),
  letter: incomingLetterSchema.default({ number: "", date: "" }),
  /** The day the letter came in; today when empty. */
  received: z.union([z.literal(""), day]).default(""),
});

export const NATURES = ["ordinary", "urgent", "very-urgent", "secret"] as const;

/** A superior's written instruction on the lembar disposisi. */
export const dispositionSchema = z.strictObject({
  to: z.array(line(200)).min(1, { error: "recipient_missing" }).max(20),
  instructions: z.array(line(200)).max(20).default([]),
  nature: z.enum(NATURES).default("ordinary"),
  note: optionalBlock(2000),
  /** Day by which it must be done; empty for none. */
  due: z.union([z.literal(""), day]).default(""),
  /** Post that gives it; the head of the office when empty. */
  from: optionalLine(200),
  /** Id of the disposition that this one passes on; null where a chain begins. */
  parent: z.string().min(1).max(80).nullable().default(null),
  /** The recipient who leads the others; the first one when empty. */
  leads: optionalLine(200),
});

/** Where the lembar disposisi stands: the upper half of a sheet, both halves, or a sheet of A5. */
export const DISPOSITION_LAYOUTS = ["half", "two", "a5"] as const;

/** A paper of a request: a template's id, or the lembar disposisi, which is a form of its own. */
export const documentKind = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,59}$/, { error: "template_unknown" });
export const PAPERS = ["A4", "F4"] as const;

/** Text, a list, or rows of a table, as the template's input asks for. */
const inputValue = z.union([
  optionalBlock(8000),
  z.array(optionalBlock(2000)).max(500),
  z.array(z.array(optionalBlock(1000)).max(8)).max(500),
]);

/** Who signs: a post of the office, and for whom: `a.n.` the first, `u.b.` what follows. */
export const signerSchema = z.strictObject({
  post: line(200),
  onBehalf: z.array(line(200)).max(2).default([]),
});

/** How secret a letter is, and how urgent (norms, part 2). */
export const SECURITIES = ["ordinary", "restricted", "secret", "top-secret"] as const;
export const URGENCIES = ["ordinary", "urgent", "very-urgent"] as const;

/** What an officer writes on a letter beyond what the request already says. */
export const letterTextSchema = z.strictObject({
  /** Reasons for a refusal, one a paragraph; the input `alasan` of the template. */
  reasons: z.array(block(1000)).max(20).default([]),
  /** Further paragraph of the letter's body; the input `catatan`. */
  note: optionalBlock(2000),
  /** Day on the letter; today when empty. */
  date: z.union([z.literal(""), day]).default(""),
  /** The office's own number; empty takes the next one of the register. */
  number: optionalLine(120),
  /** The template's other inputs by their key. */
  values: z.record(z.string().max(30), inputValue).default({}),
  /** Hal, or what it is about; the template's when empty. */
  subject: optionalLine(300),
  /** Lines after Yth.; the template's when empty. */
  to: optionalBlock(600),
  /** The head of the office when null. */
  signer: signerSchema.nullable().default(null),
  security: z.enum(SECURITIES).default("ordinary"),
  urgency: z.enum(URGENCIES).default("ordinary"),
  /** Code of the classification; the template's when empty. */
  classification: optionalLine(40),
  /** Tembusan. */
  copies: z.array(line(200)).max(40).default([]),
});

/** Working days by which the legal answer is extended. */
export const extensionDays = z.literal([1, 2, 3, 4, 5, 6, 7]);

/** A requester's objection (keberatan) to an answer or to its absence. */
export const objectionSchema = z.strictObject({
  /** What it says. */
  grounds: block(2000),
  /** Day on which it came in; today when empty. */
  received: z.union([z.literal(""), day]).default(""),
});

export const reason = block(1000);
export { instant };

export type Requester = z.infer<typeof requesterSchema>;
export type Item = z.infer<typeof itemSchema>;
export type Assessment = z.infer<typeof assessmentSchema>;
export type Intake = z.infer<typeof intakeSchema>;
export type Disposition = z.infer<typeof dispositionSchema>;
export type DispositionLayout = (typeof DISPOSITION_LAYOUTS)[number];
export type LetterText = z.infer<typeof letterTextSchema>;
export type Signer = z.infer<typeof signerSchema>;
export type Extension = z.infer<typeof extensionDays>;
export type Objection = z.infer<typeof objectionSchema>;
export type Paper = (typeof PAPERS)[number];
export type Availability = (typeof AVAILABILITY)[number];

/**
 * A place in a register; year 0 where its numbers never start anew. `series` is the letter of the PC
 * whose own counting it is; absent in the office's one counting.
 */
export type Running = { year: number; value: number; series?: string };
