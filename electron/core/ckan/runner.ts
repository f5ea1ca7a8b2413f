import { fail, failure, type Result } from "#shared/errors.ts";
import { connect, probe } from "./connect.ts";
import { doJob } from "./do-job.ts";
import type { Job } from "./jobs.ts";
import type { Answer, OpenDataPortal } from "./open-data-portal.ts";
import type { Ckan } from "./parts.ts";
import { readCatalogue } from "./read-catalogue.ts";
import { readRequests } from "./read-requests.ts";
import { refuse } from "./refusals.ts";

/** Milliseconds: after a start, after something was put in the queue, and between two readings. */
const FIRST_AFTER = 20_000;
const SOON = 50;
const READ_EVERY = 12 * 3_600_000;
/** A reading that failed is tried again after so long. */
const READ_AGAIN = 30 * 60_000;
/** How long a job waits after its first, second ... failure, in minutes; the last one holds. */
const WAITS = [1, 3, 10, 30, 60];
/** Share by which a wait is longer or shorter, so that PCs do not come all at once. */
const JITTER = 0.2;
/**
 * Something else answers where the portal was: a network that wants a password first, or a page
 * about maintenance. What waits goes on waiting.
 */
const STRANGERS: ReadonlySet<string> = new Set(["ckan_no_api", "ckan_moved"]);

export type Runner = ReturnType<typeof createRunner>;

/** Name under which the windows are told how far it is. */
export const READING = "ckan-catalogue";

/**
 * What is done on the portal behind the officer's back, one thing at a time: the queue first, then
 * the catalogue. `background`: by itself, as a window that stays open does.
 */
