import { z } from "zod";
import { id, made, method, none, pathOnDisk, person, printed } from "#shared/method.ts";
import { PAPERS } from "#shared/request/model.ts";
import { block, day, instant, optionalLine } from "#shared/text.ts";
import { chosenRequests, DECISIONS, DESTINATIONS, optionalCode, placeSchema } from "./model.ts";
import { FATES, MAX_RULES, retentionRule } from "./rules.ts";

/** Retention of archives and their destruction; see terms.ts for how the days are counted. */

export const RETENTION_LISTS = [
  /** No longer active, not moved yet. */
  "move",
  /** Inactive time over, by what the schedule says then. */
  "destroy",
  "review",
  "permanent",
  /** Closed, but a code is missing or has no rule. */
  "unruled",
  /** Of which it is known where they lie. */
  "placed",
  "destroyed",
] as const;
export type RetentionList = (typeof RETENTION_LISTS)[number];

const STAGES = [
  "running",
  "unruled",
  "active",
  "inactive",
  "destroy",
  "review",
  "permanent",
  "destroyed",
] as const;

const filter = z.strictObject({
  list: z.enum(RETENTION_LISTS),
  /** Of closing; 0 for all. */
  year: z.int().min(0).max(9999).default(0),
  /** A code of the classification with all below it. */
  code: optionalLine(40),
  /** Exactly these; empty for all. */
  rack: optionalLine(40),
  box: optionalLine(40),
  folder: optionalLine(40),
});
export type RetentionFilter = z.infer<typeof filter>;

const retentionRow = z.object({
  request: id,
  number: z.string(),
  subject: z.string(),
  sop: z.string(),
  code: z.string(),
  /** Code whose rule keeps it longest; empty without a rule. */
  by: z.string(),
  closed: z.string().nullable(),
  activeEnd: z.string().nullable(),
  inactiveEnd: z.string().nullable(),
  fate: z.enum(FATES).nullable(),
  /** Day it was moved; empty when it was not. */
  moved: z.string(),
  place: placeSchema,
  destroyed: z.string(),
  /** The open proposal that it stands in. */
  proposal: id.nullable(),
});
export type RetentionRow = z.infer<typeof retentionRow>;

const held = z.object({
  code: z.string(),
  /** Name of the code whose rule holds; null without a rule. */
  rule: retentionRule.nullable(),
  activeEnd: z.string().nullable(),
  inactiveEnd: z.string().nullable(),
});

const retentionDetail = z.object({
  request: id,
  stage: z.enum(STAGES),
  closed: z.string().nullable(),
  own: held.extend({ from: z.enum(["hand", "letter"]) }),
  letters: z.array(held.extend({ letter: id, number: z.string() })),
  keeping: z
    .object({
      activeEnd: z.string(),
      inactiveEnd: z.string(),
      fate: z.enum(FATES),
      by: z.string(),
    })
    .nullable(),
  place: placeSchema,
  moved: z
    .object({ to: z.enum(DESTINATIONS), day: z.string(), at: instant, by: person })
    .nullable(),
  reviewed: z
    .object({
      decision: z.enum(DECISIONS),
      day: z.string(),
      until: z.string(),
      reason: z.string(),
      at: instant,
      by: person,
    })
    .nullable(),
  destroyed: z.object({ record: z.string(), day: z.string(), at: instant, by: person }).nullable(),
});
export type RetentionDetail = z.infer<typeof retentionDetail>;

const proposal = z.object({
  id,
  status: z.enum(["proposed", "approved", "started", "executed", "withdrawn"]),
  count: z.number(),
  reason: z.string(),
  proposed: z.object({ at: instant, by: person }),
  approvals: z.array(z.object({ at: instant, by: person, post: z.string() })),
  withdrawn: z.object({ at: instant, by: person, reason: z.string() }).nullable(),
  /** Number and day of the berita acara; null until it is carried out. */
  record: z.object({ number: z.string(), date: z.string() }).nullable(),
  executed: z.object({ at: instant, by: person, files: z.number(), bytes: z.number() }).nullable(),
});
export type Destruction = z.infer<typeof proposal>;

const destructionDetail = proposal.extend({
  rows: z.array(retentionRow),
  /** What goes: contents of files that no other request holds, and persons. */
  loses: z.object({ files: z.number(), bytes: z.number(), persons: z.number() }),
});

const reason = block(2000);

