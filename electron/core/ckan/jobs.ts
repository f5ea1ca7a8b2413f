import type { CkanJob } from "#shared/ckan/contract.ts";
import type { Failure } from "#shared/errors.ts";
import type { Archive } from "../archive/archive.ts";

/** What is to be done on the portal. A publication itself stands in its event. */
export type JobBody =
  | { kind: "publish"; publication: string }
  /** Deletes the draft of a publication that was taken back. */
  | { kind: "discard"; publication: string; name: string }
  | {
      kind: "answer";
      datarequest: string;
      dataset: { name: string; url: string } | null;
      comment: string;
    };

export type Job = {
  id: string;
  request: string;
  /** Who asked for it. */
  actor: string;
  title: string;
  body: JobBody;
  /** Id of the dataset on the portal, once it is known. */
  remote: string | null;
  added: string;
  tries: number;
  next: string | null;
  stopped: boolean;
  failure: Failure | null;
};

type Row = Omit<Job, "body" | "stopped" | "failure"> & {
  body: string;
  stopped: number;
  failure: string | null;
};

/** Jobs that wait at one time; more than this is no office's work. */
export const MOST_JOBS = 500;

export type JobStore = ReturnType<typeof createJobStore>;

/** The queue of this PC; it outlives a restart. */
export function createJobStore({ sql }: Archive, newId: () => string, now: () => string) {
  const read = (row: Row): Job => ({
    id: row.id,
    request: row.request,
    actor: row.actor,
    title: row.title,
    body: JSON.parse(row.body) as JobBody,
    remote: row.remote,
    added: row.added,
    tries: row.tries,
    next: row.next,
    stopped: row.stopped === 1,
    failure: row.failure === null ? null : (JSON.parse(row.failure) as Failure),
  });

  const list = (): Job[] =>
    (sql("SELECT * FROM ckan_job ORDER BY added, id").all() as Row[]).map(read);

  return {
    list,
    get: (id: string): Job | null => list().find((job) => job.id === id) ?? null,
    count: (): number => sql("SELECT count(*) FROM ckan_job").pluck().get() as number,
    ofPublication: (publication: string): Job | null =>
      list().find(({ body }) => body.kind === "publish" && body.publication === publication) ??
      null,
    add(job: Pick<Job, "request" | "actor" | "title" | "body"> & { remote?: string | null }): void {
      sql(
        `INSERT INTO ckan_job (id, kind, request, actor, title, body, remote, added)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      ).run(
        newId(),
        job.body.kind,
        job.request,
        job.actor,
        job.title,
        JSON.stringify(job.body),
        job.remote ?? null,
        now(),
      );
    },
    setRemote(id: string, remote: string): void {
      sql("UPDATE ckan_job SET remote = ? WHERE id = ?").run(remote, id);
    },
    /** `next` null: it waits for a person. */
    failed(id: string, failure: Failure, next: string | null): void {
      sql(
        "UPDATE ckan_job SET tries = tries + 1, failure = ?, next = ?, stopped = ? WHERE id = ?",
      ).run(JSON.stringify(failure), next, Number(next === null), id);
    },
    /** To be tried at once, as if it had never failed. */
    again(id: string): void {
      sql(
        "UPDATE ckan_job SET tries = 0, next = NULL, stopped = 0, failure = NULL WHERE id = ?",
      ).run(id);
    },
    /** Those that were stopped for one of these reasons, once there is something new to try. */
    againAfter(codes: ReadonlySet<string>): void {
      for (const { id, stopped, failure } of list()) {
        if (stopped && failure !== null && codes.has(failure.code)) this.again(id);
      }
    },
    drop(id: string): void {
      sql("DELETE FROM ckan_job WHERE id = ?").run(id);
    },
    clear(): void {
      sql("DELETE FROM ckan_job").run();
    },
  };
}

export const shownJob = (job: Job, number: string, running: boolean): CkanJob => ({
  id: job.id,
  kind: job.body.kind,
  request: { id: job.request, number },
  title: job.title,
  added: job.added,
  state: running ? "running" : job.stopped ? "stopped" : "waiting",
  failure: job.failure && { code: job.failure.code, message: job.failure.message },
  next: job.next,
});
