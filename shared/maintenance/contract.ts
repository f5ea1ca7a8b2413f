import { z } from "zod";
import { method, none, pathOnDisk } from "../method.ts";
import { instant } from "../request/model.ts";

/** What is verified, in this order. */
export const CHECK_STAGES = ["pages", "chains", "projection", "identities", "files"] as const;

/**
 * What can be done about a problem: made anew from the events, fetched back from a backup (a file,
 * or events), a whole backup restored, or nothing by itself.
 */
export const REPAIRS = ["rebuild", "restore-file", "restore-event", "restore", "none"] as const;

const problem = z.object({
  code: z.string(),
  message: z.string(),
  /** What a program says of it, for whoever looks into it; often empty. */
  detail: z.string(),
  /** The request it concerns, and its registration number; null for the office or the whole. */
  request: z.string().nullable(),
  number: z.string().nullable(),
  /** What to do, as a sentence. */
  advice: z.string(),
  repair: z.enum(REPAIRS),
});

const checked = z.object({
  sound: z.boolean(),
  events: z.number(),
  requests: z.number(),
  files: z.number(),
  /** Files in the store that nothing refers to; they do no harm. */
  orphans: z.number(),
  /** How many problems there are; the list ends at 500. */
  found: z.number(),
  problems: z.array(problem),
});

export type Problem = z.infer<typeof problem>;
export type Repair = (typeof REPAIRS)[number];
export type Checked = z.infer<typeof checked>;
export type CheckStage = (typeof CHECK_STAGES)[number];

export const maintenanceContract = {
  "archive.check": method(
    "Verifies pages, chains, projection, registers, identities and files; changes nothing.",
    none,
    checked,
  ),
  "archive.cancelCheck": method(
    "Ends a running check or repair before it changes anything.",
    none,
    none,
  ),
  "archive.checkState": method(
    "Whether a check or repair runs, and what the last check found; null before the first one.",
    none,
    z.object({ running: z.boolean(), last: checked.extend({ at: instant }).nullable() }),
  ),
  "archive.repair": method(
    "Rebuilds what can be rebuilt and fetches back what a backup has; never deletes anything.",
    z.strictObject({
      /** Folder of a backup; the configured ones when left out. Command line only. */
      backup: pathOnDisk.optional(),
    }),
    z.object({
      /** What was done, as sentences. */
      done: z.array(z.string()),
      /** Folders in which everything replaced was kept. */
      kept: z.array(z.string()),
      /** The archive as it is now. */
      after: checked,
    }),
  ),
  "archive.rebuild": method(
    "Makes the projection anew from the events.",
    none,
    z.object({ events: z.number(), requests: z.number() }),
  ),
};
