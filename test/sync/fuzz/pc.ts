import { cpSync, existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Outcome, SyncEngine } from "#core/sync/engine.ts";
import type { Random } from "../../faults/support/random.ts";
import { openSyncPc, type SyncPc } from "../../support/sync-pc.ts";
import { BAD_LINE, GOOD_LINE, type LineFaults, overLine } from "./line.ts";
import type { FuzzPortal } from "./portal.ts";

export type FuzzPc = ReturnType<typeof createFuzzPc>;

type World = { folder: string; portal: FuzzPortal; random: Random; empty: string; now(): number };

/** A PC of the office: its archive on a disk, its clock, and its way to the portal. */
export function createFuzzPc(name: string, world: World) {
  const { portal, random } = world;
  const folder = join(world.folder, name);
  const twins = join(world.folder, `${name}-twins`);
  const kept = join(world.folder, `${name}-kept`);
  let faults: LineFaults = GOOD_LINE;
  /** Milliseconds by which its clock is wrong. */
  let wrong = 0;
  let token: string | null = null;
  let engine: SyncEngine | null = null;
  mkdirSync(folder);
  cpSync(world.empty, folder, { recursive: true });
  let parts = start();

  function start(): SyncPc {
    const started = openSyncPc({
      folder,
      twins,
      now: () => new Date(world.now() + wrong).toISOString(),
      newId: () => random.id(),
    });
    engine =
      token === null ? null : started.connect(overLine(portal.client(token), () => faults, random));
    return started;
  }

  /** In order, or with the disk left as it is at this moment. */
  function stop(inOrder: boolean): void {
    const left = join(world.folder, `${name}-left`);
    if (!inOrder) copyArchive(folder, left);
    parts.archive.close();
    if (!inOrder) copyArchive(left, folder);
  }

  function copyArchive(from: string, to: string): void {
    rmSync(to, { recursive: true, force: true });
    mkdirSync(to);
    for (const file of ["archive.sqlite", "archive.sqlite-wal", "erased.json"]) {
      if (existsSync(join(from, file))) cpSync(join(from, file), join(to, file));
    }
    if (existsSync(join(from, "files"))) {
      cpSync(join(from, "files"), join(to, "files"), { recursive: true });
    }
  }

  return {
    name,
    get archive() {
      return parts.archive;
    },
    get store() {
      return parts.store;
    },
    refusals: () => parts.refusals.list(),
    setClock(by: number): void {
      wrong = by;
    },
    async join(): Promise<void> {
      const joined = await portal.join(name);
      token = joined.token;
      parts.joined("http://uji", joined);
      const client = portal.client(token);
      engine = parts.connect(overLine(client, () => faults, random));
    },
    /** One round; on a good line it goes through. Joins anew where the portal forgot this PC. */
    async sync(isGood: boolean): Promise<Outcome> {
      faults = isGood ? GOOD_LINE : BAD_LINE;
      for (;;) {
        if (token === null) await this.join();
        if (engine === null) throw new Error(`${name} has no way to the portal`);
        const outcome = await engine.run({ asked: isGood });
        if (outcome.trouble?.code !== "token_unknown") return outcome;
        token = null;
      }
    },
    /** The power goes and comes back. */
    crash(): void {
      stop(false);
      parts = start();
    },
    restart(): void {
      stop(true);
      parts = start();
    },
    /** A backup, in place of the one before. */
    keep: (): void => copyArchive(folder, kept),
    /** Back to the backup; false where there is none. */
    restore(): boolean {
      if (!existsSync(kept)) return false;
      stop(random.chance(0.5));
      copyArchive(kept, folder);
      parts = start();
      return true;
    },
    /** Its folder is copied over that of another PC, which goes on with it; the token stays behind. */
    becomeCopyOf(other: { folder: string }): void {
      stop(true);
      copyArchive(other.folder, folder);
      token = null;
      parts = start();
    },
    folder,
    close: () => stop(true),
  };
}
