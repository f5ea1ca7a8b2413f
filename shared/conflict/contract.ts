import { z } from "zod";
import { id, method, none, person } from "#shared/method.ts";
import { REGISTER_IDS } from "#shared/letter/register.ts";
import { instant, reason } from "#shared/request/model.ts";
import { TRANSITIONS } from "./state.ts";

/** Who wrote something, when, and on which PC. */
const written = z.object({
  at: instant,
  by: person,
  /** Name of the PC; empty where it is not known. */
  pc: z.string(),
  /** This very PC. */
  own: z.boolean(),
});

const decision = written.extend({
  id,
  type: z.enum(TRANSITIONS),
  /** Null for a cancellation. */
  step: z.object({ no: z.number(), visit: z.number(), gist: z.string() }).nullable(),
  /** The branch's own words; empty where nothing was decided. */
  branch: z.string(),
  /** Note or reason. */
  note: z.string(),
});

/** What somebody added meanwhile; it stays, whichever side counts. */
const trace = written.extend({
  id: z.string(),
  what: z.enum(["letter", "file", "note", "disposition", "other"]),
  /** Name of the letter or file, words of the note, or the type of the event. */
  text: z.string(),
});

const side = z.object({
  decisions: z.array(decision),
  traces: z.array(trace),
});

const about = z.object({
  id,
  number: z.string(),
  subject: z.string(),
  requester: z.string(),
  sop: z.string(),
});

export const conflictShown = z.object({
  id: z.string(),
  request: about,
  /** What counts until somebody chooses, and what was set aside. */
  held: side,
  other: side,
  /** Whether the other side can be chosen: it fits where the two parted. */
  able: z.boolean(),
  settled: z
    .object({ keep: z.enum(["held", "other"]), reason: z.string(), at: instant, by: person })
    .nullable(),
});

const sameNumber = z.object({
  number: z.string(),
  /** In the order of registration. */
  requests: z.array(about.omit({ number: true }).extend({ created: instant, by: person })),
});

const sameEntry = z.object({
  register: z.enum(REGISTER_IDS),
  year: z.number(),
  number: z.string(),
  entries: z.array(
    z.object({
      id: z.string(),
      /** Null for a letter outside of requests. */
      request: z.object({ id, number: z.string() }).nullable(),
      letter: z.string().nullable(),
      subject: z.string(),
      party: z.string(),
      date: z.string(),
      at: instant,
      by: person,
    }),
  ),
});

/** What two PCs published or took over at once under one name; the first one holds. */
const unheld = z.object({
  id: z.string(),
  at: instant,
  by: person,
  type: z.enum(["sop.published", "template.saved", "bundle.imported"]),
  name: z.string(),
});

/** A decision of the caller's that somebody has set aside. */
export const lostDecision = z.object({
  request: id,
  number: z.string(),
  conflict: z.string(),
  /** What was set aside, the first one. */
  step: z.object({ no: z.number(), gist: z.string() }).nullable(),
  type: z.enum(TRANSITIONS),
  branch: z.string(),
  settled: z.object({ reason: z.string(), at: instant, by: person }),
});

export const conflictContract = {
  "conflict.list": method(
    "Everything that two PCs did at once and that needs somebody's choice.",
    none,
    z.object({
      /** Open ones, the oldest request first; at most a hundred. */
      decisions: z.array(conflictShown),
      /** How many requests have an open one. */
      requests: z.number(),
      numbers: z.array(sameNumber),
      entries: z.array(sameEntry),
      unheld: z.array(unheld),
    }),
  ),
  "conflict.get": method(
    "The contradicting decisions of one request, settled ones too.",
    z.strictObject({ request: id }),
    z.array(conflictShown),
  ),
  "conflict.settle": method(
    "Chooses which of two contradicting decisions counts.",
    z.strictObject({
      request: id,
      conflict: z.string().min(1).max(120),
      keep: z.enum(["held", "other"]),
      reason,
    }),
    z.array(conflictShown),
  ),
  "conflict.renumber": method(
    "Gives a request another registration number, since two have the same one.",
    z.strictObject({ request: id, reason }),
    z.object({ number: z.string(), before: z.string() }),
  ),
  "conflict.acknowledge": method(
    "The caller has read that a decision of theirs was set aside; of this PC.",
    z.strictObject({ request: id, conflict: z.string().min(1).max(120) }),
    none,
  ),
} as const;

export type ConflictShown = z.infer<typeof conflictShown>;
export type ConflictSide = z.infer<typeof side>;
export type LostDecision = z.infer<typeof lostDecision>;
