import { z } from "zod";
import { id, method, none, person } from "#shared/method.ts";
import { requesterSchema } from "#shared/request/model.ts";
import { block, instant, line, optionalBlock, optionalLine } from "#shared/text.ts";
import { DEFAULT_LIMIT, datasetSchema, MEGABYTE } from "./model.ts";

/** The part of the contract that is about the open data portal. */

const failure = z.object({ code: z.string(), message: z.string() });
const named = z.object({ name: z.string(), title: z.string() });

/** What a portal says of itself. */
export const siteSchema = z.object({
  /** Address as it answers, without a trailing stroke. */
  url: z.string(),
  title: z.string(),
  /** Empty where the portal hides it. */
  version: z.string(),
  extensions: z.array(z.string()),
  /** It has pages for data requests (ckanext-datarequests). */
  requests: z.boolean(),
  /** Organisations for which the token may publish; all of them without one. */
  organizations: z.array(named),
  licenses: z.array(named),
  /** The token was taken; null where none was given. */
  allowed: z.boolean().nullable(),
  checked: instant,
});

const settings = {
  /** Address of the portal; without `https://` too. */
  url: line(300),
  /** Left out: the one that is kept. Empty: none. */
  token: z
    .string()
    .max(2000)
    .regex(/^[\x21-\x7e]*$/u, { error: "ckan_token_invalid" })
    .optional(),
};

const hit = z.object({
  id,
  name: z.string(),
  title: z.string(),
  organization: z.string(),
  formats: z.array(z.string()),
  /** Day of the last change on the portal, YYYY-MM-DD. */
  modified: z.string(),
  url: z.string(),
});

const dataset = hit.extend({
  notes: z.string(),
  license: z.string(),
  tags: z.array(z.string()),
  resources: z.array(
    z.object({ name: z.string(), format: z.string(), url: z.string(), description: z.string() }),
  ),
});

const job = z.object({
  id,
  kind: z.enum(["publish", "discard", "answer"]),
  request: z.object({ id, number: z.string() }),
  title: z.string(),
  added: instant,
  /** `running` now, `waiting` for the line or its turn, `stopped` until somebody looks at it. */
  state: z.enum(["running", "waiting", "stopped"]),
  failure: failure.nullable(),
  /** When it is tried again by itself. */
  next: instant.nullable(),
});

const publication = z.object({
  id,
  title: z.string(),
  name: z.string(),
  portal: z.string(),
  organization: z.string(),
  license: z.string(),
  notes: z.string(),
  tags: z.array(z.string()),
  files: z.array(z.object({ file: id, name: z.string(), size: z.number() })),
  stage: z.enum(["queued", "published", "withdrawn"]),
  url: z.string(),
  at: instant,
  by: person,
  /** How this PC is getting on with it; null where it has nothing to do. */
  job: job.nullable(),
});

const datarequest = z.object({
  id,
  title: z.string(),
  description: z.string(),
  organization: z.string(),
  /** Name that its asker has on the portal; empty once it was taken over or closed. */
  asker: z.string(),
  opened: z.string(),
  closed: z.boolean(),
  url: z.string(),
  /** The request that was made of it here. */
  request: z.object({ id, number: z.string() }).nullable(),
});

const state = z.object({
  portal: z
    .object({
      url: z.string(),
      organization: z.string(),
      /** Bytes that it takes in one file. */
      limit: z.number(),
      automatic: z.boolean(),
      /** A token is kept on this PC. */
      token: z.boolean(),
      site: siteSchema.nullable(),
      /** Why it did not answer the last time; null when it did. */
      failure: failure.nullable(),
    })
    .nullable(),
  catalogue: z.object({
    datasets: z.number(),
    /** The whole catalogue was read at least once. */
    complete: z.boolean(),
    updated: instant.nullable(),
    running: z.object({ done: z.number(), total: z.number() }).nullable(),
    failure: failure.nullable(),
  }),
  jobs: z.array(job),
  /** Open data requests on the portal that nobody took over yet. */
  requests: z.number(),
});