export function createRunner(ckan: Ckan, background: boolean) {
  const { deps, facts, catalogue, jobs, secret, line, patience } = ckan;
  const { archive, clock } = deps;
  const stop = new AbortController();
  let timer: NodeJS.Timeout | null = null;
  let work: Promise<void> | null = null;
  let reading: { done: number; total: number; stop: AbortController } | null = null;
  let readWork: Promise<Answer<null>> | null = null;
  let triedAt: number | null = null;
  let runningJob: { id: string; stop: AbortController } | null = null;

  const mayRun = (): boolean =>
    !stop.signal.aborted && archive.safeMode === null && archive.db.open;

  function open(): Result<OpenDataPortal> {
    const settings = facts.read("settings");
    if (settings === null) return fail("ckan_none");
    return connect({
      url: settings.url,
      token: secret.read(settings.url),
      line: line(),
      now: clock.instant,
      patience,
    });
  }

  /** A line that is paid by the byte is not used for what nobody asked for. */
  const readsByItself = (): boolean =>
    background && facts.read("settings")?.automatic === true && !line().metered;

  /** Milliseconds until something is to be done; null for nothing. */
  function dueIn(): number | null {
    const settings = facts.read("settings");
    if (settings === null) return null;
    const now = clock.now();
    const waits = jobs
      .list()
      .filter(({ stopped }) => !stopped)
      .map(({ next }) => (next === null ? 0 : Date.parse(next) - now));
    if (readsByItself()) waits.push(readingDueIn(now));
    return waits.length === 0 ? null : Math.max(0, Math.min(...waits));
  }

  function readingDueIn(now: number): number {
    const last = facts.read("read");
    if (last === null && facts.read("unread") === null) return 0;
    const since = last === null ? Infinity : now - Date.parse(last.at);
    if (since < READ_EVERY) return READ_EVERY - since;
    return triedAt === null ? 0 : Math.max(0, triedAt + READ_AGAIN - now);
  }

  function later(least: number): void {
    if (!mayRun() || work !== null) return;
    const due = dueIn();
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (due === null) return;
    timer = setTimeout(
      () => {
        timer = null;
        if (!mayRun()) return;
        work = round()
          .catch((error: unknown) => console.error("lajur: open data portal", error))
          .finally(() => {
            work = null;
            later(SOON);
          });
      },
      Math.min(Math.max(due, least), READ_EVERY),
    ).unref();
  }

  /** Does what is due. */
  async function round(): Promise<void> {
    for (const { id } of jobs.list()) {
      if (!mayRun()) return;
      // As it is by now: it may have been taken back while others were done.
      const job = jobs.get(id);
      if (job === null || job.stopped) continue;
      if (job.next === null || Date.parse(job.next) <= clock.now()) await runJob(job);
    }
    if (!mayRun() || !readsByItself()) return;
    if (reading === null && readingDueIn(clock.now()) <= 0) await read();
  }

  async function runJob(job: Job): Promise<void> {
    const ending = new AbortController();
    const signal = AbortSignal.any([stop.signal, ending.signal]);
    const portal = open();
    runningJob = { id: job.id, stop: ending };
    deps.changed(job.request);
    try {
      const done = portal.ok
        ? await doJob(ckan, job, portal.value, signal)
        : { ...portal, passing: false };
      if (stop.signal.aborted || ending.signal.aborted || jobs.get(job.id) === null) return;
      if (done.ok) return;
      const passing = done.passing || STRANGERS.has(done.error.code);
      jobs.failed(job.id, done.error, passing ? nextTry(job.tries) : null);
    } finally {
      runningJob = null;
      if (portal.ok) await portal.value.close();
      if (archive.db.open) deps.changed(job.request);
    }
  }

  function nextTry(tries: number): string {
    const minutes = WAITS[Math.min(tries, WAITS.length - 1)] ?? 60;
    const wait = minutes * 60_000 * (1 + JITTER * (2 * Math.random() - 1));
    return new Date(clock.now() + wait).toISOString();
  }

  /** Reads catalogue and data requests now; goes on where it was stopped. */
  function read(): Promise<Answer<null>> {
    readWork ??= readNow().finally(() => {
      readWork = null;
    });
    return readWork;
  }

  async function readNow(): Promise<Answer<null>> {
    const portal = open();
    if (!portal.ok) return { ...portal, passing: false };
    const ending = new AbortController();
    const signal = AbortSignal.any([stop.signal, ending.signal]);
    reading = { done: 0, total: 0, stop: ending };
    triedAt = clock.now();
    deps.changed(null);
    try {
      const done = await readAll(portal.value, signal);
      if (!archive.db.open || stop.signal.aborted) return done;
      const isStopped = !done.ok && done.error.code === "ckan_stopped";
      if (!isStopped) facts.write("unread", done.ok ? null : done.error);
      return done;
    } finally {
      reading = null;
      await portal.value.close();
      deps.progress({ job: READING, done: 1, total: 1 });
      if (archive.db.open) deps.changed(null);
    }
  }

  async function readAll(portal: OpenDataPortal, signal: AbortSignal): Promise<Answer<null>> {
    const site = await portal.probe(signal);
    if (signal.aborted) return refuse("ckan_stopped");
    facts.write("failure", site.ok ? null : site.error);
    if (!site.ok) return site;
    facts.write("site", site.value);
    const known = { archive, clock, facts, catalogue };
    const report = (done: number, total: number): void => {
      if (reading !== null) reading = { ...reading, done, total };
      deps.progress({ job: READING, done: Math.min(done, total), total: total + 1 });
    };
    const read = await readCatalogue(known, portal, report, signal);
    if (!read.ok || !site.value.requests) return read;
    return readRequests(known, portal, signal);
  }

  if (background) later(FIRST_AFTER);

  return {
    read,
    stopReading: (): void => reading?.stop.abort(),
    reading: () => reading && { done: reading.done, total: reading.total },
    running: (): string | null => runningJob?.id ?? null,
    /** Ends a job that runs at the moment; it stays in the queue. */
    interrupt(id: string): void {
      if (runningJob?.id === id) runningJob.stop.abort();
    },
    /** Something was put in the queue, or is to be tried again. */
    poke: (): void => later(0),
    /** What is at an address that is not kept yet. */
    probe: (url: string, token: string) =>
      probe({ url, token, line: line(), now: clock.instant, patience }, stop.signal),
    open,
    signal: stop.signal,
    async close(): Promise<void> {
      stop.abort(failure("ckan_stopped"));
      if (timer !== null) clearTimeout(timer);
      await work;
      await readWork;
    },
  };
}
