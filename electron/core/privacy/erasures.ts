import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { instant } from "#shared/request/model.ts";
import { replaceNow } from "../files/replace-now.ts";

/**
 * The list of identities that were erased, beside the database and beside its backups: a backup of
 * before an erasure brings the identity back, and the list takes it away again. It holds no personal
 * data itself: in a reason, the requester's own words are sealed as they are in the log.
 */

const erasureSchema = z.object({
  request: z.string(),
  /** Registration number, for showing the list. */
  number: z.string(),
  at: instant,
  /** User id. */
  by: z.string(),
  /** Sealed, see shared/privacy/sealed.ts. */
  reason: z.string(),
  /** Of a request that was destroyed as a whole: by which berita acara, and what it held. */
  destroyed: z
    .object({
      proposal: z.string(),
      record: z.string(),
      day: z.string(),
      /** SHA-256 of its attachments. */
      files: z.array(z.string().regex(/^[0-9a-f]{64}$/)),
    })
    .optional(),
});
const listSchema = z.object({ version: z.literal(1), erasures: z.array(erasureSchema) });

export type Erasure = z.infer<typeof erasureSchema>;

const fileOf = (folder: string): string => join(folder, "erased.json");

/** Oldest first; empty without a list. Throws when there is one that cannot be read. */
export function readErasures(folder: string): Erasure[] {
  let text: string;
  try {
    text = readFileSync(fileOf(folder), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
  return listSchema.parse(JSON.parse(text)).erasures;
}

/**
 * Adds what the list lacks, one a request, and writes it durably; an identity erased before may be
 * destroyed as a whole later. Answers how many were added.
 */
export function mergeErasures(folder: string, others: readonly Erasure[]): number {
  const known = readErasures(folder);
  const seen = new Set(known.map(({ request }) => request));
  const added = others.filter(({ request }) => !seen.has(request) && seen.add(request));
  const gone = new Map(others.map(({ request, destroyed }) => [request, destroyed]));
  const lacks = known.some((one) => !one.destroyed && gone.get(one.request) !== undefined);
  if (added.length === 0 && !lacks) return 0;
  const whole = known.map((one) => {
    const destroyed = one.destroyed ?? gone.get(one.request);
    return destroyed === undefined ? one : { ...one, destroyed };
  });
  writeErasures(folder, [...whole, ...added]);
  return added.length;
}

/** Takes back an entry whose erasure has failed. */
export function withdrawErasure(folder: string, request: string): void {
  const known = readErasures(folder);
  writeErasures(
    folder,
    known.filter((one) => one.request !== request),
  );
}

/** Writes the whole list, in place of the one that is there. */
export function writeErasures(folder: string, erasures: readonly Erasure[]): void {
  replaceNow(fileOf(folder), JSON.stringify({ version: 1, erasures }));
}
