import type { CkanStateShown } from "#shared/ckan/contract.ts";
import type { Params, ResultOf } from "#shared/contract.ts";
import { fail, ok, type Result } from "#shared/errors.ts";
import { parseQuery } from "#shared/search/query.ts";
import type { Deps } from "../deps.ts";
import { createPlaces } from "../sync/places.ts";
import type { Handlers } from "../types.ts";
import { portalAddress } from "./address.ts";
import { matchesFor, recordDatasets } from "./available.ts";
import { createCatalogue } from "./catalogue.ts";
import { dataRequestMethods } from "./data-requests.ts";
import { createFacts } from "./facts.ts";
import { createJobStore } from "./jobs.ts";
import { publicationMethods } from "./publications.ts";
import type { Ckan } from "./parts.ts";
import { createRunner, type Runner } from "./runner.ts";
import { createSecret } from "./secret.ts";
import { stateOf } from "./state.ts";

type Methods = Extract<
  keyof Handlers,
  `ckan.${string}` | `catalogue.${string}` | `dataset.${string}` | `datarequest.${string}`
>;

export type CkanOptions = {
  /** This PC's folder for what does not belong into the archive. */
  twins: string;
  /** Key of the system's key store that the token is sealed with; null for none. */
  secret: string | null;
  /** Works by itself, as a window that stays open does. */
  background: boolean;
  /** Milliseconds that a portal may take to begin its answer; the usual ones without. */
  patience?: number | undefined;
};

/** The open data portal: its catalogue, what is published there, and what people ask there. */
export function createCkanMethods(
  deps: Deps,
  { twins, secret, background, patience }: CkanOptions,
) {
  const { archive } = deps;
  const facts = createFacts(archive);
  const places = createPlaces(archive);
  const base = (): string => facts.read("settings")?.url ?? "";
  const ckan: Ckan = {
    deps,
    facts,
    catalogue: createCatalogue(archive, (name) => `${base()}/dataset/${encodeURIComponent(name)}`),
    jobs: createJobStore(archive, deps.newId, archive.now),
    secret: createSecret({ twins, folder: archive.folder, secret }),
    line: places.settings,
    patience,
  };
  const runner = createRunner(ckan, background);
  return { methods: methodsOf(ckan, runner), close: runner.close };
}

function methodsOf(ckan: Ckan, runner: Runner): Pick<Handlers, Methods> {
  const { deps, facts, catalogue, jobs } = ckan;
  const { archive } = deps;
  const state = (): Result<CkanStateShown> => ok(stateOf(ckan, runner));
  const told = (): Result<CkanStateShown> => {
    deps.changed(null);
    return state();
  };

  return {
    "ckan.state": state,
    "ckan.test": async ({ url, token }) => {
      const address = portalAddress(url);
      if (!address.ok) return address;
      return runner.probe(address.value, tokenFor(ckan, address.value, token));
    },
    "ckan.save": async (params) => {
      const saved = await save(ckan, runner, params);
      return saved.ok ? told() : saved;
    },
    "ckan.forget": () => {
      if (jobs.count() > 0) return fail("ckan_jobs_left", { count: jobs.count() });
      runner.stopReading();
      forget(ckan);
      facts.clear();
      ckan.secret.write("", "");
      return told();
    },
    "ckan.refresh": async () => {
      const read = await runner.read();
      return read.ok ? state() : read;
    },
    "ckan.stop": () => {
      runner.stopReading();
      return state();
    },
    "ckan.retry": ({ job }) => {
      const found = jobs.get(job);
      if (found === null) return fail("ckan_job_unknown");
      jobs.again(job);
      deps.changed(found.request);
      runner.poke();
      return state();
    },
    "ckan.drop": ({ job }) => {
      const found = jobs.get(job);
      if (found === null) return fail("ckan_job_unknown");
      // A publication is taken back with its reason, so that the other PCs know of it.
      if (found.body.kind === "publish") return fail("publication_withdraw");
      jobs.drop(job);
      runner.interrupt(job);
      deps.changed(found.request);
      return state();
    },
    "catalogue.find": (params) => findDatasets(ckan, params),
    "catalogue.facets": () =>
      ok({ organizations: catalogue.organizations(), formats: catalogue.formats() }),
    "catalogue.get": ({ id }) => {
      const found = catalogue.get(id);
      return found === null ? fail("dataset_unknown") : ok(found);
    },
    "catalogue.matches": ({ request }) => matchesFor(archive, catalogue, request),
    "catalogue.use": (params, context) => recordDatasets(deps, catalogue, params, context),
    ...publicationMethods(ckan, runner),
    ...dataRequestMethods(ckan, runner),
  };
}

/** The token that was typed, or the one that is kept; never one for another portal. */
function tokenFor({ secret }: Ckan, url: string, typed: string | undefined): string {
  return typed ?? secret.read(url);
}

/** Keeps a portal that answers, or that cannot be reached now; refuses what is none. */
async function save(
  ckan: Ckan,
  runner: Runner,
  { url, token, organization, limit, automatic }: Params<"ckan.save">,
): Promise<Result<null>> {
  const { facts, secret, jobs } = ckan;
  const address = portalAddress(url);
  if (!address.ok) return address;
  const kept = tokenFor(ckan, address.value, token);
  const site = await runner.probe(address.value, kept);
  if (!site.ok && !site.passing) return site;
  const before = facts.read("settings");
  const moved = before !== null && before.url !== address.value;
  if (moved && jobs.count() > 0) return fail("ckan_jobs_left", { count: jobs.count() }, "url");
  if (moved) {
    runner.stopReading();
    forget(ckan);
  }
  const written = secret.write(address.value, kept);
  if (!written.ok) return written;
  ckan.deps.archive.transact(() => {
    facts.write("settings", { url: address.value, organization, limit, automatic });
    if (site.ok) facts.write("site", site.value);
    facts.write("failure", site.ok ? null : site.error);
  });
  jobs.againAfter(SETTLED_HERE);
  runner.poke();
  return ok(null);
}

/** Why a job was stopped, as far as other settings may help. */
const SETTLED_HERE: ReadonlySet<string> = new Set([
  "ckan_forbidden",
  "ckan_certificate",
  "ckan_file_over_limit",
  "authority_unreadable",
]);

/** What was read of a portal goes with it. */
function forget({ deps: { archive }, facts, catalogue }: Ckan): void {
  archive.transact(() => {
    catalogue.clear();
    archive.sql("DELETE FROM ckan_request").run();
    for (const key of ["site", "failure", "reading", "read", "unread"] as const) {
      facts.write(key, null);
    }
  });
}

function findDatasets(
  { catalogue }: Ckan,
  { words, ...filter }: Params<"catalogue.find">,
): Result<ResultOf<"catalogue.find">> {
  if (words.trim() === "") return ok(catalogue.find(null, filter));
  const query = parseQuery(words);
  if (query === "too-long") return fail("search_too_long", {}, "words");
  if (query === "nothing") return fail("search_nothing", {}, "words");
  return ok(catalogue.find(query, filter));
}
