import { rm, stat } from "node:fs/promises";
import { setImmediate } from "node:timers/promises";
import { failure, type Failure } from "#shared/errors.ts";
import type { DestroyedRequest } from "#shared/retention/events.ts";
import { isDestroyed } from "#shared/retention/state.ts";
import type { Deps } from "../deps.ts";
import { eraseIdentity } from "../privacy/erase.ts";
import { type Erasure, mergeErasures, readErasures } from "../privacy/erasures.ts";
import { itemsOf, startedProposals } from "./proposals.ts";

/** Name of the job in `job.progress`. */
const DESTRUCTION_JOB = "destruction";

/** An entry of the list of erasures, of a request that was destroyed as a whole. */
type Destroyed = Erasure & { destroyed: NonNullable<Erasure["destroyed"]> };

const isDestruction = (one: Erasure): one is Destroyed => one.destroyed !== undefined;

const reasonOf = (record: string): string => `Dimusnahkan, berita acara ${record}`;

export type Destroyer = ReturnType<typeof createDestroyer>;

/**
 * Carries out destructions. A started one is on the disk before anything is lost, each request goes
 * in one transaction, and files go after it; so a crash at any moment is made good by going through
 * it again at the next start. The list of erasures, which goes with the backups, names every
 * destroyed request, so a restored one is destroyed again.
 */