export const retentionContract = {
  "retention.rules": method(
    "The office's schedule of retention; empty until it has set one.",
    none,
    z.object({ rules: z.array(retentionRule) }),
  ),
  "retention.save": method(
    "Writes the whole schedule in place of the one before, and counts every term anew.",
    z.strictObject({ rules: z.array(retentionRule).max(MAX_RULES) }),
    z.object({ total: z.number() }),
  ),
  "retention.read": method(
    "Reads a schedule from a workbook (an upload, or a path on the command line). Stores nothing.",
    z.strictObject({ upload: id.optional(), path: pathOnDisk.optional() }),
    z.object({
      rules: z.array(retentionRule),
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
  "retention.counts": method(
    "How many stand in each list today, and the years of closing.",
    none,
    z.object({
      lists: z.record(z.enum(RETENTION_LISTS), z.number()),
      years: z.array(z.number()),
      /** Proposals of destruction that wait for somebody. */
      open: z.number(),
      rules: z.number(),
    }),
  ),
  "retention.list": method(
    "One list of archives by their retention, a page at a time.",
    filter.extend({
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(2000).default(100),
    }),
    z.object({ total: z.number(), rows: z.array(retentionRow) }),
  ),
  "retention.get": method(
    "How long one request is kept, why, and where it lies.",
    z.strictObject({ request: id }),
    retentionDetail,
  ),
  "retention.file": method(
    "Sets a request's classification (empty takes its letters') and its place.",
    z.strictObject({ request: id, classification: optionalCode, place: placeSchema }),
    retentionDetail,
  ),
  "retention.classify": method(
    "Sets the classification of several requests; their places stay.",
    z.strictObject({
      requests: chosenRequests,
      classification: optionalCode.refine((code) => code !== "", { error: "text_empty" }),
    }),
    z.object({ total: z.number() }),
  ),
  "retention.move": method(
    "Records that archives were moved, and where they lie now; an empty place leaves the known one.",
    z.strictObject({
      requests: chosenRequests,
      to: z.enum(DESTINATIONS),
      day,
      place: placeSchema.default({ rack: "", box: "", folder: "" }),
    }),
    z.object({ total: z.number() }),
  ),
  "retention.review": method(
    "Decides on archives that the schedule says to look at again.",
    z
      .strictObject({
        requests: chosenRequests,
        decision: z.enum(DECISIONS),
        /** Years that they are kept on from today. */
        years: z.int().min(1).max(100).optional(),
        reason,
      })
      .refine(({ decision, years }) => decision !== "extend" || years !== undefined, {
        error: "text_empty",
        path: ["years"],
      }),
    z.object({ total: z.number() }),
  ),
  "retention.export": method(
    "A list as an Excel workbook, to `path` or as a download.",
    filter.extend({ path: pathOnDisk.optional() }),
    made.omit({ name: true }).extend({ rows: z.number() }),
  ),
  "retention.render": method(
    "A list to sign as PDF, to `path` or as base64.",
    filter.extend({ paper: z.enum(PAPERS).default("A4"), path: pathOnDisk.optional() }),
    printed,
  ),
  "retention.labels": method(
    "Labels for boxes or folders on sheets of A4, to `path` or as base64.",
    z.strictObject({
      kind: z.enum(["box", "folder"]),
      /** Columns by rows. */
      layout: z.enum(["2x7", "3x8"]).default("2x7"),
      /** Labels of the first sheet that are used up. */
      skip: z.int().min(0).max(23).default(0),
      /** Lines to cut along, for plain paper. */
      lines: z.boolean().default(false),
      rack: optionalLine(40),
      box: optionalLine(40),
      path: pathOnDisk.optional(),
    }),
    printed,
  ),

  "destruction.list": method(
    "Proposals of destruction, the latest first.",
    none,
    z.array(proposal),
  ),
  "destruction.get": method(
    "One proposal with its requests and what would be lost.",
    z.strictObject({ id }),
    destructionDetail,
  ),
  "destruction.propose": method(
    "Proposes to destroy archives whose time is over.",
    z.strictObject({ requests: chosenRequests, reason }),
    destructionDetail,
  ),
  "destruction.approve": method(
    "Approves a proposal; two different users must.",
    z.strictObject({ id }),
    destructionDetail,
  ),
  "destruction.withdraw": method(
    "Takes a proposal back before it is carried out.",
    z.strictObject({ id, reason }),
    destructionDetail,
  ),
  "destruction.execute": method(
    "Carries out an approved proposal: files and personal data are erased for good.",
    z.strictObject({
      id,
      /** For the number of the berita acara. */
      classification: optionalCode,
    }),
    destructionDetail,
  ),
  "destruction.render": method(
    "The berita acara of a destruction with its list, to `path` or as base64.",
    z.strictObject({ id, paper: z.enum(PAPERS).default("A4"), path: pathOnDisk.optional() }),
    printed,
  ),
} as const;
