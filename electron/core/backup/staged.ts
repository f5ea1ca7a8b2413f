import { join } from "node:path";
import type { Erasure } from "../privacy/erasures.ts";

/**
 * A restore between the moment it was asked for and the start that carries it out:
 *
 *   restore/archive.sqlite   the verified database
 *   restore/ready.json       written last; with it, and only with it, the restore will happen
 */
export const RESTORE = "restore";
export const STAGED = "archive.sqlite";

export type Ready = {
  format: 1;
  /** Bytes of the staged database. */
  size: number;
  /** Folder in the archive that the old database is moved to. */
  aside: string;
  /** Erasures that the backup knows; identities in the database may be older than they. */
  erasures: Erasure[];
};

export const readyFile = (archive: string): string => join(archive, RESTORE, "ready.json");

/** `now` is an ISO instant. */
export const asideName = (now: string): string =>
  `before-restore-${now.slice(0, 23).replaceAll(/[:.]/g, "")}Z`;
