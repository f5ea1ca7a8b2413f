import { z } from "zod";
import { instant } from "#shared/request/model.ts";

/**
 * What a point of a backup says about itself, readable without a passphrase: enough to choose one
 * by, and to know afterwards that everything came back.
 */

/** Raised when an older Lajur could not restore a point of the new shape. */
export const BACKUP_FORMAT = 1;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().min(0);

export const headSchema = z.object({ writer: z.string().max(80), seq: count, hash: sha256 });

export const manifestSchema = z.object({
  format: z.int().min(1),
  /** Id of the archive; the same in all its backups, on whatever PC it lives. */
  archive: z.string().regex(/^[0-9a-f-]{8,64}$/),
  office: z.string().max(500),
  made: instant,
  /** Version of Lajur and name of the PC that made it. */
  version: z.string().max(40),
  pc: z.string().max(255),
  /** Number of the archive's last migration. */
  schema: count,
  counts: z.object({ events: count, requests: count, letters: count }),
  /** The database as it is inside; `stored` are its bytes at the destination. */
  database: z.object({ sha256, size: count, stored: count }),
  /** `list` is the SHA-256 of the point's list of files, `size` the bytes of all of them stored. */
  files: z.object({ count, size: count, list: sha256 }),
  /** Attachments that the archive could not give whole when the point was made. */
  damaged: count,
  /** Last event of every writer. */
  heads: z.array(headSchema).max(100_000),
  encrypted: z.boolean(),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type Head = z.infer<typeof headSchema>;

/** Points are named by the moment they were made, in UTC, so that names sort by time. */
export const POINT_NAME = /^\d{4}-\d\d-\d\dT\d{6}Z(-\d{1,3})?$/;

/** `made` is an ISO instant. */
export const pointName = (made: string): string => `${made.slice(0, 19).replaceAll(":", "")}Z`;

/** Every event that `heads` knows is also known to `others`. */
export function isCovered(heads: readonly Head[], others: readonly Head[]): boolean {
  const known = new Map(others.map((head) => [head.writer, head]));
  return heads.every(({ writer, seq, hash }) => {
    const other = known.get(writer);
    if (other === undefined) return seq === 0;
    return other.seq > seq || (other.seq === seq && other.hash === hash);
  });
}
