import { z } from "zod";
import { id, method, none, pathOnDisk } from "#shared/method.ts";
import { instant } from "#shared/request/model.ts";
import { optionalLine } from "#shared/text.ts";
import { manifestSchema, POINT_NAME } from "./manifest.ts";

/**
 * The part of the contract that is about backups. Its `folder` and `path` are the one place where a
 * window names a place on disk: always a folder, and Lajur only ever writes inside its own
 * `Lajur-Cadangan-…` folder there.
 */

/** Fewer characters would be guessed by trying. */
export const SHORTEST_PASSPHRASE = 8;
const passphrase = z.string().min(SHORTEST_PASSPHRASE, { error: "passphrase_short" }).max(200);
const point = z.string().regex(POINT_NAME);

const pointRow = z.object({
  point,
  /** Null where the point cannot be read; `problem` says why. */
  manifest: manifestSchema.omit({ heads: true }).nullable(),
  problem: z.string().nullable(),
});

const backupFolder = z.object({
  /** The `Lajur-Cadangan-…` folder. */
  folder: pathOnDisk,
  archive: z.string(),
  /** It is a backup of the archive that is open. */
  own: z.boolean(),
  /** Newest first. */
  points: z.array(pointRow),
});

const destination = z.object({
  id,
  folder: pathOnDisk,
  encrypted: z.boolean(),
  /** On the disk of the archive itself: one broken disk would take both. */
  sameDisk: z.boolean(),
  lastGood: instant.nullable(),
  lastTried: instant.nullable(),
  /** Why the last try failed; null after a good one. */
  failure: z.object({ code: z.string(), message: z.string() }).nullable(),
  /** `slow`: it did not answer in time, as a share without a line. */
  reach: z.enum(["ok", "absent", "unwritable", "slow"]),
  /** Bytes; null where it cannot be reached. */
  free: z.number().nullable(),
  points: z.array(pointRow),
});

const run = z.object({
  destination: id,
  point,
  /** Files copied anew, and those that the archive could not give whole. */
  copied: z.number(),
  damaged: z.number(),
  /** Older points that went. */
  dropped: z.number(),
  /** Bytes of the database. */
  size: z.number(),
  /** Milliseconds. */
  took: z.number(),
});

export const backupContract = {
  "backup.state": method(
    "Where backups go, how each place stands, and the points that lie there.",
    none,
    z.object({ destinations: z.array(destination), running: id.nullable() }),
  ),
  "backup.warning": method(
    "Whether the last good backup is too old; asks no disk.",
    none,
    z.object({
      kind: z.enum(["fine", "nowhere", "never", "old"]),
      /** Days since the last good one. */
      days: z.number(),
    }),
  ),
  "backup.places": method(
    "Drives and shares of this PC where a backup could lie.",
    none,
    z.array(z.object({ folder: pathOnDisk, free: z.number(), total: z.number() })),
  ),
  "backup.add": method(
    "Adds a folder as destination; with a passphrase every point there is locked with it.",
    z.strictObject({ folder: pathOnDisk, passphrase: passphrase.optional() }),
    z.object({ id }),
  ),
  "backup.remove": method(
    "No longer backs up to a destination; what lies there stays.",
    z.strictObject({ id }),
    none,
  ),
  "backup.protect": method(
    "Sets, changes or (null) takes away the passphrase of a destination.",
    z.strictObject({
      id,
      passphrase: passphrase.nullable(),
      /** Removes points without a passphrase once one with it has been made. */
      dropPlain: z.boolean().default(false),
    }),
    none,
  ),
  "backup.run": method(
    "Makes a point now: at one destination, or at each that can be reached.",
    z.strictObject({ destination: id.optional() }),
    z.object({ runs: z.array(run) }),
  ),
  "backup.find": method(
    "The backups that lie in a folder.",
    z.strictObject({ path: pathOnDisk }),
    z.object({ backups: z.array(backupFolder) }),
  ),
  "backup.inspect": method(
    "What one point holds, and what restoring it here would mean.",
    z.strictObject({ path: pathOnDisk, point }),
    z.object({
      manifest: manifestSchema.omit({ heads: true }),
      /**
       * `empty`: nothing is here yet; `broken`: what is here cannot be opened; `own`: the point is
       * of this archive; `other`: of another one.
       */
      here: z.enum(["empty", "broken", "own", "other"]),
      /** The office that is here now. */
      office: z.object({ name: z.string(), government: z.string() }).nullable(),
      /** Events that are here and not in the point: they would be set aside. */
      lost: z.number(),
    }),
  ),
  "backup.restore": method(
    "Verifies a point, puts it in place of this archive and starts anew; the old one is set aside.",
    z.strictObject({
      path: pathOnDisk,
      point,
      passphrase: z.string().max(200).optional(),
      /** Name of the office that is here, where the point is of another archive. */
      replaces: optionalLine(300),
    }),
    z.object({
      /** Files that the backup does not hold either. */
      missing: z.number(),
      files: z.number(),
      /** Where the archive that was here lies afterwards; null where none was. */
      aside: pathOnDisk.nullable(),
    }),
  ),
  "backup.heal": method(
    "Fetches attachments that are missing or broken here from a destination's pool.",
    z.strictObject({ destination: id }),
    z.object({ healed: z.number(), left: z.number() }),
  ),
};
