import { z } from "zod";
import { person } from "#shared/method.ts";
import { AVAILABILITY, instant, itemSchema } from "./model.ts";

/** What the contract shows of a request, whether it is the office's own or another's. */

/** One row of the list of data, and what was found about it. */
export const shownItem = itemSchema.extend({
  no: z.number(),
  availability: z.enum(AVAILABILITY).nullable(),
  availabilityNote: z.string(),
});

export const shownVisit = z.object({
  step: z.number(),
  visit: z.number(),
  entered: instant,
  completed: instant.nullable(),
  by: person.nullable(),
  branch: z.string().nullable(),
  note: z.string(),
});

export const shownEvent = z.object({
  /** `writer:seq`. */
  id: z.string(),
  at: instant,
  by: person,
  type: z.string(),
  body: z.record(z.string(), z.unknown()),
});

export type ShownItem = z.infer<typeof shownItem>;
export type ShownEvent = z.infer<typeof shownEvent>;
