import type { CkanJob, CkanStateShown, PublicationShown } from "#shared/ckan/contract.ts";
import type { Publication } from "#shared/ckan/state.ts";
import type { Failure } from "#shared/errors.ts";
import { peopleOf } from "../office/people.ts";
import { type Job, shownJob } from "./jobs.ts";
import { takenAs } from "./read-requests.ts";
import type { Ckan } from "./parts.ts";
import type { Runner } from "./runner.ts";

/** How things stand, as the contract shows it. */
export function stateOf(ckan: Ckan, runner: Runner): CkanStateShown {
  const { facts, catalogue, jobs, secret } = ckan;
  const settings = facts.read("settings");
  return {
    portal: settings && {
      ...settings,
      token: secret.read(settings.url) !== "",
      site: facts.read("site"),
      failure: plain(facts.read("failure")),
    },
    catalogue: {
      datasets: catalogue.count(),
      complete: facts.read("read") !== null,
      updated: facts.read("read")?.at ?? null,
      running: runner.reading(),
      failure: plain(facts.read("unread")),
    },
    jobs: jobs.list().map((job) => showJob(ckan, runner, job)),
    requests: openRequests(ckan),
  };
}

export function showJob({ deps }: Ckan, runner: Runner, job: Job): CkanJob {
  const number = deps.archive.readState(job.request)?.number ?? "";
  return shownJob(job, number, runner.running() === job.id);
}

export function showPublication(
  ckan: Ckan,
  runner: Runner,
  publication: Publication,
): PublicationShown {
  const { id, title, name, portal, organization, license, notes, tags, stage, url, at } =
    publication;
  const job = ckan.jobs.ofPublication(id);
  return {
    ...{ id, title, name, portal, organization, license, notes, tags, stage, url, at },
    by: peopleOf(ckan.deps.archive)(publication.by),
    files: publication.files.map(({ file, name: called, size }) => ({ file, name: called, size })),
    job: job && showJob(ckan, runner, job),
  };
}

function openRequests({ deps: { archive } }: Ckan): number {
  const ids = archive.sql("SELECT id FROM ckan_request WHERE closed = 0").pluck().all();
  return ids.filter((id) => takenAs(archive, id as string) === null).length;
}

const plain = (failure: Failure | null) =>
  failure && { code: failure.code, message: failure.message };
