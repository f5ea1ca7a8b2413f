import { z } from "zod";
import { dispositionDetail } from "#shared/disposition/contract.ts";
import { id, made, method, none, pathOnDisk, person } from "#shared/method.ts";
import {
  incomingLetterSchema,
  instant,
  PAPERS,
  reason,
  requesterSchema,
} from "#shared/request/model.ts";
import { shownEvent, shownItem, shownVisit } from "#shared/request/shown.ts";
import { LETTER_STAGES } from "#shared/letter/state.ts";
import { definitionSchema, OUTCOMES } from "#shared/sop/definition.ts";
import { optionalLine } from "#shared/text.ts";
import { ZONES } from "#shared/time/zone.ts";

/** The part of the contract that is about a request's whole file: as one PDF, and between offices. */

/** Chosen by the caller, who may follow the job's progress and cancel it. */
const job = id.optional();
const status = z.enum(["running", "ended", "cancelled"]);
const office = z.object({ government: z.string(), name: z.string() });

/** A file that is not in, and why. */
const left = z.object({ name: z.string(), reason: z.string() });

const importedRow = z.object({
  id,
  office: z.string(),
  government: z.string(),
  number: z.string(),
  subject: z.string(),
  /** Name of the requester; empty for in-house work. */
  requester: z.string(),
  sop: z.string(),
  received: z.string(),
  status,
  outcome: z.enum(OUTCOMES).nullable(),
  made: instant,
  /** When it was taken over, and by whom. */
  at: instant,
  by: person,
});

const importedDetail = importedRow.extend({
  office: office.extend({ zone: z.enum(ZONES) }),
  definition: definitionSchema,
  /** Null for in-house work. */
  requester: requesterSchema.nullable(),
  purpose: z.string(),
  delivery: z.string(),
  letter: incomingLetterSchema,
  registered: z.object({ at: instant, by: person }),
  items: z.array(shownItem),
  visits: z.array(shownVisit),
  dispositions: z.array(dispositionDetail),
  letters: z.array(
    z.object({
      id,
      name: z.string(),
      about: z.string(),
      number: z.string(),
      date: z.string(),
      stage: z.enum(LETTER_STAGES),
      /** Paths in the bundle of its paper; the signed one first. */
      files: z.array(z.string()),
    }),
  ),
  files: z.array(
    z.object({
      id,
      /** Null where the bundle came without it. */
      path: z.string().nullable(),
      name: z.string(),
      size: z.number(),
      sha256: z.string(),
      at: instant,
      by: person,
      withdrawn: z.string().nullable(),
    }),
  ),
  /** The bundle's own PDF of everything; null where it came without one. */
  whole: z.string().nullable(),
  history: z.array(shownEvent),
  /** Names of users and of letters' kinds, as the events mean them. */
  people: z.record(z.string(), z.string()),
  papers: z.record(z.string(), z.string()),
});

export const bundleContract = {
  "bundle.pdf": method(
    "A request's whole file as one PDF, to `path` or as a download. Files that are no PDF or picture are listed in it.",
    z.strictObject({
      request: id,
      paper: z.enum(PAPERS).optional(),
      job,
      path: pathOnDisk.optional(),
    }),
    made.extend({ pages: z.number(), left: z.array(left) }),
  ),
  "bundle.zip": method(
    "A request's whole file as a ZIP that another office can take over, to `path` or as a download.",
    z.strictObject({ request: id, job, path: pathOnDisk.optional() }),
    made.extend({ entries: z.number(), left: z.array(left) }),
  ),
  "bundle.cancel": method(
    "Ends a bundle that is being made or taken over; nothing of it stays.",
    z.strictObject({ job: id }),
    none,
  ),
  "bundle.import": method(
    "Takes over a request of another office from its ZIP: an upload, or a path (command line only).",
    z.strictObject({ upload: id.optional(), path: pathOnDisk.optional(), job }),
    z.object({
      id,
      number: z.string(),
      office: z.string(),
      /** It was here already, and nothing has changed. */
      known: z.boolean(),
    }),
  ),
  "bundle.list": method(
    "Requests taken over from other offices, latest first.",
    z.strictObject({
      /** Words in number, subject, requester's name or office. */
      words: optionalLine(200),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(500).default(100),
    }),
    z.object({ total: z.number(), rows: z.array(importedRow) }),
  ),
  "bundle.get": method(
    "One request of another office with its whole state.",
    z.strictObject({ id }),
    importedDetail,
  ),
  "bundle.file": method(
    "A file of a request of another office, by its path in the bundle, to `to` or as a download.",
    z.strictObject({ id, file: z.string().min(1).max(400), path: pathOnDisk.optional() }),
    made,
  ),
  "bundle.attach": method(
    "Attaches the files of a request of another office to one of the own ones.",
    z.strictObject({ id, request: id, files: z.array(z.string().max(400)).min(1).max(500) }),
    z.object({ attached: z.number() }),
  ),
  "bundle.remove": method(
    "Takes a request of another office out again; the requester's identity is erased.",
    z.strictObject({ id, reason }),
    none,
  ),
};

export type ImportedDetail = z.infer<typeof importedDetail>;
export type ImportedRow = z.infer<typeof importedRow>;
