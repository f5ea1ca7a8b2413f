import { z } from "zod";
import { id, made, type Method, method, none, pathOnDisk, person, printed } from "./method.ts";
import { conflictContract, lostDecision } from "./conflict/contract.ts";
import { sopContract } from "./sop/contract.ts";
import {
  dispositionContract,
  dispositionDetail,
  dispositionTasks,
} from "./disposition/contract.ts";
import { backupContract } from "./backup/contract.ts";
import { bundleContract } from "./bundle/contract.ts";
import { ckanContract } from "./ckan/contract.ts";
import { handoverContract, handoverDetail } from "./handover/contract.ts";
import { letterContract, letterDetail } from "./letter/contract.ts";
import { maintenanceContract } from "./maintenance/contract.ts";
import { privacyContract } from "./privacy/contract.ts";
import { portalDetail, publicRequestContract } from "./public-request/contract.ts";
import { registerContract } from "./register/contract.ts";
import { retentionContract } from "./retention/contract.ts";
import { searchContract } from "./search/contract.ts";
import { syncContract } from "./sync/contract.ts";
import { deadlineResult, timeContract } from "./time/contract.ts";
import { OUTCOMES, STEP_KINDS } from "./sop/definition.ts";
import {
  DISPOSITION_LAYOUTS,
  PAPERS,
  assessmentSchema,
  dispositionSchema,
  documentKind,
  extensionDays,
  incomingLetterSchema,
  instant,
  intakeSchema,
  letterTextSchema,
  objectionSchema,
  reason,
  requesterSchema,
} from "./request/model.ts";
import { shownEvent, shownItem, shownVisit } from "./request/shown.ts";
import { officeSchema, userSchema } from "./office.ts";
import { block, line, optionalBlock, optionalLine } from "./text.ts";

/**
 * The one list of what the core can be asked. The window's client, the preload, the bridge and the
 * command line derive from it, and every parameter is parsed by it at the border. Scripts rely on
 * the names `domain.verb`, so a name never changes its meaning.
 */

const status = z.enum(["running", "ended", "cancelled"]);
const outcome = z.enum(OUTCOMES).nullable();

const currentStep = z.object({
  step: z.number(),
  visit: z.number(),
  entered: instant,
  gist: z.string(),
  kind: z.enum(STEP_KINDS),
  lane: z.string(),
  branches: z.array(z.string()),
});

const requestRow = z.object({
  id,
  number: z.string(),
  subject: z.string(),
  /** Name of the requester; empty for in-house work. */
  requester: z.string(),
  sop: z.object({ id: z.string(), version: z.number(), name: z.string() }),
  status,
  outcome,
  /** Day the letter came in. */
  received: z.string(),
  created: instant,
  changed: instant,
  /** When its step, and its answer by law, are due; null where nothing is. */
  due: instant.nullable(),
  legalDue: instant.nullable(),
  /** The SOP's clock stands still. */
  paused: z.boolean(),
  /** Decisions made at once on two PCs wait for somebody's choice. */
  conflict: z.boolean(),
  /** The step it stands on; null when closed. */
  current: currentStep.pick({ step: true, gist: true, lane: true, entered: true }).nullable(),
});

const attachment = z.object({
  id,
  sha256: z.string(),
  name: z.string(),
  size: z.number(),
  step: z.number().nullable(),
  visit: z.number().nullable(),
  at: instant,
  by: person,
  /** Why it was withdrawn; null while it counts. */
  withdrawn: z.string().nullable(),
});

