import { z } from "zod";
import { itemSchema, requesterSchema, DELIVERIES } from "#shared/request/model.ts";
import { block, day, instant, line, optionalBlock, optionalLine } from "#shared/text.ts";
import { sha256 } from "./wire.ts";

/**
 * What offices and the public say to each other through the portal. A message is sent once, has an
 * id of its own, and is kept by the portal until everybody concerned has it; sending it again
 * changes nothing. Events of an office never leave the office: only what is written here does.
 */

const id = z.string().min(1).max(80);

/** The number under which a request from the portal's form is tracked. */
export const trackingNumber = z.string().regex(/^[0-9A-Z-]{6,30}$/u);

/** A file that goes with a message; its bytes travel beside it, by their hash. */
export const messageFileSchema = z.object({
  name: line(255),
  /** Bytes. */
  size: z.int().min(1),
  sha256,
});
const files = z.array(messageFileSchema).max(50).default([]);

/** From the public to the office, in the order in which they came in. */
const requested = z.object({
  tracking: trackingNumber,
  requester: requesterSchema,
  subject: line(300),
  items: z.array(itemSchema).min(1).max(200),
  purpose: optionalBlock(1000),
  delivery: z.enum(DELIVERIES),
  /** How the requester wants to see it: look, copy on paper, or a file. */
  obtaining: optionalLine(60),
  /** On whose behalf somebody else asks (surat kuasa); empty for oneself. */
  proxyFor: optionalLine(200),
  files,
});
const replied = z.object({ tracking: trackingNumber, text: block(2000), files });
const withdrawn = z.object({ tracking: trackingNumber, reason: optionalBlock(1000) });
const objected = z.object({ tracking: trackingNumber, grounds: block(2000), files });

/** Where a request from the form stands, whole each time; the highest `revision` holds. */
const shown = z.object({
  tracking: trackingNumber,
  revision: z.int().min(1),
  status: z.enum(["received", "incomplete", "refused", "running", "paused", "ended", "cancelled"]),
  /** Registration number; empty until it has been accepted. */
  number: optionalLine(60),
  sop: optionalLine(300),
  /** Steps of the SOP in the words that the public may read. */
  steps: z
    .array(
      z.object({
        no: z.int().min(1),
        text: line(300),
        lane: optionalLine(120),
        state: z.enum(["done", "now", "ahead", "skipped"]),
        at: z.union([z.literal(""), instant]),
      }),
    )
    .max(100),
  /** Why it waits, what is missing, why it was refused. */
  message: optionalBlock(2000),
  /** Day by which the answer is due by law; empty when it is none. */
  due: z.union([z.literal(""), day]),
  /** What the office answered to an objection; empty for none. */
  objection: optionalBlock(2000),
});
/** An answer that the requester may download until the end of the day `expires`. */
const released = z.object({
  tracking: trackingNumber,
  release: id,
  text: optionalBlock(2000),
  files,
  expires: day,
});

/** One step of a request handed to another office on the same portal: no more than it needs. */
const asked = z.object({
  handover: id,
  /** Registration number and subject at the office that asks. */
  number: line(60),
  subject: line(300),
  sop: line(300),
  step: z.object({
    no: z.int().min(1),
    text: line(1000),
    lane: line(200),
    requirements: optionalBlock(2000),
    output: optionalBlock(2000),
    /** The decision's own words; empty where nothing is decided. */
    branches: z.array(line(120)).max(20),
  }),
  items: z.array(itemSchema).max(1000),
  note: optionalBlock(2000),
  /** When the step is due at the office that asks; empty for none. */
  due: z.union([z.literal(""), instant]),
  files,
});
const answered = z.object({
  handover: id,
  /** Null where nothing is decided. */
  branch: line(120).nullable(),
  note: optionalBlock(2000),
  by: line(200),
  files,
});
const declined = z.object({ handover: id, reason: block(1000), by: line(200) });
const recalled = z.object({ handover: id, reason: block(1000) });

const message = <T extends string, B extends z.ZodType>(type: T, body: B) =>
  z.object({ id, at: instant, type: z.literal(type), body });

export const publicMessageSchema = z.discriminatedUnion("type", [
  message("public.requested", requested),
  message("public.replied", replied),
  message("public.withdrawn", withdrawn),
  message("public.objected", objected),
]);
export const answerMessageSchema = z.discriminatedUnion("type", [
  message("public.shown", shown),
  message("public.released", released),
]);
export const handoverMessageSchema = z.discriminatedUnion("type", [
  message("handover.asked", asked),
  message("handover.answered", answered),
  message("handover.declined", declined),
  message("handover.recalled", recalled),
]);

/** What an office sends; `to` is the other office's id for a handover, absent for the public. */
export const sentMessageSchema = z.union([
  answerMessageSchema,
  z.intersection(handoverMessageSchema, z.object({ to: id })),
]);

/** What an office gets, with whom it is from: an office of the portal, or the public. */
export const receivedMessageSchema = z.intersection(
  z.union([publicMessageSchema, handoverMessageSchema]),
  z.object({ from: z.union([z.object({ office: id, name: z.string() }), z.literal("public")]) }),
);

export type MessageFile = z.infer<typeof messageFileSchema>;
export type PublicMessage = z.infer<typeof publicMessageSchema>;
export type AnswerMessage = z.infer<typeof answerMessageSchema>;
export type HandoverMessage = z.infer<typeof handoverMessageSchema>;
export type SentMessage = z.infer<typeof sentMessageSchema>;
export type ReceivedMessage = z.infer<typeof receivedMessageSchema>;