export function createDestroyer(deps: Deps) {
  const { archive, store } = deps;
  let closing = false;
  let running: Promise<Failure | null> = Promise.resolve(null);

  /** One after the other; answers why files are left, or null. */
  function enqueue(work: () => Promise<Failure | null>): Promise<Failure | null> {
    running = running.then(work, work);
    return running;
  }

  function destroyRequest(entry: Destroyed): void {
    archive.transact(() => {
      const state = archive.readState(entry.request);
      if (state === null || isDestroyed(state)) return;
      const { by } = entry;
      const { proposal, record, day } = entry.destroyed;
      const definition = archive.definitionOf(state.sop);
      archive.record(state.id, by, state, definition, [
        { type: "request.destroyed", body: { proposal, record, day } },
      ]);
      const erased = eraseIdentity(deps, state.id, by, reasonOf(record));
      if (!erased.ok) throw new Error(`identity of ${state.id}: ${erased.error.message}`);
      archive.reproject(state.id);
    });
  }

  async function carryOut(entries: readonly Destroyed[]): Promise<Failure | null> {
    const total = entries.length;
    for (const [done, entry] of entries.entries()) {
      if (closing) return null;
      destroyRequest(entry);
      deps.progress({ job: DESTRUCTION_JOB, done, total });
      await setImmediate();
    }
    const left: string[] = [];
    for (const sha256 of new Set(entries.flatMap(({ destroyed }) => destroyed.files))) {
      if (closing) return null;
      const failed = await eraseFile(sha256);
      if (failed !== null) left.push(failed);
    }
    // Old pages with the words must not stay in the journal.
    archive.db.pragma("wal_checkpoint(TRUNCATE)");
    deps.progress({ job: DESTRUCTION_JOB, done: total, total });
    if (left.length > 0) {
      return failure("destruction_files", { count: left.length, detail: left[0] ?? "" });
    }
    finish(new Set(entries.map(({ destroyed }) => destroyed.proposal)));
    deps.changed(null);
    return null;
  }

  /** Erases a content that nobody has any more; answers why it could not, or null. */
  async function eraseFile(sha256: string): Promise<string | null> {
    if (isHeld(sha256)) return null;
    archive.sql("DELETE FROM file_text WHERE sha256 = ?").run(sha256);
    try {
      await rm(store.pathOf(sha256), { force: true });
      return null;
    } catch (error) {
      return `${(error as NodeJS.ErrnoException).code ?? "gagal"}.`;
    }
  }

  /** Whether a living request, or one taken over from another office, has this content. */
  const isHeld = (sha256: string): boolean =>
    archive.sql("SELECT 1 FROM retention_file WHERE sha256 = ?").get(sha256) !== undefined ||
    archive.sql("SELECT 1 FROM imported_file WHERE sha256 = ?").get(sha256) !== undefined;

  function finish(proposals: ReadonlySet<string>): void {
    for (const { id, by } of startedProposals(archive)) {
      if (!proposals.has(id)) continue;
      archive.recordOffice(by, [{ type: "destruction.executed", body: { id } }]);
    }
  }

  /** What a started proposal destroys, with the contents that its requests hold. */
  const entriesOf = ({ id, by, number, date }: ReturnType<typeof startedProposals>[number]) =>
    itemsOf(archive, id).map((request) =>
      entryOf(request, by, archive.now(), { proposal: id, record: number, day: date }),
    );

  const entryOf = (
    request: string,
    by: string,
    at: string,
    { proposal, record, day }: DestroyedRequest,
  ): Destroyed => ({
    ...{ request, number: archive.readState(request)?.number ?? "", at, by },
    reason: JSON.stringify(reasonOf(record)),
    destroyed: { proposal, record, day, files: contentsOf(request) },
  });

  function contentsOf(request: string): string[] {
    const attached = archive.log.read(request).filter(({ type }) => type === "file.attached");
    return [...new Set(attached.map(({ body }) => (body as { sha256: string }).sha256))];
  }

  /** What the list beside the database says was destroyed; what it has lost comes from the log. */
  function wholeList(): Destroyed[] {
    const listed = readErasures(archive.folder).filter(isDestruction);
    const known = archive.sql("SELECT count(*) FROM retention_row WHERE destroyed <> ''").pluck();
    if (listed.length >= (known.get() as number)) return listed;
    const seen = new Set(listed.map(({ request }) => request));
    const logged = archive.db
      .prepare("SELECT stream, at, actor, body FROM event WHERE type = 'request.destroyed'")
      .all() as { stream: string; at: string; actor: string; body: string }[];
    const lost = logged
      .filter(({ stream }) => !seen.has(stream))
      .map(({ stream, at, actor, body }) =>
        entryOf(stream, actor, at, JSON.parse(body) as DestroyedRequest),
      );
    mergeErasures(archive.folder, lost);
    return [...listed, ...lost];
  }

  return {
    /** Carries out every started proposal; answers why files are left, or null. */
    run: (): Promise<Failure | null> =>
      enqueue(async () => {
        let failed: Failure | null = null;
        if (closing) return failed;
        for (const proposal of startedProposals(archive)) {
          const entries = entriesOf(proposal);
          mergeErasures(archive.folder, entries);
          failed = (await carryOut(entries)) ?? failed;
        }
        return failed;
      }),
    /** At a start: goes on with what a crash left, and destroys again what a backup brought back. */
    async resume(): Promise<void> {
      if (closing || archive.safeMode !== null) return;
      try {
        await this.run();
        const again = await enqueue(async () => {
          const back = await broughtBack(wholeList());
          return back.length === 0 ? null : carryOut(back);
        });
        if (again !== null) console.error(again.message);
      } catch (error) {
        // The rest of Lajur works without it; the next start tries again.
        console.error(error);
      }
    },
    async close(): Promise<void> {
      closing = true;
      await running.catch(() => null);
    },
  };

  async function broughtBack(destroyed: readonly Destroyed[]): Promise<Destroyed[]> {
    const back: Destroyed[] = [];
    for (const entry of destroyed) {
      if (closing) return [];
      const state = archive.readState(entry.request);
      if (state === null) continue;
      if (!isDestroyed(state)) {
        back.push(entry);
        continue;
      }
      for (const sha256 of entry.destroyed.files) {
        const there = await stat(store.pathOf(sha256)).catch(() => null);
        if (there === null || isHeld(sha256)) continue;
        back.push(entry);
        break;
      }
    }
    return back;
  }
}
