import type { Params, ResultOf } from "#shared/contract.ts";
import type { PublishedFile } from "#shared/ckan/events.ts";
import { datasetNameOf } from "#shared/ckan/model.ts";
import type { Publication } from "#shared/ckan/state.ts";
import { fail, ok, type Result } from "#shared/errors.ts";
import { currentVisit, type RequestState } from "#shared/request/state.ts";
import { unlessCancelled } from "#shared/request/commands.ts";
import { isDestroyed } from "#shared/retention/state.ts";
import { actorOf } from "../office/methods.ts";
import { changeRequest } from "../requests/methods.ts";
import type { CallContext, Handlers } from "../types.ts";
import { MOST_JOBS } from "./jobs.ts";
import type { Ckan } from "./parts.ts";
import type { Runner } from "./runner.ts";
import { showPublication } from "./state.ts";

type Methods =
  | "dataset.name"
  | "dataset.publish"
  | "dataset.list"
  | "dataset.send"
  | "dataset.withdraw";

/** Names tried by themselves after one that is taken: padi, padi-2, padi-3. */
const MOST_TRIED = 9;

/** Datasets of requests on their way to the portal. What cannot be sent now waits in the queue. */
export function publicationMethods(ckan: Ckan, runner: Runner): Pick<Handlers, Methods> {
  const { deps, facts, jobs } = ckan;
  const { archive } = deps;
  const shown = (publication: Publication) => showPublication(ckan, runner, publication);

  function find(request: string, id: string): Result<Publication> {
    const state = archive.readState(request);
    if (state === null) return fail("request_unknown", { id: request }, "request");
    const found = state.publications?.find((one) => one.id === id);
    return found === undefined ? fail("publication_unknown") : ok(found);
  }

  return {
    "dataset.name": (params) => nameFor(ckan, runner, params),
    "dataset.list": ({ request }) => {
      const state = archive.readState(request);
      if (state === null) return fail("request_unknown", { id: request }, "request");
      return ok(isDestroyed(state) ? [] : (state.publications ?? []).map(shown));
    },
    "dataset.publish": (params, context) => {
      const queued = queue(ckan, params, context);
      if (!queued.ok) return queued;
      runner.poke();
      return ok(shown(queued.value));
    },
    "dataset.send": ({ request, publication: id }, context) => {
      const found = find(request, id);
      if (!found.ok) return found;
      const actor = actorOf(archive, context);
      if (!actor.ok) return actor;
      const { stage, title, portal } = found.value;
      if (stage !== "queued") return fail("publication_over");
      const settings = facts.read("settings");
      if (settings === null) return fail("ckan_none");
      if (settings.url !== portal) return fail("publication_elsewhere", { url: portal });
      const job = jobs.ofPublication(id);
      if (job !== null) jobs.again(job.id);
      else {
        const body = { kind: "publish" as const, publication: id };
        jobs.add({ request, actor: actor.value, title, body });
      }
      deps.changed(request);
      runner.poke();
      return ok(shown(found.value));
    },
    "dataset.withdraw": ({ request, publication: id, reason }, context) => {
      const found = find(request, id);
      if (!found.ok) return found;
      if (found.value.stage !== "queued") return fail("publication_over");
      const done = archive.transact(() => withdraw(ckan, context, request, found.value, reason));
      if (!done.ok) return done;
      runner.interrupt(done.value.job ?? "");
      runner.poke();
      const now = find(request, id);
      return now.ok ? ok(shown(now.value)) : now;
    },
  };
}

