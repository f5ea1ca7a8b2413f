import type { Deps } from "../deps.ts";
import { runTask, TaskEnded } from "../tasks/run-task.ts";
import { createCatchUp, requestsDue } from "./catch-up.ts";
import type { Extracted } from "./extracted.ts";
import { createFileTexts } from "./file-text.ts";
import { isPurgeDue, purgeSteps } from "./purge.ts";

/**
 * What search does behind the officer's back, one small thing at a time: it takes erased words out of
 * the index and new requests into it, and reads attachments in a thread of their own. What is not done when Lajur closes
 * is done after the next start; only erased words are not left for later.
 */
export type SearchReader = {
  /** Something was written; there may be something to read. */
  poke(): void;
  close(): Promise<void>;
};

/** Milliseconds: after the start, so that the first list comes first; and between two things. */
const FIRST_AFTER = 1500;
const PAUSE = 25;
/** Milliseconds for one attachment; the PDF reader stops itself before. */
const LONGEST = 90_000;
const HEAP_MB = 384;

export function createSearchReader(deps: Deps): SearchReader {
  const { archive, store } = deps;
  const texts = createFileTexts(archive.db);
  const catchUp = createCatchUp(archive);
  const stop = new AbortController();
  let timer: NodeJS.Timeout | null = null;
  let work: Promise<void> | null = null;
  let purge: Iterator<void> | null = null;

  function later(delay: number): void {
    if (stop.signal.aborted || timer !== null || work !== null) return;
    timer = setTimeout(() => {
      timer = null;
      work = step()
        .catch((error: unknown) => {
          // A full disk or a lost folder: whatever was asked for goes on without the search.
          console.error("lajur: attachments are not read", error);
          return false;
        })
        .then((more) => {
          work = null;
          if (more) later(PAUSE);
        });
    }, delay);
    timer.unref();
  }

  /** Does one thing; true when there may be another. */
  async function step(): Promise<boolean> {
    if (purge !== null || isPurgeDue(archive)) {
      purge ??= purgeSteps(archive);
      if (purge.next().done === true) purge = null;
      return true;
    }
    if (catchUp.step()) {
      if (requestsDue(archive) === 0) deps.changed(null);
      return true;
    }
    const next = texts.next();
    if (next === null) return false;
    const found = await extract(next);
    if (stop.signal.aborted) return false;
    const requests = archive.transact(() => {
      texts.keep(next.id, found.state, found.text);
      return index(next.id);
    });
    for (const request of requests) deps.changed(request);
    return true;
  }

  async function extract(next: {
    id: number;
    sha256: string;
    hopeless: boolean;
  }): Promise<Extracted> {
    if (next.hopeless) return { state: "broken", text: "" };
    texts.begin(next.id);
    try {
      const input = { path: store.pathOf(next.sha256) };
      const options = { heapMb: HEAP_MB, longestMs: LONGEST, signal: stop.signal };
      return await runTask("search-extract", input, options);
    } catch (error) {
      // Too much for the time or the memory it may take.
      if (error instanceof TaskEnded && error.reason !== "cancelled") {
        return { state: "broken", text: "" };
      }
      if (stop.signal.aborted) return { state: "missing", text: "" };
      throw error;
    }
  }

  /** Writes the requests that hold this content anew; answers them. */
  function index(file: number): string[] {
    const requests = archive
      .sql(
        `SELECT DISTINCT own.ref FROM search_doc AS doc JOIN search_doc AS own ON own.id = doc.parent
         WHERE doc.file = ?`,
      )
      .pluck()
      .all(file) as string[];
    for (const id of requests) {
      const state = archive.readState(id);
      if (state !== null) archive.writeSearch(state);
    }
    return requests;
  }

  if (archive.safeMode === null) {
    texts.lookAgain();
    later(FIRST_AFTER);
  }
  return {
    poke: () => {
      if (archive.safeMode === null) later(PAUSE);
    },
    async close() {
      stop.abort();
      if (timer !== null) clearTimeout(timer);
      await work;
      if (archive.safeMode !== null || !archive.db.open) return;
      // No word of an erased person waits for the next start.
      const steps = purge ?? purgeSteps(archive);
      while (steps.next().done !== true) continue;
    },
  };
}