const requestDetail = requestRow.extend({
  /** Null for in-house work. */
  requester: requesterSchema.nullable(),
  period: z.string(),
  purpose: z.string(),
  delivery: z.string(),
  letter: incomingLetterSchema,
  registered: z.object({ at: instant, by: person }),
  items: z.array(shownItem),
  current: currentStep.nullable(),
  visits: z.array(
    shownVisit.extend({
      /** Real time in the office's service time, in minutes and in usual days; null while open. */
      took: z.object({ minutes: z.number(), days: z.number() }).nullable(),
    }),
  ),
  notes: z.array(
    z.object({ at: instant, by: person, step: z.number().nullable(), text: z.string() }),
  ),
  files: z.array(attachment),
  dispositions: z.array(dispositionDetail),
  /** Its number in the agenda of incoming letters; the registration number of older ones. */
  agenda: z.string(),
  /** The numbered letters that count. */
  documents: z.array(letterTextSchema.extend({ id, kind: z.string(), at: instant, by: person })),
  /** All letters on their way, voided ones too. */
  letters: z.array(letterDetail),
  cancelled: z.object({ at: instant, by: person, reason: z.string() }).nullable(),
  pauses: z.array(
    z.object({ from: instant, to: instant.nullable(), reason: z.string(), by: person }),
  ),
  extension: z
    .object({ days: z.number(), reason: z.string(), at: instant, by: person, due: z.string() })
    .nullable(),
  objections: z.array(
    z.object({
      id,
      grounds: z.string(),
      received: z.string(),
      at: instant,
      by: person,
      due: z.string(),
      answer: z.object({ text: z.string(), at: instant, by: person }).nullable(),
    }),
  ),
  /** What there is between the office and the requester on the portal; null for other requests. */
  portal: portalDetail.nullable(),
  /** Steps of it that other offices on the portal did or do. */
  handovers: z.array(handoverDetail),
  /** It holds events that only a newer Lajur understands; nothing can be decided on it here. */
  newer: z.boolean(),
  /** When it was destroyed and by which berita acara; null as long as it is there. */
  destroyed: z.object({ record: z.string(), day: z.string() }).nullable(),
  /** Numbers that it had before or besides, with the reason; null where it was registered twice. */
  furtherNumbers: z.array(
    z.object({ number: z.string(), at: instant, by: person, reason: z.string().nullable() }),
  ),
  /** The completion that `step.undo` would take back; null when there is none. */
  undo: z.object({ step: z.number(), visit: z.number() }).nullable(),
});

const requestFilter = z.strictObject({
  status: z.union([status, z.literal("all")]).default("all"),
  sop: optionalLine(80),
  /** Words in number, subject or requester's name. */
  words: optionalLine(200),
  /** Only requests that stand on one of these lanes. */
  lanes: z.array(line(120)).max(60).default([]),
  /** By what is due: over it, today, or within three days after today. */
  due: z.enum(["any", "late", "today", "soon"]).default("any"),
  /** Only those on which two decisions wait for a choice. */
  conflict: z.boolean().default(false),
  sort: z.enum(["newest", "oldest", "waiting", "due"]).default("newest"),
});

/** Whoever asks names at least one row of data; in-house work has no requester and needs none. */
function asksSomething({ requester, items }: { requester?: unknown; items?: unknown }): boolean {
  const asked = requester !== null && requester !== undefined;
  return !asked || !Array.isArray(items) || items.length > 0;
}

