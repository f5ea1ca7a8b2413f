import type { CkanEvent } from "#shared/ckan/events.ts";
import { ok } from "#shared/errors.ts";
import { changeRequest } from "../requests/methods.ts";
import type { CallContext } from "../types.ts";
import { answerRequest } from "./answer.ts";
import type { Job } from "./jobs.ts";
import type { Answer, OpenDataPortal } from "./open-data-portal.ts";
import type { Ckan } from "./parts.ts";
import { discard, publish } from "./publish.ts";

type Done = Extract<CkanEvent, { type: "dataset.published" | "datarequest.answered" }>;

/** Name under which the windows are told how far the files of a publication are. */
const progressName = (publication: string): string => `ckan-${publication}`;

/** Does one thing of the queue; once it is done, it is out of the queue and in the log. */
export async function doJob(
  ckan: Ckan,
  job: Job,
  portal: OpenDataPortal,
  signal: AbortSignal,
): Promise<Answer<null>> {
  const { body, remote } = job;
  switch (body.kind) {
    case "publish":
      return doPublish(ckan, job, body.publication, portal, signal);
    case "discard": {
      const done = await discard(portal, { ...body, remote }, signal);
      return done.ok ? finish(ckan, job) : done;
    }
    case "answer": {
      const { kind: _, datarequest, ...said } = body;
      const done = await answerRequest(portal, { datarequest, ...said }, signal);
      if (!done.ok) return done;
      return finish(ckan, job, {
        type: "datarequest.answered",
        body: { id: datarequest, ...said },
      });
    }
    default:
      return body satisfies never;
  }
}

async function doPublish(
  ckan: Ckan,
  job: Job,
  id: string,
  portal: OpenDataPortal,
  signal: AbortSignal,
): Promise<Answer<null>> {
  const { deps, facts, jobs } = ckan;
  const state = deps.archive.readState(job.request);
  const publication = state?.publications?.find((one) => one.id === id);
  // Done by another PC, taken back, or destroyed with its request.
  if (publication === undefined || publication.stage !== "queued") return finish(ckan, job);
  const total = publication.files.reduce((sum, { size }) => sum + size, 1);
  const done = await publish({
    portal,
    publication,
    remote: job.remote,
    pathOf: deps.store.pathOf,
    limit: facts.read("settings")?.limit ?? 0,
    made: (remote) => jobs.setRemote(job.id, remote),
    onBytes: (bytes) =>
      deps.progress({ job: progressName(id), done: Math.min(bytes, total), total }),
    signal,
  });
  if (!done.ok) return done;
  return finish(ckan, job, { type: "dataset.published", body: { id, url: done.value } });
}

/** Takes a job out of the queue in the transaction of the event that says that it is done. */
function finish(ckan: Ckan, job: Job, event?: Done): Answer<null> {
  ckan.deps.archive.transact(() => {
    ckan.jobs.drop(job.id);
    if (event !== undefined) record(ckan, job, event);
  });
  return ok(null);
}

function record({ deps }: Ckan, job: Job, event: Done): void {
  // Whoever asked for it may have left the office since; the fact is written all the same.
  const active = deps.archive.sql("SELECT 1 FROM user WHERE id = ? AND active = 1").get(job.actor);
  const context: CallContext = { origin: "host", user: active === undefined ? null : job.actor };
  const written = changeRequest(deps, context, job.request, () => ok(event));
  // A request that was destroyed meanwhile takes no more events; what is public stays public.
  if (!written.ok) console.error("lajur: what was done on the portal", written.error.code);
}
