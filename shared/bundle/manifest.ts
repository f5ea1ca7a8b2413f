import { z } from "zod";
import { requesterSchema } from "#shared/request/model.ts";
import { definitionSchema } from "#shared/sop/definition.ts";
import { type LoggedEvent, loggedEventSchema, sha256 } from "#shared/sync/wire.ts";
import { instant } from "#shared/text.ts";
import { ZONES } from "#shared/time/zone.ts";

/**
 * The inside of a bundle: `manifest.json` names every other file with size and checksum, and
 * `request.json` holds the request as the log of its office has it. Readers refuse a version that
 * they do not know, so a later one may change anything.
 */

export const BUNDLE_FORMAT = "lajur-bundle";
export const BUNDLE_VERSION = 1;
export const MANIFEST = "manifest.json";
export const REQUEST_FILE = "request.json";

/** Whatever the version: who wrote it, and which version it is. */
export const manifestHeadSchema = z.object({
  format: z.literal(BUNDLE_FORMAT),
  version: z.int().min(1),
});

const name = z.string().max(1000);
const id = z.string().min(1).max(80);
const bytes = z.int().min(0);

export const ENTRY_KINDS = ["request", "file", "letter", "bundle", "readme"] as const;

const entrySchema = z.object({
  path: z.string().min(1).max(400),
  size: bytes,
  sha256,
  kind: z.enum(ENTRY_KINDS),
  /** Id of the attachment or the letter; absent for others. */
  id: id.optional(),
});

export const manifestSchema = manifestHeadSchema.extend({
  /** Version of Lajur that made it, and when. */
  app: z.string().max(60),
  made: instant,
  office: z.object({ government: name, name, zone: z.enum(ZONES) }),
  request: z.object({ id, number: name, subject: name, received: z.string().max(10) }),
  counts: z.object({ entries: z.int().min(0), events: z.int().min(1), files: z.int().min(0) }),
  /** Attachments of the request that could not be put in, with the reason. */
  missing: z.array(z.object({ id, name, reason: z.string().max(200) })).max(5000),
  entries: z.array(entrySchema).max(5000),
});

export const bundledRequestSchema = z.object({
  id,
  definition: definitionSchema,
  /** The requester's identity by its digests; empty for in-house work, and where it was erased. */
  identities: z.record(sha256, requesterSchema),
  /** Those who acted, by user id. */
  people: z.record(z.string().max(80), z.object({ name, post: name })),
  /** Names of the letters' templates, by kind. */
  papers: z.record(z.string().max(80), name),
  events: z.array(loggedEventSchema).min(1).max(100_000),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type ManifestEntry = z.infer<typeof entrySchema>;
export type EntryKind = ManifestEntry["kind"];
export type BundledRequest = z.infer<typeof bundledRequestSchema>;
export type BundledEvent = LoggedEvent;
