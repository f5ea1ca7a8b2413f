import { z } from "zod";
import { id, method, none, pathOnDisk, person } from "#shared/method.ts";
import { block, instant, line, optionalBlock } from "#shared/text.ts";

/** The part of the contract that is about steps that another office on the portal does. */

/** A step of a request that was handed to another office, as the request shows it. */
export const handoverDetail = z.object({
  id,
  step: z.number(),
  visit: z.number(),
  office: z.string(),
  note: z.string(),
  at: instant,
  by: person,
  state: z.enum(["open", "answered", "declined", "recalled"]),
  reply: z
    .object({ at: instant, by: z.string(), branch: z.string().nullable(), note: z.string() })
    .nullable(),
});

export const handoverContract = {
  "handover.offices": method(
    "Offices on the portal that a step can be handed to, as they were last known.",
    none,
    z.object({
      offices: z.array(z.object({ id, name: z.string() })),
      /** This PC has joined a portal. */
      joined: z.boolean(),
    }),
  ),
  "handover.ask": method(
    "Hands the step that a request stands on to another office, with no more than is named here.",
    z.strictObject({
      request: id,
      office: id,
      note: optionalBlock(2000),
      /** Rows of the list of data. */
      items: z.array(z.int().min(1)).max(1000).default([]),
      /** Attachments of the request. */
      files: z.array(id).max(50).default([]),
    }),
    z.object({ handover: id }),
  ),
  "handover.recall": method(
    "Takes a step back from the office that it was handed to.",
    z.strictObject({ request: id, handover: id, reason: block(1000) }),
    none,
  ),
  "handover.answer": method(
    "Answers a step that another office handed to this one: uploads, or paths (command line only).",
    z.strictObject({
      message: id,
      branch: line(120).nullable().default(null),
      note: optionalBlock(2000),
      uploads: z.array(id).max(20).default([]),
      paths: z.array(pathOnDisk).max(20).default([]),
    }),
    none,
  ),
  "handover.decline": method(
    "Declines a step that another office handed to this one.",
    z.strictObject({ message: id, reason: block(1000) }),
    none,
  ),
} as const;

export type HandoverDetail = z.infer<typeof handoverDetail>;