/** Writes the wish down, in the log and in the queue of this PC. */
function queue(
  ckan: Ckan,
  { request, files, instead, ...dataset }: Params<"dataset.publish">,
  context: CallContext,
): Result<Publication> {
  const { deps, facts, jobs, secret } = ckan;
  const { archive } = deps;
  const settings = facts.read("settings");
  if (settings === null) return fail("ckan_none");
  if (secret.read(settings.url) === "") return fail("ckan_token_missing");
  if (jobs.count() >= MOST_JOBS) return fail("busy");
  const actor = actorOf(archive, context);
  if (!actor.ok) return actor;
  const id = deps.newId();
  return archive.transact((): Result<Publication> => {
    const before = archive.readState(request)?.publications?.find((one) => one.id === instead);
    if (before?.stage === "queued") {
      const taken = withdraw(ckan, context, request, before, INSTEAD);
      if (!taken.ok) return taken;
    }
    const changed = changeRequest(deps, context, request, (state) => {
      const open = unlessCancelled(state);
      if (!open.ok) return open;
      const chosen = filesOf(state, files);
      if (!chosen.ok) return chosen;
      const large = chosen.value.find(({ size }) => size > settings.limit);
      if (large !== undefined) return fail("ckan_file_over_limit", { name: large.name }, "files");
      const twice = (state.publications ?? []).some(
        ({ name, stage, portal }) =>
          name === dataset.name && stage !== "withdrawn" && portal === settings.url,
      );
      if (twice) return fail("dataset_name_taken", {}, "name");
      return ok({
        type: "dataset.queued",
        body: {
          ...dataset,
          id,
          portal: settings.url,
          step: currentVisit(state)?.step ?? null,
          files: chosen.value,
        },
      });
    });
    if (!changed.ok) return changed;
    jobs.add({
      request,
      actor: actor.value,
      title: dataset.title,
      body: { kind: "publish", publication: id },
    });
    const made = changed.value.publications?.find((one) => one.id === id);
    if (made === undefined) throw new Error("the publication is not in the state");
    return ok(made);
  });
}

const INSTEAD = "Diganti dengan kiriman yang diperbaiki.";

/** Answers the job that was to send it. A draft that may be on the portal is deleted there. */
function withdraw(
  { deps, jobs }: Ckan,
  context: CallContext,
  request: string,
  publication: Publication,
  reason: string,
): Result<{ job: string | null }> {
  const { id, name, title } = publication;
  const body = { id, reason };
  const changed = changeRequest(deps, context, request, () =>
    ok({ type: "dataset.withdrawn", body }),
  );
  if (!changed.ok) return changed;
  const job = jobs.ofPublication(id);
  if (job === null) return ok({ job: null });
  jobs.drop(job.id);
  jobs.add({
    request,
    actor: job.actor,
    title,
    remote: job.remote,
    body: { kind: "discard", publication: id, name },
  });
  return ok({ job: job.id });
}

/** The chosen attachments, each under a name of its own. */
function filesOf(state: RequestState, ids: readonly string[]): Result<PublishedFile[]> {
  const names = new Set<string>();
  const files: PublishedFile[] = [];
  for (const id of new Set(ids)) {
    const found = state.files.find((one) => one.id === id && one.withdrawn === null);
    if (found === undefined) return fail("file_unknown", {}, "files");
    const { sha256, name, size } = found;
    files.push({ file: id, sha256, name: freeName(name, names), size });
  }
  return ok(files);
}

function freeName(name: string, taken: Set<string>): string {
  const [, stem = name, end = ""] = /^(.*?)(\.[^.]*)?$/u.exec(name) ?? [];
  let free = name;
  for (let count = 2; taken.has(free.toLowerCase()); count += 1) free = `${stem} (${count})${end}`;
  taken.add(free.toLowerCase());
  return free;
}

/** A name that is free, made of a title or the typed one; asked of the portal while there is a line. */
async function nameFor(
  ckan: Ckan,
  runner: Runner,
  { title, name }: Params<"dataset.name">,
): Promise<Result<ResultOf<"dataset.name">>> {
  const wanted = datasetNameOf(name === "" ? title : name);
  if (wanted.length < 2) return ok({ name: wanted, free: null });
  const portal = runner.open();
  if (!portal.ok) return portal;
  try {
    for (let count = 1; count <= MOST_TRIED; count += 1) {
      const tried = count === 1 ? wanted : `${wanted.slice(0, 96)}-${count}`;
      if (ckan.catalogue.has(tried)) {
        // A name that somebody typed is theirs to change.
        if (name !== "") return ok({ name: tried, free: false });
        continue;
      }
      const found = await portal.value.find(tried, runner.signal);
      if (!found.ok) {
        // A dataset that may not be seen has the name all the same.
        const hidden = found.error.code === "ckan_forbidden";
        return ok({ name: tried, free: hidden ? false : null });
      }
      if (found.value === null) return ok({ name: tried, free: true });
      if (name !== "") return ok({ name: tried, free: false });
    }
    return ok({ name: wanted, free: false });
  } finally {
    await portal.value.close();
  }
}
