import { isAbsolute } from "node:path";
import type { Manifest } from "#shared/backup/manifest.ts";
import type { Params, ResultOf } from "#shared/contract.ts";
import { fail, ok, type Result } from "#shared/errors.ts";
import type { Archive } from "../archive/archive.ts";
import type { Deps } from "../deps.ts";
import { readOffice } from "../office/methods.ts";
import { runTask, type TaskOptions } from "../tasks/run-task.ts";
import { archiveId } from "./destinations.ts";
import { findBackups } from "./find-backups.ts";
import { readPoint, summaryOf } from "./points.ts";

type Place = { path: string; point: string };

/** What a point holds and what putting it here would set aside. */
export async function inspectPoint(
  deps: Deps,
  place: Place,
): Promise<Result<ResultOf<"backup.inspect">>> {
  const found = await locate(place);
  if (!found.ok) return found;
  const { manifest } = found.value;
  const here = hereOf(deps, manifest);
  const office = readOffice(deps.archive);
  return ok({
    manifest: summaryOf(manifest),
    here,
    office: office === null ? null : { name: office.name, government: office.government },
    lost: deps.archive.isFresh() ? 0 : eventsBeyond(deps.archive, manifest),
  });
}

/**
 * Verifies a point and stages it; the core is started anew and puts it in place. Another office's
 * archive is only replaced by whoever names it.
 */
export async function restorePoint(
  deps: Deps,
  { path, point, passphrase, replaces }: Params<"backup.restore">,
  schema: number,
  options: TaskOptions,
): Promise<Result<ResultOf<"backup.restore">>> {
  const { archive, clock, restart } = deps;
  const found = await locate({ path, point });
  if (!found.ok) return found;
  const { folder, manifest } = found.value;
  const office = readOffice(archive);
  const name = office?.name ?? "";
  if (hereOf(deps, manifest) === "other" && !sameName(replaces, name)) {
    const here = [name, office?.government ?? ""].join(", ");
    return fail("backup_other_office", { other: manifest.office, here, office: name }, "replaces");
  }
  const done = await runTask(
    "restore",
    { archive: archive.folder, folder, point, passphrase, schema, now: clock.instant() },
    options,
  );
  if (done.ok) restart();
  return done;
}

/** The readable point at a place that somebody named. */
async function locate({
  path,
  point,
}: Place): Promise<Result<{ folder: string; manifest: Manifest }>> {
  if (!isAbsolute(path)) return fail("backup_folder_relative", {}, "path");
  const backups = await findBackups(path);
  if (!backups.ok) return backups;
  const holding = backups.value.find((one) => one.points.some((other) => other.point === point));
  if (holding === undefined) return fail("backup_point_unknown", { point }, "point");
  const { manifest, problem } = await readPoint(holding.folder, point);
  if (manifest === null || problem !== null) {
    const refused = fail("backup_point_broken", { detail: "" }, "point");
    return problem === null
      ? refused
      : { ok: false, error: { ...refused.error, message: problem } };
  }
  return ok({ folder: holding.folder, manifest });
}

function hereOf({ archive, newId }: Deps, manifest: Manifest): ResultOf<"backup.inspect">["here"] {
  if (archive.isFresh()) return archive.safeMode === null ? "empty" : "broken";
  return manifest.archive === archiveId(archive, newId) ? "own" : "other";
}

/** Events of this archive that the point does not hold. */
function eventsBeyond({ sql }: Archive, { heads }: Manifest): number {
  const known = new Map(heads.map(({ writer, seq }) => [writer, seq]));
  const writers = sql("SELECT uuid, seq FROM writer").all() as { uuid: string; seq: number }[];
  return writers.reduce((sum, { uuid, seq }) => sum + Math.max(0, seq - (known.get(uuid) ?? 0)), 0);
}

const sameName = (one: string, other: string): boolean =>
  one.trim() !== "" && one.trim().toLowerCase() === other.trim().toLowerCase();
