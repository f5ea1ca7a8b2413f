import { z } from "zod";
import { id, method, person } from "#shared/method.ts";
import { dispositionSchema, instant, NATURES } from "#shared/request/model.ts";
import { block, line, optionalLine } from "#shared/text.ts";

/** The part of the contract that is about dispositions: the chain of a request, and everybody's list. */

const report = z.object({ text: z.string(), at: instant, by: person });

/** A disposition of a request, with the reports of those recipients who are done. */
export const dispositionDetail = dispositionSchema.extend({
  id,
  at: instant,
  by: person,
  reports: z.array(report.extend({ recipient: z.string() })),
});

export const TASK_STATES = ["open", "done", "closed"] as const;

/** What one recipient of a disposition is asked to do. */
const task = z.object({
  disposition: id,
  recipient: z.string(),
  /** Whether this recipient leads; true for the only one. */
  leads: z.boolean(),
  /** The other recipients. */
  others: z.array(z.string()),
  request: id,
  number: z.string(),
  subject: z.string(),
  /** Name of the requester; empty for in-house work. */
  requester: z.string(),
  from: z.string(),
  instructions: z.array(z.string()),
  note: z.string(),
  nature: z.enum(NATURES),
  /** Day by which it must be done; empty for none. */
  due: z.string(),
  given: instant,
  by: person,
  /** `closed`: the request was closed before it was reported. */
  state: z.enum(TASK_STATES),
  report: report.nullable(),
});

const taskPage = z.object({ total: z.number(), rows: z.array(task) });

export const dispositionContract = {
  "disposition.report": method(
    "Records that a recipient of a disposition is done, with a report.",
    z.strictObject({ request: id, disposition: id, recipient: line(200), text: block(2000) }),
    dispositionDetail,
  ),
  "disposition.list": method(
    "Dispositions by recipient: to the caller's post or name, given by them, or all. Open ones by deadline, then those done, latest first.",
    z.strictObject({
      scope: z.enum(["mine", "given", "all"]).default("mine"),
      /** Those still to be done, or those done and those of closed requests. */
      open: z.boolean().default(true),
      /** Words in number, subject, requester, recipient or giver. */
      words: optionalLine(200),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(500).default(100),
    }),
    taskPage,
  ),
};

export type DispositionDetail = z.infer<typeof dispositionDetail>;
export type DispositionTask = z.infer<typeof task>;
export const dispositionTasks = taskPage;
