import { z } from "zod";
import { id, made, method, none, person } from "#shared/method.ts";
import {
  DELIVERIES,
  incomingLetterSchema,
  itemSchema,
  requesterSchema,
} from "#shared/request/model.ts";
import { block, day, instant, line, optionalBlock, optionalLine } from "#shared/text.ts";

/** The part of the contract that is about what comes in from the portal and what goes back. */

/** A file that came with a message; `here` once its content has arrived. */
const file = z.object({
  name: z.string(),
  size: z.number(),
  sha256: z.string(),
  here: z.boolean(),
});

export const FORM_STATES = ["waiting", "returned", "refused", "withdrawn", "accepted"] as const;
export const STEP_STATES = ["waiting", "answered", "declined", "recalled"] as const;

const row = z.object({
  message: id,
  at: instant,
  kind: z.enum(["form", "step"]),
  /** Name of the requester, or of the office that asks; empty once it stands in a request. */
  from: z.string(),
  subject: z.string(),
  state: z.enum([...FORM_STATES, "answered", "declined", "recalled"]),
  /** When it is due at the office that asks; null for none. */
  due: instant.nullable(),
  files: z.number(),
  /** The requester wrote again after the office had decided. */
  again: z.boolean(),
  /** What it became; null for none. */
  request: z.object({ id, number: z.string() }).nullable(),
});

const decision = z.object({
  kind: z.enum(["returned", "refused", "answered", "declined"]),
  at: instant,
  by: person,
  words: z.string(),
});

const form = z.object({
  kind: z.literal("form"),
  message: id,
  at: instant,
  tracking: z.string(),
  state: z.enum(FORM_STATES),
  requester: requesterSchema,
  subject: z.string(),
  items: z.array(itemSchema),
  purpose: z.string(),
  delivery: z.enum(DELIVERIES),
  obtaining: z.string(),
  proxyFor: z.string(),
  files: z.array(file),
  /** What the requester said since, in order. */
  later: z.array(
    z.object({
      message: id,
      at: instant,
      kind: z.enum(["replied", "withdrawn", "objected"]),
      text: z.string(),
      files: z.array(file),
    }),
  ),
  decisions: z.array(decision),
  request: z.object({ id, number: z.string() }).nullable(),
});

const step = z.object({
  kind: z.literal("step"),
  message: id,
  at: instant,
  office: z.string(),
  state: z.enum(STEP_STATES),
  number: z.string(),
  subject: z.string(),
  sop: z.string(),
  step: z.object({
    no: z.number(),
    text: z.string(),
    lane: z.string(),
    requirements: z.string(),
    output: z.string(),
    branches: z.array(z.string()),
  }),
  items: z.array(itemSchema),
  note: z.string(),
  due: instant.nullable(),
  files: z.array(file),
  /** What was answered here; null until something is. */
  answer: z
    .object({
      branch: z.string().nullable(),
      note: z.string(),
      at: instant,
      by: person,
      files: z.array(file),
    })
    .nullable(),
  /** Why it was declined or taken back; empty otherwise. */
  reason: z.string(),
});

export const incoming = z.discriminatedUnion("kind", [form, step]);

/** What a request that came in through the portal shows of it. */
export const portalDetail = z.object({
  tracking: z.string(),
  withdrawal: z.object({ at: instant, reason: z.string() }).nullable(),
  releases: z.array(
    z.object({
      id,
      at: instant,
      by: person,
      text: z.string(),
      files: z.array(z.string()),
      expires: z.string(),
    }),
  ),
});

export const publicRequestContract = {
  "incoming.list": method(
    "What came in from the portal: forms of the public, and steps of other offices. Those that wait for an answer first.",
    z.strictObject({
      scope: z.enum(["waiting", "all"]).default("waiting"),
      /** Words in sender, subject or registration number. */
      words: optionalLine(200),
    }),
    z.object({ waiting: z.number(), rows: z.array(row) }),
  ),
  "incoming.get": method("One of them whole.", z.strictObject({ message: id }), incoming),
  "incoming.file": method(
    "A file that came with it, as a download.",
    z.strictObject({ message: id, sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
    made,
  ),
  "incoming.accept": method(
    "Registers a form from the portal as a request, corrected where it had to be.",
    z.strictObject({
      message: id,
      sop: line(80),
      subject: line(300),
      requester: requesterSchema,
      items: z.array(itemSchema).min(1, { error: "items_empty" }).max(1000),
      purpose: optionalBlock(1000),
      delivery: z.enum(DELIVERIES),
      letter: incomingLetterSchema.default({ number: "", date: "" }),
    }),
    z.object({ request: id, number: z.string() }),
  ),
  "incoming.return": method(
    "Sends a form back to the requester as incomplete, saying what is missing.",
    z.strictObject({ message: id, text: block(2000) }),
    none,
  ),
  "incoming.refuse": method(
    "Refuses a form without registering it; the requester is told why.",
    z.strictObject({ message: id, reason: block(1000) }),
    none,
  ),
  "incoming.forget": method(
    "Deletes what a refused or withdrawn form says, on every PC of the office.",
    z.strictObject({ message: id }),
    none,
  ),
  "answer.release": method(
    "Lets the requester download attachments and numbered letters of a request on the portal.",
    z.strictObject({
      request: id,
      text: optionalBlock(2000),
      /** Attachments of the request. */
      files: z.array(id).max(30).default([]),
      /** Numbered letters; the signed file where there is one, else the PDF as it prints. */
      letters: z.array(id).max(20).default([]),
      /** Last day; 30 days from today when empty. */
      expires: z.union([z.literal(""), day]).default(""),
    }),
    z.object({ release: id, expires: z.string() }),
  ),
} as const;

export type Incoming = z.infer<typeof incoming>;
export type IncomingRow = z.infer<typeof row>;
export type IncomingForm = z.infer<typeof form>;
export type IncomingStep = z.infer<typeof step>;
export type IncomingFile = z.infer<typeof file>;
