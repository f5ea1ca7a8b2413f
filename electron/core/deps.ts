import type { Result } from "#shared/errors.ts";
import type { Archive } from "./archive/archive.ts";
import type { Clock } from "./clock.ts";
import type { DocumentPrinter } from "./documents/printer.ts";
import type { AccessLog } from "./privacy/access-log.ts";
import type { Progress } from "./tasks/progress.ts";
import type { FileStore } from "./files/store.ts";
import type { Uploads } from "./files/uploads.ts";

/** What the methods of the core work with. */
export type Deps = {
  archive: Archive;
  clock: Clock;
  newId: () => string;
  store: FileStore;
  uploads: Uploads;
  printer: DocumentPrinter;
  /** Who saw whose identity; whatever shows one notes it. */
  accesses: AccessLog;
  /** This PC as the portal knows it; null without one, and where it must join anew. */
  device: () => { id: string; name: string; letter: string } | null;
  /** One whole round with the portal now; refused where it does not go through. */
  syncNow: () => Promise<Result<null>>;
  /** Folder of the shipped data. */
  resources: string;
  version: string;
  /** Tells the windows that something changed; null for the office itself. */
  changed: (request: string | null) => void;
  /** Tells the windows how far a long job is. */
  progress: (progress: { job: string } & Progress) => void;
  /** Asks for a core started anew, once what is being answered has been. */
  restart: () => void;
};