export const ckanContract = {
  "ckan.state": method("How things stand with the open data portal.", none, state),
  "ckan.test": method(
    "Asks an address what it is, and whether it takes the token. Nothing is kept.",
    z.strictObject(settings),
    siteSchema,
  ),
  "ckan.save": method(
    "Keeps the portal of this PC; refused when something else than CKAN answers there.",
    z.strictObject({
      ...settings,
      organization: optionalLine(120),
      limit: z
        .int()
        .min(MEGABYTE)
        .max(2000 * MEGABYTE)
        .default(DEFAULT_LIMIT),
      /** Reads the catalogue and the data requests by itself. */
      automatic: z.boolean().default(true),
    }),
    state,
  ),
  "ckan.forget": method(
    "Forgets portal, token and catalogue. What was published stays there.",
    z.strictObject({ confirmed: z.literal(true) }),
    state,
  ),
  "ckan.refresh": method(
    "Reads the catalogue and the data requests now, and answers when it is through.",
    none,
    state,
  ),
  "ckan.stop": method("Stops reading; goes on from there the next time.", none, state),

  "catalogue.find": method(
    "Datasets of the portal as they were read last, without a line too. All words must be there; none finds all of them.",
    z.strictObject({
      words: z.string().max(100_000, { error: "search_too_long" }).default(""),
      organization: optionalLine(200),
      format: optionalLine(60),
      offset: z.int().min(0).max(100_000).default(0),
      limit: z.int().min(1).max(100).default(20),
    }),
    z.object({ total: z.number(), rows: z.array(hit) }),
  ),
  "catalogue.facets": method(
    "Organisations and formats of the catalogue, the most frequent first.",
    none,
    z.object({
      organizations: z.array(z.object({ name: z.string(), count: z.number() })),
      formats: z.array(z.object({ name: z.string(), count: z.number() })),
    }),
  ),
  "catalogue.get": method("One dataset whole.", z.strictObject({ id }), dataset),
  "catalogue.matches": method(
    "Datasets that may be what a request asks for, by the names of its rows.",
    z.strictObject({ request: id }),
    z.object({
      items: z.array(z.object({ no: z.number(), name: z.string(), datasets: z.array(hit) })),
      /** The branch that the step takes when all is there; null where it decides something else. */
      branch: z.string().nullable(),
    }),
  ),
  "catalogue.use": method(
    "Records that data is on the portal already, with the link; and takes the step's branch for it.",
    z.strictObject({
      request: id,
      items: z
        .array(z.strictObject({ no: z.int().min(1), dataset: id }))
        .min(1)
        .max(200),
      /** Completes the step by the branch that says so, once every row is available. */
      complete: z.boolean().default(false),
    }),
    z.object({ completed: z.object({ step: z.number(), branch: z.string() }).nullable() }),
  ),

  "dataset.name": method(
    "A name for the address, and whether it is free; null where the portal cannot be asked now.",
    z.strictObject({ title: optionalLine(300), name: optionalLine(200) }),
    z.object({ name: z.string(), free: z.boolean().nullable() }),
  ),
  "dataset.publish": method(
    "Puts a dataset with files of the request in the queue for the portal.",
    datasetSchema.extend({
      request: id,
      /** Ids of attachments. */
      files: z.array(id).min(1, { error: "dataset_files_missing" }).max(50),
      /** A stopped publication that this one takes the place of. */
      instead: id.optional(),
    }),
    publication,
  ),
  "dataset.list": method(
    "What was published of a request, or is about to be.",
    z.strictObject({ request: id }),
    z.array(publication),
  ),
  "dataset.send": method(
    "Sends it now: one that waits or was stopped, or one that another PC did not finish.",
    z.strictObject({ request: id, publication: id }),
    publication,
  ),
  "dataset.withdraw": method(
    "Takes it out of the queue; a draft that is on the portal already is deleted there.",
    z.strictObject({ request: id, publication: id, reason: block(1000) }),
    publication,
  ),
  "ckan.retry": method("Tries a job now.", z.strictObject({ job: id }), state),
  "ckan.drop": method("Gives a job of an answer up.", z.strictObject({ job: id }), state),

  "datarequest.list": method(
    "Data requests of the portal as they were read last, newest first.",
    z.strictObject({ closed: z.boolean().default(false) }),
    z.object({ supported: z.boolean(), rows: z.array(datarequest) }),
  ),
  "datarequest.take": method(
    "Makes a request of one; doing it again answers the same request.",
    z.strictObject({
      id,
      sop: line(80),
      requester: requesterSchema,
      subject: line(300),
      item: line(300),
    }),
    z.object({ request: id, number: z.string() }),
  ),
  "datarequest.state": method(
    "Where a request that came from the portal stands there; null for others.",
    z.strictObject({ request: id }),
    z
      .object({
        title: z.string(),
        url: z.string(),
        answered: z
          .object({ at: instant, by: person, dataset: z.string(), comment: z.string() })
          .nullable(),
        job: job.nullable(),
        /** Datasets that can be named as the answer: published from here, or recorded as available. */
        offers: z.array(named),
      })
      .nullable(),
  ),
  "datarequest.answer": method(
    "Answers the asker on the portal and closes the data request there.",
    z.strictObject({
      request: id,
      /** Name of the dataset that is the answer; empty for none. */
      dataset: optionalLine(100),
      comment: optionalBlock(2000),
    }),
    none,
  ),
} as const;

export type Site = z.infer<typeof siteSchema>;
export type CkanStateShown = z.infer<typeof state>;
export type CkanJob = z.infer<typeof job>;
export type DatasetHit = z.infer<typeof hit>;
export type CatalogueDataset = z.infer<typeof dataset>;
export type PublicationShown = z.infer<typeof publication>;
export type DataRequestShown = z.infer<typeof datarequest>;