export const contract = {
  "app.state": method(
    "What the window must know first: version, archive, office, users.",
    none,
    z.object({
      version: z.string(),
      archive: z.string(),
      /** A made-up office for trying things out. */
      demo: z.boolean(),
      office: officeSchema.nullable(),
      users: z.array(userSchema.extend({ id })),
      today: z.string(),
      /** The PC's clock stands before what has been recorded already, or years off. */
      clockOff: z.boolean(),
      /** Why nothing can be saved at the moment; null in order. */
      safeMode: z.object({ code: z.string(), message: z.string() }).nullable(),
    }),
  ),
  "office.get": method(
    "The office's profile; null before the first start.",
    none,
    officeSchema.nullable(),
  ),
  "office.save": method("Writes the office's profile.", officeSchema, officeSchema),
  "user.list": method("All users, inactive ones too.", none, z.array(userSchema.extend({ id }))),
  "user.save": method(
    "Adds a user, or changes the one with `id`.",
    userSchema.extend({ id: id.optional() }),
    userSchema.extend({ id }),
  ),

  ...sopContract,
  ...timeContract,
  ...letterContract,
  ...dispositionContract,
  ...registerContract,
  ...bundleContract,
  ...searchContract,
  ...backupContract,
  ...privacyContract,
  ...retentionContract,
  ...maintenanceContract,
  ...conflictContract,
  ...syncContract,
  ...publicRequestContract,
  ...handoverContract,
  ...ckanContract,

  "requester.find": method(
    "Requesters seen before whose name holds the words, latest first, at most ten.",
    z.strictObject({ words: line(200) }),
    z.array(requesterSchema),
  ),
  "request.create": method(
    "Registers a request and gives it its registration number.",
    intakeSchema
      .extend({
        /** The paper letter is in hand: the steps that its arrival fulfils are completed with it. */
        letterInHand: z.boolean().default(false),
      })
      // Told together with whatever else is not right yet, not only after it.
      .refine(asksSomething, { error: "items_empty", path: ["items"], when: () => true }),
    requestDetail,
  ),
  "request.get": method("One request with its whole state.", z.strictObject({ id }), requestDetail),
  "request.list": method(
    "Requests, a page at a time.",
    requestFilter.extend({
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(500).default(100),
    }),
    z.object({ total: z.number(), rows: z.array(requestRow) }),
  ),
  "request.assess": method(
    "Records what data is available: the list ketersediaan data.",
    z.strictObject({ request: id, items: z.array(assessmentSchema).min(1).max(1000) }),
    requestDetail,
  ),
  "request.cancel": method(
    "Closes a request without an outcome of its SOP.",
    z.strictObject({ request: id, reason }),
    requestDetail,
  ),
  "request.export": method(
    "The list of requests as an Excel workbook, to `path` or as a download.",
    requestFilter.extend({ path: pathOnDisk.optional() }),
    made.omit({ name: true }).extend({ rows: z.number() }),
  ),
  "request.clocks": method(
    "The clocks of one request, each with its derivation.",
    z.strictObject({ request: id }),
    z.object({
      step: deadlineResult.nullable(),
      /** When the whole would be done by the SOP's waktu, on the shortest way. */
      whole: instant.nullable(),
      legal: deadlineResult.nullable(),
      objections: z.array(z.object({ id, deadline: deadlineResult })),
    }),
  ),
  "request.pause": method(
    "Stops the SOP's clock while the requester must answer.",
    z.strictObject({ request: id, reason }),
    requestDetail,
  ),
  "request.resume": method(
    "Lets the SOP's clock run again.",
    z.strictObject({ request: id }),
    requestDetail,
  ),
  "request.extend": method(
    "Extends the answer by law, once and by at most 7 working days.",
    z.strictObject({ request: id, days: extensionDays, reason }),
    requestDetail,
  ),
  "objection.file": method(
    "Registers an objection (keberatan); 30 working days to answer it.",
    objectionSchema.extend({ request: id }),
    requestDetail,
  ),
  "objection.answer": method(
    "Answers an objection.",
    z.strictObject({ request: id, objection: id, answer: block(2000) }),
    requestDetail,
  ),
  "step.complete": method(
    "Completes the step the request stands on; a decision names its branch.",
    z.strictObject({
      request: id,
      step: z.int().min(1),
      /** The visit that was seen; a second click after a loop is refused by it. */
      visit: z.int().min(1).optional(),
      branch: line(60).optional(),
      note: optionalBlock(),
    }),
    requestDetail,
  ),
  "step.undo": method(
    "Takes back the last completed step.",
    z.strictObject({ request: id, reason }),
    requestDetail,
  ),
  "note.add": method(
    "Adds a note to the step the request stands on.",
    z.strictObject({ request: id, text: block() }),
    requestDetail,
  ),

  "upload.begin": method(
    "Announces a file of `size` bytes; its parts follow in order.",
    z.strictObject({ name: z.string().max(1000), size: z.int().min(0) }),
    z.object({ upload: id }),
  ),
  "upload.append": method(
    "The next part of a file, at most 1 MiB, base64.",
    z.strictObject({ upload: id, offset: z.int().min(0), bytes: z.base64().max(1_500_000) }),
    z.object({ received: z.number() }),
  ),
  "upload.abort": method("Forgets an unfinished upload.", z.strictObject({ upload: id }), none),
  "file.attach": method(
    "Attaches a file to a request, and to the step it stands on: an upload, or a path (command line only).",
    z.strictObject({
      request: id,
      upload: id.optional(),
      path: pathOnDisk.optional(),
    }),
    z.object({
      file: attachment,
      /** Name of an attachment of this request with the same content; stored once, listed twice. */
      sameAs: z.string().nullable(),
    }),
  ),
  "file.locate": method(
    "Where an attachment or a finished download lies on disk; for the host, refused to the window.",
    z.union([z.strictObject({ request: id, file: id }), z.strictObject({ download: id })]),
    z.object({ path: pathOnDisk, name: z.string(), size: z.number() }),
  ),
  "file.withdraw": method(
    "Takes an attachment out of the request; its content stays in the archive.",
    z.strictObject({ request: id, file: id, reason }),
    requestDetail,
  ),

  "disposition.give": method(
    "Records a superior's instruction, or passes one on: the chain of a request is a tree.",
    dispositionSchema.extend({ request: id }),
    requestDetail,
  ),
  "document.issue": method(
    "Gives a letter its number; from then on its text stays as it is.",
    letterTextSchema.extend({
      request: id,
      kind: documentKind,
      /** A draft: its words as they were checked, with `date` and `number` said anew. */
      letter: id.optional(),
      /** Running number after which a back-dated one is inserted (nomor sisipan), and why. */
      insert: z.strictObject({ after: z.int().min(1), reason }).optional(),
    }),
    requestDetail,
  ),
  "document.render": method(
    "A document as PDF or Word: the issued one, or a draft with the given text. To `path`, or as base64.",
    z.strictObject({
      request: id,
      kind: documentKind,
      /** One of several letters of the kind; the latest numbered one, or a draft, without it. */
      letter: id.optional(),
      /** The office's usual paper when left out. */
      paper: z.enum(PAPERS).optional(),
      format: z.enum(["pdf", "docx"]).default("pdf"),
      /** Word only: SRIKANDI's variables in place of number, date, sifat, hal and signature. */
      variables: z.boolean().default(false),
      /** With the words in the signature's room that a signing service looks for. */
      anchored: z.boolean().default(false),
      /** The text of a draft; ignored when the letter has its number. */
      text: letterTextSchema.optional(),
      /** A disposition being written; without it the latest one, or a form to fill by hand. */
      disposition: dispositionSchema.partial({ to: true }).optional(),
      /** Lembar disposisi only: one that was given, in place of the latest. */
      dispositionId: id.optional(),
      /** Lembar disposisi only: where it stands on the paper. PDF; Word knows the first. */
      layout: z.enum(DISPOSITION_LAYOUTS).default("half"),
      path: pathOnDisk.optional(),
    }),
    printed.extend({
      kind: z.string(),
      paper: z.enum(PAPERS),
      /** Not yet numbered; printed with a clear mark. */
      draft: z.boolean(),
    }),
  ),
  "history.list": method(
    "Everything that happened to a request, oldest first.",
    z.strictObject({ request: id }),
    z.array(shownEvent),
  ),
  "home.get": method(
    "What a user must do now, and this month in numbers.",
    none,
    z.object({
      todo: z.array(requestRow),
      todoTotal: z.number(),
      /** Running requests that are late, due today, or due within three days. */
      late: z.number(),
      dueToday: z.number(),
      dueSoon: z.number(),
      /** Letters that wait for the caller's paraf. */
      toCheck: z.number(),
      /** What two PCs did at once and somebody must choose between; see conflict.list. */
      conflicts: z.number(),
      /** The caller's decisions that were set aside, until acknowledged. */
      lost: z.array(lostDecision),
      /** Dispositions to the caller that are not done, the earliest deadline first, at most ten. */
      dispositions: dispositionTasks,
      /** When the office opens today; null where it stays closed. */
      opening: z.string().nullable(),
      /** Running requests on other people's lanes. */
      elsewhere: z.array(requestRow),
      running: z.number(),
      receivedThisMonth: z.number(),
      endedThisMonth: z.number(),
      rejectedThisMonth: z.number(),
      /** The next run of recurring in-house work; `due` once its month or year has begun. */
      recurring: z.array(
        z.object({
          sop: id,
          name: z.string(),
          period: z.string(),
          /** First working day of its month or year; null where the office opens on none. */
          day: z.string().nullable(),
          due: z.boolean(),
        }),
      ),
      /** The last six months, oldest first, `YYYY-MM`. */
      months: z.array(z.object({ month: z.string(), received: z.number(), ended: z.number() })),
    }),
  ),

  "demo.fill": method(
    "Fills an empty archive with a made-up office; not for the window.",
    none,
    z.object({ requests: z.number() }),
  ),
} as const satisfies Record<`${string}.${string}`, Method>;

