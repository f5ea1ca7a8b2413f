import { z } from "zod";
import { REGISTER_IDS, type RegisterId } from "#shared/letter/register.ts";
import { id, made, method, none, pathOnDisk, person, printed } from "#shared/method.ts";
import { PAPERS, reason } from "#shared/request/model.ts";
import { day, instant, line, optionalLine } from "#shared/text.ts";
import { classificationCode, MAX_CODES } from "./classification.ts";
import { holdingContract, standing } from "./holding-contract.ts";
import { namesParty } from "./words.ts";

/** The part of the contract that is about registers and the classification of letters. */

const register = z.enum(REGISTER_IDS);
/** Year of the days on the letters. */
const year = z.int().min(1900).max(9999);
/** Year under which a number was counted; 0 where the register's numbers never start anew. */
const counted = z.int().min(0).max(9999);
/** Numbers that one reason may explain at once. */
const MAX_EXPLAINED = 100_000;

const settings = z.object({
  pattern: z.string(),
  reset: z.enum(["yearly", "never"]),
  first: z.number(),
});

export const registerEntry = z.object({
  id: z.string(),
  /** Letter of the PC in whose own counting it stands; empty in the office's. */
  series: z.string(),
  year: z.number(),
  /** Running number; null for one that was typed and stands outside the sequence. */
  value: z.number().nullable(),
  /** Letter of an inserted number, as in 123.a. */
  suffix: z.string(),
  number: z.string(),
  date: z.string(),
  /** The sender's own number and day, of incoming letters. */
  reference: z.string(),
  subject: z.string(),
  /** Whom it goes to, or whom it is from. */
  party: z.string(),
  /** Null for a letter outside of requests. */
  request: z.object({ id, number: z.string() }).nullable(),
  letter: id.nullable(),
  at: instant,
  by: person,
  /** Why it was inserted, and why it no longer counts; empty otherwise. */
  inserted: z.string(),
  voided: z.string(),
  /** Another entry has the same number; one of the two must be taken back. */
  double: z.boolean(),
});

const gap = z.object({
  series: z.string(),
  year: z.number(),
  from: z.number(),
  to: z.number(),
  /** Null until somebody has said why. */
  reason: z.string().nullable(),
  /** Set apart for a PC that still gives these numbers. */
  open: z.boolean(),
  /** How many entries of the year stand before it. */
  before: z.number(),
});

/** Told together with whatever else is not right yet. */
const namesSomebody = (entry: { register: RegisterId; party?: unknown }): boolean =>
  !namesParty(entry.register) || (typeof entry.party === "string" && entry.party.trim() !== "");

export const registerContract = {
  "register.list": method(
    "The office's registers: how they number, the next number, their years.",
    none,
    z.array(
      z.object({
        id: register,
        name: z.string(),
        settings,
        /**
         * What a letter of today would get; "…" stands for its classification, and nothing where
         * another PC gives it.
         */
        next: z.string(),
        /** Its running number; 0 where another PC gives it. */
        nextValue: z.number(),
        /** Who gives its numbers; null for a book in which every PC counts by itself. */
        holding: standing.nullable(),
        /** Years that have entries, latest first. */
        years: z.array(z.number()),
        count: z.number(),
      }),
    ),
  ),
  "register.entries": method(
    "One year of a register in its order, a page at a time, and the numbers passed over.",
    z.strictObject({
      register,
      year,
      /** Words in number, party, subject or the sender's number. */
      words: optionalLine(200),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(500).default(100),
    }),
    z.object({
      total: z.number(),
      rows: z.array(registerEntry),
      /** All of the year, whatever the page; none where words narrow the list. */
      gaps: z.array(gap),
    }),
  ),
  "register.explain": method(
    "Says why a number, or all from `value` to `until`, were passed over.",
    z
      .strictObject({
        register,
        year: counted,
        series: optionalLine(10),
        value: z.int().min(1),
        until: z.int().min(1).optional(),
        reason,
      })
      .refine(({ value, until = value }) => until >= value && until - value < MAX_EXPLAINED, {
        path: ["until"],
      }),
    none,
  ),
  "register.enter": method(
    "Numbers a letter that was written outside Lajur, or writes one that came in into the agenda.",
    z
      .strictObject({
        register,
        subject: line(300),
        /** Whom it goes to or is from; a decision or record may name nobody. */
        party: optionalLine(200),
        /** Day on the letter, or on which it came in; today when empty. */
        date: z.union([z.literal(""), day]).default(""),
        classification: optionalLine(40),
        /** The sender's own number and day, of an incoming letter. */
        reference: optionalLine(200),
        /** A number that it has already; empty takes the next one. */
        number: optionalLine(120),
        /** Running number after which a back-dated one is inserted (nomor sisipan), and why. */
        insert: z.strictObject({ after: z.int().min(1), reason }).optional(),
      })
      .refine(namesSomebody, { error: "text_empty", path: ["party"], when: () => true }),
    registerEntry,
  ),
  "register.void": method(
    "Takes back a number of a letter outside of requests; it stays in the register.",
    z.strictObject({
      register,
      year: counted,
      number: line(120),
      reason,
      /** Which of two that have the number. */
      entry: id.optional(),
    }),
    none,
  ),
  ...holdingContract,
  "register.export": method(
    "One year of a register as an Excel workbook, to `path` or as a download.",
    z.strictObject({ register, year, path: pathOnDisk.optional() }),
    made.omit({ name: true }).extend({ rows: z.number() }),
  ),
  "register.render": method(
    "One year of a register as PDF, to `path` or as base64.",
    z.strictObject({
      register,
      year,
      paper: z.enum(PAPERS).default("A4"),
      path: pathOnDisk.optional(),
    }),
    printed,
  ),

  "classification.list": method(
    "Codes of the classification; the top ones that the program knows until the office has its own.",
    z.strictObject({
      words: optionalLine(200),
      limit: z.int().min(1).max(MAX_CODES).default(50),
    }),
    z.object({
      total: z.number(),
      /** The office has saved none yet. */
      shipped: z.boolean(),
      codes: z.array(classificationCode),
    }),
  ),
  "classification.save": method(
    "Writes the whole table of codes in place of the one before.",
    z.strictObject({ codes: z.array(classificationCode).min(1).max(MAX_CODES) }),
    z.object({ total: z.number() }),
  ),
  "classification.read": method(
    "Reads codes from a workbook (an upload, or a path on the command line). Stores nothing.",
    z.strictObject({ upload: id.optional(), path: pathOnDisk.optional() }),
    z.object({
      codes: z.array(classificationCode),
      findings: z.array(
        z.object({
          code: z.string(),
          row: z.number().nullable(),
          detail: z.string(),
          message: z.string(),
        }),
      ),
    }),
  ),
} as const;

export type RegisterEntry = z.infer<typeof registerEntry>;
export type RegisterGap = z.infer<typeof gap>;
