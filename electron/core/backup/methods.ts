import { stat } from "node:fs/promises";
import { isAbsolute, relative, resolve } from "node:path";
import { warningOf } from "#shared/backup/due.ts";
import type { Params, ResultOf } from "#shared/contract.ts";
import { fail, ok, type Result } from "#shared/errors.ts";
import { SCHEMA_VERSION } from "../archive/database.ts";
import type { Deps } from "../deps.ts";
import { runTask } from "../tasks/run-task.ts";
import type { Handlers } from "../types.ts";
import { archiveId, type Destination } from "./destinations.ts";
import { findBackups } from "./find-backups.ts";
import { summaryOf } from "./points.ts";
import { onOtherDisk, places, reachOf, within } from "./reach.ts";
import { inspectPoint, restorePoint } from "./restore.ts";
import type { Run, Runner } from "./runner.ts";

type Methods = Extract<keyof Handlers, `backup.${string}`>;

export function backupMethods(deps: Deps, runner: Runner): Pick<Handlers, Methods> {
  const { archive, clock, newId } = deps;
  const { destinations } = runner;

  const known = (id: string): Result<Destination> => {
    const found = destinations.find(id);
    return found === null ? fail("backup_destination_unknown") : ok(found);
  };

  /** A point at each destination that can be reached; what fails stands in its row. */
  async function backUpAll(): Promise<Run[]> {
    const runs: Run[] = [];
    for (const destination of destinations.list()) {
      const done = await runner.backUp(destination);
      if (done.ok) runs.push(done.value);
    }
    return runs;
  }

  async function add({
    folder,
    passphrase,
  }: Params<"backup.add">): Promise<Result<{ id: string }>> {
    const checked = await checkFolder(folder, archive.folder);
    if (!checked.ok) return checked;
    const path = checked.value;
    if (destinations.list().some((one) => one.folder === path)) {
      return fail("backup_folder_twice", {}, "folder");
    }
    const key =
      passphrase === undefined ? null : await runTask("backup-key", { passphrase, identity: null });
    const otherDisk = await onOtherDisk(path, archive.folder);
    const id = newId();
    archive.transact(() => {
      destinations.add(id, path, otherDisk, clock.instant());
      if (key !== null) destinations.protect(id, key, false);
    });
    deps.changed(null);
    return ok({ id });
  }

  async function protect({
    id,
    passphrase,
    dropPlain,
  }: Params<"backup.protect">): Promise<Result<Record<string, never>>> {
    const found = known(id);
    if (!found.ok) return found;
    // The same identity under another passphrase still opens the points that are there.
    const { identity } = found.value;
    const key = passphrase === null ? null : await runTask("backup-key", { passphrase, identity });
    destinations.protect(id, key, dropPlain);
    deps.changed(null);
    return ok({});
  }

  return {
    "backup.state": async () =>
      ok({
        destinations: await Promise.all(
          destinations.list().map((destination) => stateOf(destination, runner, archive.folder)),
        ),
        running: runner.running(),
      }),
    "backup.warning": () => {
      const good = destinations.list().flatMap(({ lastGood }) => lastGood ?? []);
      const state = {
        destinations: destinations.list().length,
        requests: archive
          .sql("SELECT count(*) FROM (SELECT 1 FROM request LIMIT 1)")
          .pluck()
          .get() as number,
        lastGood: good.sort().at(-1) ?? null,
        now: clock.instant(),
      };
      return ok(warningOf(state));
    },
    "backup.places": async () => ok(await places()),
    "backup.add": add,
    "backup.remove": ({ id }) => {
      if (runner.running() === id) return fail("backup_running");
      destinations.remove(id);
      deps.changed(null);
      return ok({});
    },
    "backup.protect": protect,
    "backup.run": async ({ destination }) => {
      if (destination === undefined) return ok({ runs: await backUpAll() });
      const found = known(destination);
      if (!found.ok) return found;
      const done = await runner.backUp(found.value);
      return done.ok ? ok({ runs: [done.value] }) : done;
    },
    "backup.find": async ({ path }) => {
      const found = await findBackups(path);
      if (!found.ok) return found;
      const own = archiveId(archive, newId);
      return ok({ backups: found.value.map((one) => ({ ...one, own: one.archive === own })) });
    },
    "backup.inspect": (params) => inspectPoint(deps, params),
    "backup.restore": (params) =>
      runner.alone(null, (signal) =>
        restorePoint(deps, params, SCHEMA_VERSION, { signal, onProgress: runner.onProgress }),
      ),
    "backup.heal": async ({ destination }) => {
      const found = known(destination);
      if (!found.ok) return found;
      const { folder, identity } = found.value;
      if ((await reachOf(found.value, archive.folder)).reach === "absent") {
        return fail("backup_unreachable", { path: folder });
      }
      return runner.alone(null, (signal) =>
        runTask(
          "backup-heal",
          { archive: archive.folder, folder: runner.folderAt(found.value), identity },
          { signal, onProgress: runner.onProgress },
        ),
      );
    },
  };
}

async function stateOf(
  destination: Destination,
  runner: Runner,
  archive: string,
): Promise<ResultOf<"backup.state">["destinations"][number]> {
  const { id, folder, identity, lastGood, lastTried, failure } = destination;
  const { reach, free } = await reachOf(destination, archive);
  const seen = reach === "ok" || reach === "unwritable";
  const points = seen ? await runner.pointsAt(destination) : [];
  return {
    id,
    folder,
    encrypted: identity !== null,
    sameDisk: !destination.otherDisk,
    lastGood,
    lastTried,
    failure,
    reach,
    free,
    points: points.map((point) => ({
      ...point,
      manifest: point.manifest === null ? null : summaryOf(point.manifest),
    })),
  };
}

/** A folder that is there and does not lie in the archive, in full. */
async function checkFolder(folder: string, archive: string): Promise<Result<string>> {
  if (!isAbsolute(folder)) return fail("backup_folder_relative", {}, "folder");
  const path = resolve(folder);
  const there = await within(
    stat(path).catch(() => null),
    null,
  );
  if (there === null) return fail("backup_folder_missing", { path }, "folder");
  if (!there.isDirectory()) return fail("backup_folder_is_file", { path }, "folder");
  const inside = relative(resolve(archive), path);
  if (inside === "" || (!inside.startsWith("..") && !isAbsolute(inside))) {
    return fail("backup_folder_inside", {}, "folder");
  }
  return ok(path);
}
