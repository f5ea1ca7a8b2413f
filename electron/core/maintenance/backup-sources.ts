import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Readable } from "node:stream";
import Database from "better-sqlite3";
import { plainDay } from "#shared/time/format.ts";
import type { Db } from "../archive/database.ts";
import { copyTo } from "../backup/copy.ts";
import { findBackups } from "../backup/find-backups.ts";
import { openPoint } from "../backup/open-point.ts";
import { isCorrupt } from "./chains.ts";

/** What a repair takes from: databases to read rows from, and pools of attachments. */
export type Sources = {
  /** Places and days of the backups that could be opened, for people. */
  names: string[];
  databases: Db[];
  /** Every place where a content may lie, as it is inside. */
  contents(sha256: string): AsyncGenerator<Readable>;
  close(): Promise<void>;
};

/** Points opened of one backup: an older one helps only where the newest is broken. */
const MOST_POINTS = 2;

/**
 * Opens the newest points of the backups in `given` and at the archive's own destinations. A folder
 * that is a copy of an archive serves as well. Databases are copied into `staging` first, since a
 * stick may be read-only. Whatever is taken is verified by its hash later, so damage here only
 * means that it is of no use.
 */
export async function openSources(
  archive: string,
  given: string | null,
  staging: string,
): Promise<Sources> {
  const names: string[] = [];
  const databases: Db[] = [];
  const pools: ((sha256: string) => Promise<Readable>)[] = [];

  async function open(path: string, content: Promise<Readable>): Promise<void> {
    const copy = join(staging, `source-${databases.length}.sqlite`);
    await copyTo(copy, await content);
    databases.push(new Database(copy, { readonly: true }));
    names.push(path);
  }

  async function openBackup(path: string, identity: string | null): Promise<void> {
    const found = await findBackups(resolve(path));
    if (!found.ok) return;
    for (const { folder, points } of found.value) {
      let opened = 0;
      for (const { point, manifest } of points) {
        if (manifest === null || opened >= MOST_POINTS) continue;
        try {
          const one = await openPoint(folder, point, { identity });
          if (opened === 0) {
            pools.push((sha256) => one.vault.open(one.layout.poolFile(one.vault.nameOf(sha256))));
          }
          const database = one.layout.database(one.path, one.manifest.encrypted);
          await open(
            `${folder}, ${plainDay(manifest.made.slice(0, 10))}`,
            one.vault.open(database),
          );
          opened += 1;
        } catch (error) {
          console.error(error); // the next point may do
        }
      }
    }
  }

  async function openCopy(folder: string): Promise<void> {
    const database = join(folder, "archive.sqlite");
    if ((await stat(database).catch(() => null)) === null) return;
    pools.push((sha256) =>
      Promise.resolve(createReadStream(join(folder, "files", sha256.slice(0, 2), sha256))),
    );
    await open(folder, Promise.resolve(createReadStream(database)));
  }

  if (given !== null) {
    await openCopy(given);
    await openBackup(given, identityFor(archive, given));
  }
  for (const { folder, identity } of destinationsOf(archive)) await openBackup(folder, identity);

  return {
    names,
    databases,
    async *contents(sha256) {
      for (const pool of pools) {
        const content = await pool(sha256).catch(() => null);
        if (content !== null) yield content;
      }
    },
    close: () => {
      for (const db of databases) db.close();
      return Promise.resolve();
    },
  };
}

type Destination = { folder: string; identity: string | null };

/** The archive's destinations, as far as its database can still tell. */
function destinationsOf(archive: string): Destination[] {
  let db: Db | null = null;
  try {
    db = new Database(join(archive, "archive.sqlite"), { readonly: true });
    return db.prepare("SELECT folder, identity FROM backup_destination").all() as Destination[];
  } catch (error) {
    if (!isCorrupt(error)) console.error(error);
    return [];
  } finally {
    db?.close();
  }
}

/** A folder named by hand may be one of the archive's own, whose key the archive keeps. */
const identityFor = (archive: string, given: string): string | null =>
  destinationsOf(archive).find(({ folder, identity }) => {
    const inside = resolve(given).startsWith(resolve(folder));
    return inside && identity !== null;
  })?.identity ?? null;
