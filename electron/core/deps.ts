import type { Archive } from "./archive/archive.ts";
import type { Clock } from "./clock.ts";
import type { DocumentPrinter } from "./documents/printer.ts";
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
  /** Folder of the shipped data. */
  resources: string;
  version: string;
  /** Tells the windows that something changed; null for the office itself. */
  changed: (request: string | null) => void;
};
