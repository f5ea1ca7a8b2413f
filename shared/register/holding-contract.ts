import { z } from "zod";
import { id, method, none } from "#shared/method.ts";
import { reason } from "#shared/request/model.ts";
import { instant, line } from "#shared/text.ts";
import { HELD_REGISTERS } from "./series.ts";

/** The part of the contract that is about which PC gives the numbers of which register. */

const register = z.enum(HELD_REGISTERS);

/** Numbers that a PC may ask for at once. */
export const MAX_BLOCK = 100;
export const USUAL_BLOCK = 20;
/** Numbers that may be passed over when a register is taken over. */
const MAX_PASSED = 10_000;

const block = z.object({
  id: z.string(),
  /** 0 where the register's numbers never start anew. */
  year: z.number(),
  from: z.number(),
  to: z.number(),
  /** Numbers that nobody has been given yet. */
  left: z.number(),
  /** The PC that gives them, and whether it is this one. */
  name: z.string(),
  own: z.boolean(),
  at: instant,
  /** Why nobody gives the rest of it; null while it is open. */
  closed: z.string().nullable(),
});

/**
 * own: this PC gives the numbers. elsewhere: another PC does, and here only those of `blocks`.
 * unsure: after a restore, until the next sync. apart: this PC is no longer on the portal.
 */
export const standing = z.object({
  state: z.enum(["own", "elsewhere", "unsure", "apart"]),
  /** Numbers are shared with other PCs, so this can be changed. */
  shared: z.boolean(),
  /** Null until the first PC of the office has said so. */
  holder: z
    .object({ device: z.string(), name: z.string(), since: instant, reason: z.string() })
    .nullable(),
  /** Numbers left in this PC's own blocks of this year. */
  left: z.number(),
  /** A block has been asked for and not been answered. */
  asked: z.boolean(),
});

const holding = z.object({
  id: register,
  name: z.string(),
  /** The year under which a number of today is counted. */
  year: z.number(),
  /** The last number that is known to be given or set apart in that year. */
  last: z.number(),
  standing,
  blocks: z.array(block),
});

export const holdingContract = {
  "register.holdings": method(
    "Which PC gives the numbers of which register, and the blocks set apart this year.",
    none,
    z.array(holding),
  ),
  "register.assign": method(
    "Hands registers that this PC holds on to another PC of the office.",
    z.strictObject({ registers: z.array(register).min(1).max(10), device: id, name: line(120) }),
    z.array(holding),
  ),
  "register.take": method(
    "Takes registers over from a PC that is gone; `next` passes over what it may have given unseen.",
    z.strictObject({
      books: z
        .array(z.strictObject({ register, next: z.int().min(1).optional() }))
        .min(1)
        .max(10),
      reason,
    }),
    z.array(holding),
  ),
  "register.ask": method(
    "Asks the holder for a block of numbers; it answers by itself with its next sync.",
    z.strictObject({ register, count: z.int().min(1).max(MAX_BLOCK).default(USUAL_BLOCK) }),
    z.array(holding),
  ),
  "register.return": method(
    "Ends a block: what is left of it is given by nobody, with this reason.",
    z.strictObject({ block: id, reason }),
    z.array(holding),
  ),
} as const;

export { MAX_PASSED };
export type Holding = z.infer<typeof holding>;
export type HoldingBlock = z.infer<typeof block>;
