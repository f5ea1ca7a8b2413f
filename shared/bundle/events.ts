import type { Definition } from "#shared/sop/definition.ts";
import type { Zone } from "#shared/time/zone.ts";
import type { EntryKind } from "./manifest.ts";

/** A file of a bundle, kept among the archive's files. */
export type ImportedFile = {
  /** Its path in the bundle, by which it is asked for. */
  path: string;
  name: string;
  /** Bytes. */
  size: number;
  sha256: string;
  kind: EntryKind;
  /** Id of the attachment or the letter; null for others. */
  id: string | null;
};

/** A request of another office, taken over as it was. It is read, never changed. */
export type ImportedBundle = {
  id: string;
  /** The request's id at its own office. */
  request: string;
  office: { government: string; name: string; zone: Zone };
  made: string;
  app: string;
  number: string;
  subject: string;
  received: string;
  definition: Definition;
  people: Record<string, { name: string; post: string }>;
  papers: Record<string, string>;
  /** Its events as they were hashed, packed. */
  events: string;
  files: ImportedFile[];
  /** Digests of the requester's identity at its office, and of the same sealed in this archive. */
  identities: Record<string, string>;
};

export type BundleEvent =
  | { type: "bundle.imported"; body: ImportedBundle }
  /** Taken out again: its identity is erased, its row is gone, the reason stays. */
  | { type: "bundle.removed"; body: { id: string; reason: string } };
