import { z } from "zod";
import { id, made, method, pathOnDisk, person, printed } from "#shared/method.ts";
import { instant, PAPERS, reason, requesterSchema } from "#shared/request/model.ts";
import { day } from "#shared/text.ts";

/** The part of the contract that is about personal data (UU 27/2022). */

/** How an identity came to be seen or changed. */
export const ACCESSES = [
  "opened",
  "found",
  "printed",
  "exported",
  "reported",
  "corrected",
  "erased",
] as const;
export type Access = (typeof ACCESSES)[number];

const erased = z.object({ at: instant, by: person, reason: z.string() });

/** What is known of one request's requester. */
const identity = z.object({
  /** Null for in-house work, and where it has been erased. */
  requester: requesterSchema.nullable(),
  erased: erased.nullable(),
  /** Oldest first; the identities are null where they have been erased. */
  corrections: z.array(
    z.object({
      at: instant,
      by: person,
      reason: z.string(),
      before: requesterSchema.nullable(),
      after: requesterSchema.nullable(),
    }),
  ),
});

const accessRow = z.object({
  at: instant,
  by: person,
  /** Null where many were seen at once, as in an export. */
  request: z
    .object({
      id,
      number: z.string(),
      requester: z.string(),
      /** Registered here, not taken over from another office. */
      own: z.boolean(),
    })
    .nullable(),
  what: z.enum(ACCESSES),
  /** How many requests at once; null for one. */
  count: z.number().nullable(),
});

const anyDay = z.union([z.literal(""), day]).default("");

const accessFilter = z.strictObject({
  request: id.optional(),
  user: id.optional(),
  what: z.enum(ACCESSES).optional(),
  /** Days in the office, both inclusive; empty for open. */
  from: anyDay,
  to: anyDay,
});

const pageOf = { offset: z.int().min(0).default(0), limit: z.int().min(1).max(500).default(100) };

export const privacyContract = {
  "identity.get": method(
    "A request's requester with all corrections, or who erased it.",
    z.strictObject({ request: id }),
    identity,
  ),
  "identity.correct": method(
    "Corrects the requester's identity; the former one stays in the history.",
    z.strictObject({ request: id, requester: requesterSchema, reason }),
    identity,
  ),
  "identity.erase": method(
    "Destroys the requester's identity for good; a request that still runs needs `confirmed`.",
    z.strictObject({ request: id, reason, confirmed: z.boolean().default(false) }),
    identity,
  ),
  "identity.accesses": method(
    "Who opened which identity, latest first, a page at a time.",
    accessFilter.extend(pageOf),
    z.object({ total: z.number(), rows: z.array(accessRow) }),
  ),
  "identity.export": method(
    "The log of who opened which identity as an Excel workbook, to `path` or as a download.",
    accessFilter.extend({ path: pathOnDisk.optional() }),
    made.extend({ rows: z.number() }),
  ),
  "identity.erasures": method(
    "Identities that were erased, latest first, a page at a time.",
    z.strictObject(pageOf),
    z.object({
      total: z.number(),
      rows: z.array(
        erased.extend({
          request: id,
          number: z.string(),
          /** The request itself is in this archive, as those taken over from others are not. */
          own: z.boolean(),
        }),
      ),
    }),
  ),
  "identity.report": method(
    "Everything that is held of one requester, as the requester may ask for it.",
    z.strictObject({
      request: id,
      paper: z.enum(PAPERS).optional(),
      path: pathOnDisk.optional(),
    }),
    printed,
  ),
} as const;

export type AccessRow = z.infer<typeof accessRow>;
export type AccessFilter = z.infer<typeof accessFilter>;
export type Identity = z.infer<typeof identity>;
