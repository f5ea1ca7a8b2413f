import type { DataRequestShown } from "#shared/ckan/contract.ts";
import type { Params, ResultOf } from "#shared/contract.ts";
import { fail, ok, type Result } from "#shared/errors.ts";
import type { RequestState } from "#shared/request/state.ts";
import { actorOf } from "../office/methods.ts";
import { peopleOf } from "../office/people.ts";
import { createRequest } from "../requests/intake.ts";
import { changeRequest } from "../requests/methods.ts";
import type { CallContext, Handlers } from "../types.ts";
import type { Job } from "./jobs.ts";
import { requestOf, takenAs } from "./read-requests.ts";
import type { Ckan } from "./parts.ts";
import type { Runner } from "./runner.ts";
import { showJob } from "./state.ts";

type Methods = "datarequest.list" | "datarequest.take" | "datarequest.state" | "datarequest.answer";

type Row = {
  id: string;
  title: string;
  description: string;
  organization: string;
  asker: string;
  opened: string;
  closed: number;
};

/** Data requests that people wrote on the portal (ckanext-datarequests): read, taken over, answered. */
export function dataRequestMethods(ckan: Ckan, runner: Runner): Pick<Handlers, Methods> {
  const { deps, facts, jobs } = ckan;
  const { archive } = deps;

  const pageOf = (id: string): string =>
    `${facts.read("settings")?.url ?? ""}/datarequest/${encodeURIComponent(id)}`;
  const shown = ({ closed, ...row }: Row): DataRequestShown => ({
    ...row,
    closed: closed === 1,
    url: pageOf(row.id),
    request: takenAs(archive, row.id),
  });
  const jobOf = (request: string): Job | null =>
    jobs.list().find((job) => job.body.kind === "answer" && job.request === request) ?? null;

  return {
    "datarequest.list": ({ closed }) => {
      const rows = archive
        .sql("SELECT * FROM ckan_request WHERE closed = ? ORDER BY opened DESC, id LIMIT 2000")
        .all(Number(closed)) as Row[];
      return ok({ supported: facts.read("site")?.requests ?? false, rows: rows.map(shown) });
    },
    "datarequest.take": (params, context) => take(ckan, pageOf(params.id), params, context),
    "datarequest.state": ({ request }) => {
      const state = archive.readState(request);
      if (state === null) return fail("request_unknown", { id: request }, "request");
      if (state.datarequest === undefined) return ok(null);
      const { title, url, answered } = state.datarequest;
      const job = jobOf(request);
      return ok({
        title,
        url,
        answered: answered && {
          at: answered.at,
          by: peopleOf(archive)(answered.by),
          dataset: answered.dataset?.url ?? "",
          comment: answered.comment,
        },
        job: job && showJob(ckan, runner, job),
        offers: offersOf(ckan, state),
      });
    },
    "datarequest.answer": ({ request, dataset, comment }, context) => {
      const actor = actorOf(archive, context);
      if (!actor.ok) return actor;
      const state = archive.readState(request);
      if (state === null) return fail("request_unknown", { id: request }, "request");
      const taken = state.datarequest;
      if (taken === undefined) return fail("datarequest_unknown");
      if (taken.answered !== null) return fail("datarequest_answered");
      const settings = facts.read("settings");
      if (settings === null) return fail("ckan_none");
      if (settings.url !== taken.portal)
        return fail("publication_elsewhere", { url: taken.portal });
      if (ckan.secret.read(settings.url) === "") return fail("ckan_token_missing");
      if (dataset === "" && comment.trim() === "") return fail("datarequest_empty", {}, "comment");
      const url = `${settings.url}/dataset/${encodeURIComponent(dataset)}`;
      const said = dataset === "" ? null : { name: dataset, url };
      archive.transact(() => {
        const before = jobOf(request);
        if (before !== null) jobs.drop(before.id);
        jobs.add({
          request,
          actor: actor.value,
          title: taken.title,
          body: {
            kind: "answer",
            datarequest: taken.id,
            dataset: said,
            // The number by which the asker can find it again; titles and comments have no other.
            comment: comment.trim() === "" ? "" : `[${state.number}] ${comment.trim()}`,
          },
        });
      });
      deps.changed(request);
      runner.poke();
      return ok({});
    },
  };
}

/** Makes a request of a data request; on every PC it has the same id. */
function take(
  ckan: Ckan,
  url: string,
  params: Params<"datarequest.take">,
  context: CallContext,
): Result<ResultOf<"datarequest.take">> {
  const { deps, facts } = ckan;
  const { archive } = deps;
  const known = takenAs(archive, params.id);
  if (known !== null) return ok({ request: known.id, number: known.number });
  const settings = facts.read("settings");
  if (settings === null) return fail("ckan_none");
  const row = archive.sql("SELECT * FROM ckan_request WHERE id = ?").get(params.id) as
    | Row
    | undefined;
  if (row === undefined) return fail("datarequest_unknown");
  const id = requestOf(params.id);
  return archive.transact((): Result<ResultOf<"datarequest.take">> => {
    const made = createRequest(
      { ...deps, newId: () => id },
      {
        sop: params.sop,
        subject: params.subject,
        requester: params.requester,
        items: [{ name: params.item, period: "", unit: "", format: "" }],
        period: "",
        purpose: row.description.slice(0, 1000),
        delivery: "email",
        letter: { number: "", date: "" },
        received: "",
        letterInHand: true,
      },
      context,
    );
    if (!made.ok) return made;
    const body = { portal: settings.url, id: row.id, title: row.title, url };
    const linked = changeRequest(deps, context, id, () => ok({ type: "datarequest.taken", body }));
    if (!linked.ok) throw new Error(`the new request refused its link: ${linked.error.code}`);
    // From now on the name stands with the request, where it is guarded and can be erased.
    archive.sql("UPDATE ckan_request SET asker = '' WHERE id = ?").run(row.id);
    return ok({ request: id, number: made.value.number });
  });
}

/** Datasets that may be named as the answer: published of it, or found for its rows. */
function offersOf(
  { catalogue, facts }: Ckan,
  state: RequestState,
): { name: string; title: string }[] {
  const base = `${facts.read("settings")?.url ?? ""}/dataset/`;
  const published = (state.publications ?? [])
    .filter(({ stage }) => stage === "published")
    .map(({ name, title }) => ({ name, title }));
  const found = state.assessments.flatMap(({ note }) => {
    const at = note.indexOf(base);
    const name = at < 0 ? "" : (/^[a-z0-9_-]+/u.exec(note.slice(at + base.length))?.[0] ?? "");
    return name !== "" && catalogue.has(name)
      ? [{ name, title: note.slice(0, at).replace(/,\s*$/u, "") || name }]
      : [];
  });
  return [...new Map([...published, ...found].map((one) => [one.name, one])).values()];
}
