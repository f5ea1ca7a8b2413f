import { z } from "zod";
import { letterStyleSchema } from "#shared/office.ts";
import { id, method, none, pathOnDisk, person, printed } from "#shared/method.ts";
import { documentKind, instant, letterTextSchema, PAPERS, reason } from "#shared/request/model.ts";
import { block, day, line, optionalBlock, optionalLine } from "#shared/text.ts";
import { REGISTER_IDS } from "./register.ts";
import { LETTER_STAGES } from "./state.ts";
import { templateSchema } from "./template.ts";

/** The part of the contract that is about letters and their templates. */

const stage = z.enum(LETTER_STAGES);
const templateFinding = z.object({
  code: z.string(),
  message: z.string(),
  /** Block, from 1; null for the template as a whole. */
  block: z.number().nullable(),
  /** What stands there, such as the name of an unknown field. */
  detail: z.string(),
});

/** A letter of a request on its way. */
export const letterDetail = letterTextSchema.extend({
  id,
  kind: z.string(),
  /** Name of its template. */
  name: z.string(),
  stage,
  register: z.enum(REGISTER_IDS).nullable(),
  at: instant,
  by: person,
  /** Hal or what it is about, as it stands on the paper. */
  about: z.string(),
  checks: z.array(
    z.object({ by: person, at: instant.nullable(), approved: z.boolean(), note: z.string() }),
  ),
  issued: z.object({ at: instant, by: person, inserted: z.string() }).nullable(),
  voided: z.object({ at: instant, by: person, reason: z.string() }).nullable(),
  signed: z
    .object({
      at: instant,
      by: person,
      how: z.enum(["wet", "electronic"]),
      file: id.nullable(),
      sha256: z.string().nullable(),
      day: z.string(),
      signers: z.array(z.string()),
    })
    .nullable(),
  sent: z
    .object({
      at: instant,
      by: person,
      how: z.string(),
      to: z.string(),
      day: z.string(),
      note: z.string(),
      proof: id.nullable(),
    })
    .nullable(),
});

const letterRow = z.object({
  id,
  request: id,
  requestNumber: z.string(),
  kind: z.string(),
  name: z.string(),
  stage,
  number: z.string().nullable(),
  date: z.string(),
  subject: z.string(),
  party: z.string(),
  /** Whose paraf comes next. */
  checker: person.nullable(),
  changed: instant,
});

const signature = z.object({
  signer: z.string(),
  issuer: z.string(),
  at: instant.nullable(),
  state: z.enum(["intact", "changed", "broken", "unknown"]),
});

const templateRow = z.object({
  id: z.string(),
  name: z.string(),
  version: z.number(),
  register: z.enum(REGISTER_IDS).nullable(),
  needsRequester: z.boolean(),
  once: z.boolean(),
  offeredBy: z.array(z.string()),
  /** One that the program ships; and whether it stands as it was shipped. */
  shipped: z.boolean(),
  changed: z.boolean(),
});

const ofLetter = { request: id, letter: id };
/** An upload, or a path on the command line. */
const given = { upload: id.optional(), path: pathOnDisk.optional() };

export const letterContract = {
  "template.list": method("The templates of letters.", none, z.array(templateRow)),
  "template.get": method(
    "One template, as it stands or in an older version.",
    z.strictObject({ id: z.string().max(80), version: z.int().min(1).optional() }),
    z.object({
      template: templateSchema,
      version: z.number(),
      shipped: z.boolean(),
      changed: z.boolean(),
      versions: z.array(z.object({ version: z.number(), at: instant, by: person })),
    }),
  ),
  "template.check": method(
    "What is wrong with a template being edited. Stores nothing.",
    z.strictObject({ template: templateSchema }),
    z.object({ findings: z.array(templateFinding) }),
  ),
  "template.save": method(
    "Writes a new version of a template, or a new template.",
    z.strictObject({ template: templateSchema }),
    z.object({ id: z.string(), version: z.number() }),
  ),
  "template.reset": method(
    "Takes a template back to the one that was shipped, as a new version.",
    z.strictObject({ id: z.string().max(80) }),
    z.object({ id: z.string(), version: z.number() }),
  ),
  "template.render": method(
    "A template being edited as PDF, with a request's data or with blanks. Stores nothing.",
    z.strictObject({
      template: templateSchema,
      request: id.nullable().default(null),
      text: letterTextSchema.optional(),
      paper: z.enum(PAPERS).optional(),
      /** How it is set, while that is being changed; the office's own without it. */
      style: letterStyleSchema.optional(),
    }),
    printed,
  ),

  "letter.list": method(
    "Letters of all requests, latest first, a page at a time.",
    z.strictObject({
      stages: z.array(stage).max(7).default([]),
      /** Only those whose paraf is the caller's to give. */
      mine: z.boolean().default(false),
      kind: optionalLine(60),
      words: optionalLine(200),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(500).default(100),
    }),
    z.object({
      total: z.number(),
      rows: z.array(letterRow),
      /** How many letters stand on each stage, whatever the filter says. */
      counts: z.partialRecord(stage, z.number()),
    }),
  ),
  "letter.draft": method(
    "Writes a draft, a new one without `letter`. Parafs given before are taken back.",
    letterTextSchema.extend({ request: id, letter: id.optional(), kind: documentKind }),
    z.object({ letter: letterDetail }),
  ),
  "letter.discard": method(
    "Throws a draft away; one with a number is voided instead.",
    z.strictObject(ofLetter),
    none,
  ),
  "letter.submit": method(
    "Hands a draft to be checked by at most three users, one after the other.",
    z.strictObject({ ...ofLetter, checkers: z.array(id).min(1).max(3) }),
    z.object({ letter: letterDetail }),
  ),
  "letter.check": method(
    "Gives the caller's paraf, or sends the draft back with a reason.",
    z.strictObject({ ...ofLetter, approved: z.boolean(), note: optionalBlock(1000) }),
    z.object({ letter: letterDetail }),
  ),
  "letter.void": method(
    "Takes a numbered letter back; its number stays in the register with the reason.",
    z.strictObject({ ...ofLetter, reason }),
    z.object({ letter: letterDetail }),
  ),
  "letter.sign": method(
    "Records the signature: the signed PDF or scan, kept byte for byte, or paper alone.",
    z.strictObject({
      ...ofLetter,
      how: z.enum(["wet", "electronic"]),
      day: z.union([z.literal(""), day]).default(""),
      ...given,
      /** The file holds no text that could be compared, and a person has looked at it. */
      looked: z.boolean().default(false),
    }),
    z.object({ letter: letterDetail, signatures: z.array(signature) }),
  ),
  "letter.signatures": method(
    "The signatures in a letter's signed file, as they stand now.",
    z.strictObject(ofLetter),
    z.object({ signatures: z.array(signature) }),
  ),
  "letter.send": method(
    "Records how, when and to whom a letter went out, with a proof.",
    z.strictObject({
      ...ofLetter,
      how: line(120),
      to: line(200),
      day: z.union([z.literal(""), day]).default(""),
      note: optionalBlock(1000),
      ...given,
    }),
    z.object({ letter: letterDetail }),
  ),
  "letter.verify": method(
    "Checks a paper by the code on it, or a number by itself, against this archive.",
    z.strictObject({ code: block(10_000) }),
    z.object({
      /** The letter that the archive knows; null for none. */
      letter: letterRow.nullable(),
      verdict: z.enum(["same", "different", "voided", "unknown", "unreadable"]),
      message: z.string(),
    }),
  ),
} as const;
