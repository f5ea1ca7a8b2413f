import { z } from "zod";
import { id, made, method, none, pathOnDisk, person, printed } from "#shared/method.ts";
import { PAPERS, reason } from "#shared/request/model.ts";
import { instant, line } from "#shared/text.ts";
import { bookSchema } from "./book.ts";
import { definitionSchema } from "./definition.ts";
import { draftSchema } from "./draft.ts";

/** Methods about SOPs: the library, drafts, files in and out, sheets and books on paper. */

export const finding = z.object({
  code: z.string(),
  level: z.enum(["error", "advice"]),
  /** Row of the sheet, or null for the SOP as a whole. */
  step: z.number().nullable(),
  detail: z.string(),
});

const version = z.int().min(1);
const sopState = z.enum(["published", "retired"]);
const paper = z.enum(PAPERS).default("A4");
/** A run of in-house work that comes back: `YYYY-MM` or `YYYY`. */
const period = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/);

const sopRow = definitionSchema
  .pick({
    id: true,
    version: true,
    name: true,
    number: true,
    office: true,
    unit: true,
    source: true,
    created: true,
    revised: true,
    approved: true,
    effective: true,
    lanes: true,
    requesterLane: true,
    recurrence: true,
  })
  .extend({
    stepCount: z.number(),
    state: sopState,
    /** Requests that follow any version of it now. */
    running: z.number(),
    /** Findings that nobody has settled; none of them is an error. */
    open: z.number(),
    /** A draft of its next version is being written. */
    draft: z.boolean(),
    /** The run that a recurring SOP is due for next; null before its first run. */
    next: period.nullable(),
  });

const draftRow = z.object({
  id,
  name: z.string(),
  office: z.string(),
  /** Version that it follows; null for an SOP that was never published. */
  based: version.nullable(),
  changed: instant,
  by: person,
  errors: z.number(),
  advice: z.number(),
});

const draftDetail = draftRow.extend({
  definition: draftSchema,
  /** Counts savings; a saving names the one it saw. */
  revision: z.number(),
  findings: z.array(finding),
});

const FORMATS = ["xlsx", "bpmn", "json"] as const;
const imported = z.object({
  format: z.enum(FORMATS),
  name: z.string(),
  definition: draftSchema,
  findings: z.array(finding),
  /** What was not taken over or had to be guessed, with its place in the file. */
  notes: z.array(z.object({ code: z.string(), place: z.string(), message: z.string() })),
  /** The draft that was begun from it, when `keep` asked for one. */
  draft: id.nullable(),
});

const bookRow = z.object({ id, title: z.string(), year: z.number(), sops: z.number() });

export const sopContract = {
  "sop.list": method(
    "SOPs in use and retired, by office, and shipped files that are broken.",
    none,
    z.object({
      sops: z.array(sopRow),
      broken: z.array(
        z.object({ file: z.string(), message: z.string(), findings: z.array(finding) }),
      ),
    }),
  ),
  "sop.get": method(
    "One SOP with its steps; the newest version unless one is named.",
    z.strictObject({ id, version: version.optional() }),
    definitionSchema.extend({
      state: sopState,
      /** Why and when it was retired; null while it is in use. */
      retired: z.object({ at: instant, by: person, reason: z.string() }).nullable(),
      findings: z.array(finding),
      /** Readings of the paper that somebody of the office has confirmed. */
      confirmed: z.array(z.object({ step: z.number(), at: instant, by: person })),
      /** Newest first. */
      versions: z.array(z.object({ version, at: instant, by: person, running: z.number() })),
      /** Other SOPs that its texts name and the office has. */
      links: z.array(z.object({ text: z.string(), sop: id, name: z.string() })),
      draft: z.boolean(),
      next: period.nullable(),
    }),
  ),
  "sop.confirm": method(
    "Confirms what was read into one row of the paper.",
    z.strictObject({ id, version, step: z.int().min(1) }),
    none,
  ),
  "sop.retire": method(
    "Takes an SOP out of use; running requests stay on it.",
    z.strictObject({ id, reason }),
    none,
  ),
  "sop.reinstate": method("Takes a retired SOP into use again.", z.strictObject({ id }), none),
  "sop.export": method(
    "An SOP, or its draft, as a workbook, BPMN 2.0 or JSON.",
    z.strictObject({
      id,
      version: version.optional(),
      draft: z.boolean().default(false),
      format: z.enum(FORMATS),
      path: pathOnDisk.optional(),
    }),
    made,
  ),
  "sop.template": method(
    "An empty workbook with instructions, to be filled and imported.",
    z.strictObject({ path: pathOnDisk.optional() }),
    made,
  ),
  "sop.import": method(
    "Reads an SOP from a file (an upload, or a path on the command line) and checks it. Stores nothing, unless `keep` asks for a draft.",
    z.strictObject({
      upload: id.optional(),
      path: pathOnDisk.optional(),
      keep: z.boolean().default(false),
    }),
    imported,
  ),

  "draft.list": method("Drafts on this PC, latest first.", none, z.array(draftRow)),
  "draft.get": method("One draft with its findings.", z.strictObject({ id }), draftDetail),
  "draft.begin": method(
    "Begins a draft: the next version of an SOP, a copy of it under a new name, an imported one, or an empty sheet.",
    z.union([
      z.strictObject({ sop: id, version: version.optional(), copy: z.boolean().default(false) }),
      z.strictObject({ definition: draftSchema }),
      z.strictObject({ name: line(200) }),
    ]),
    draftDetail,
  ),
  "draft.save": method(
    "Writes a draft; `revision` is the one that was seen.",
    z.strictObject({ id, revision: z.int().min(0), definition: draftSchema }),
    draftDetail,
  ),
  "draft.discard": method("Removes a draft.", z.strictObject({ id }), none),
  "draft.publish": method(
    "Publishes a draft as the SOP's next version; errors refuse it.",
    z.strictObject({ id, revision: z.int().min(0) }),
    z.object({ id, version }),
  ),

  "sheet.render": method(
    "A sheet as PDF: of an SOP, of a draft, or of one request with its run drawn on it.",
    z.union([
      z.strictObject({
        sop: id,
        version: version.optional(),
        paper,
        path: pathOnDisk.optional(),
      }),
      z.strictObject({ draft: id, paper, path: pathOnDisk.optional() }),
      z.strictObject({ request: id, paper, path: pathOnDisk.optional() }),
    ]),
    printed,
  ),

  "book.list": method("Books of SOPs.", none, z.array(bookRow)),
  "book.get": method("One book.", z.strictObject({ id }), bookSchema.extend({ id })),
  "book.save": method(
    "Adds a book, or changes the one with `id`.",
    bookSchema.extend({ id: id.optional() }),
    bookSchema.extend({ id }),
  ),
  "book.remove": method("Removes a book; its SOPs stay.", z.strictObject({ id }), none),
  "book.render": method(
    "A book as PDF: cover, decree, foreword, chapters, symbols, list of SOPs, every sheet.",
    z.strictObject({ id, paper, path: pathOnDisk.optional() }),
    printed,
  ),
};