export type Contract = typeof contract;
export type MethodName = keyof Contract;
/** What a caller writes; defaults may be left out. */
export type ParamsIn<M extends MethodName> = z.input<Contract[M]["params"]>;
/** What a handler gets; defaults are filled in. */
export type Params<M extends MethodName> = z.output<Contract[M]["params"]>;
export type ResultOf<M extends MethodName> = z.output<Contract[M]["result"]>;

export type RequestDetail = z.infer<typeof requestDetail>;
export type RequestRow = z.infer<typeof requestRow>;
export type Attachment = z.infer<typeof attachment>;
export type Person = z.infer<typeof person>;
export type RequestFilter = z.infer<typeof requestFilter>;

export const METHOD_NAMES = Object.keys(contract) as MethodName[];

/** News that the core sends unasked. */
export type Push =
  | { push: "archive.changed"; request: string | null }
  /** How far a long job is, in whatever it counts; `stage` names its part. */
  | { push: "job.progress"; job: string; done: number; total: number; stage?: string }
  /** How things stand with the portal has changed: read `sync.state`. At most four a second. */
  | { push: "sync.changed" };

/** What travels over a port. `as` is the id of the user at work. */
export type CallMessage = { id: number; method: string; params: unknown; as?: string };
export type ReplyMessage =
  | { id: number; ok: true; result: unknown }
  | { id: number; ok: false; error: import("./errors.ts").Failure };
export type HostMessage = ReplyMessage | Push;
