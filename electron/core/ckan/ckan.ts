import { ok } from "#shared/errors.ts";
import { type Api, type ApiOptions, createApi } from "./api.ts";
import { asRecord } from "./envelope.ts";
import type { Answer, OpenDataPortal, RemoteDataset } from "./open-data-portal.ts";
import { probeCkan } from "./probe.ts";
import { list, PUBLICATION, readListed, readRemote, readRequest, text } from "./read-ckan.ts";
import { refuse } from "./refusals.ts";

/** Names asked for at once; a portal that knows no pages answers all of them. */
const NAMES = 5000;
const MOST_NAMES = 200;

export type CkanOptions = ApiOptions & { now: () => string };

/** A portal that runs on CKAN, by its action API (https://docs.ckan.org/en/2.11/api/). */
export function createCkan(options: CkanOptions): OpenDataPortal {
  const api = createApi(options);
  const pageOf = (kind: "dataset" | "datarequest", name: string): string =>
    `${options.url}/${kind}/${encodeURIComponent(name)}`;
  const remote = (value: unknown): RemoteDataset | null =>
    readRemote(value, (name) => pageOf("dataset", name));

  return {
    probe: (signal) => probeCkan(api, options, signal),

    async changes({ since, start, rows }, signal) {
      const params = {
        q: "*:*",
        sort: "id asc",
        start,
        rows,
        ...(since !== null && { fq: `metadata_modified:[${since} TO *]` }),
      };
      const answer = await api.read("package_search", params, signal);
      if (!answer.ok) return answer;
      const found = asRecord(answer.value);
      const results = found?.["results"];
      const total = Number(found?.["count"] ?? NaN);
      if (!Array.isArray(results) || !Number.isInteger(total)) return refuse("ckan_answer_broken");
      const datasets = results.map(readListed).filter((one) => one !== null);
      return ok({ total, told: results.length, datasets, time: api.time() });
    },

    names: (signal) => allNames(api, signal),

    async find(idOrName, signal) {
      const answer = await api.read("package_show", { id: idOrName }, signal);
      if (!answer.ok) return missing(answer);
      const dataset = remote(answer.value);
      return dataset === null ? refuse("ckan_answer_broken") : ok(dataset);
    },

    async draft({ publication, organization, license, tags, ...dataset }, signal) {
      const body = {
        ...dataset,
        owner_org: organization,
        private: true,
        ...(license !== "" && { license_id: license }),
        tags: tags.map((name) => ({ name })),
        extras: [{ key: PUBLICATION, value: publication }],
      };
      const answer = await api.write("package_create", body, signal);
      if (!answer.ok) return answer;
      const made = remote(answer.value);
      return made === null ? refuse("ckan_answer_broken") : ok(made);
    },

    async upload(dataset, file, onBytes, signal) {
      const fields = {
        package_id: dataset,
        name: file.name,
        format: formatOf(file.name),
        hash: file.sha256,
        url: "",
      };
      return nothing(await api.upload("resource_create", fields, file, onBytes, signal));
    },

    dropFile: async (id, signal) =>
      nothing(missing(await api.write("resource_delete", { id }, signal))),
    open: async (id, signal) =>
      nothing(await api.write("package_patch", { id, private: false }, signal)),
    discard: async (id, signal) =>
      nothing(missing(await api.write("package_delete", { id }, signal))),

    requests: {
      async list({ closed, start, rows }, signal) {
        const params = { closed: closed ? "True" : "False", offset: start, limit: rows };
        const answer = await api.read("list_datarequests", params, signal);
        if (!answer.ok) return answer;
        const found = asRecord(answer.value);
        const total = Number(found?.["count"] ?? NaN);
        if (!Number.isInteger(total)) return refuse("ckan_answer_broken");
        const requests = list(found?.["result"]).map(readRequest);
        return ok({ total, requests: requests.filter((one) => one !== null) });
      },
      async find(id, signal) {
        const answer = await api.read("show_datarequest", { id }, signal);
        if (!answer.ok) return missing(answer);
        const found = readRequest(answer.value);
        return found === null ? refuse("ckan_answer_broken") : ok(found);
      },
      async comments(id, signal) {
        const params = { datarequest_id: id, sort: "desc" };
        const answer = await api.read("list_datarequest_comments", params, signal);
        if (!answer.ok) return answer;
        return ok(list(answer.value).map((one) => text(one["comment"], 4000)));
      },
      comment: async (id, comment, signal) =>
        nothing(await api.write("comment_datarequest", { datarequest_id: id, comment }, signal)),
      close: async (id, dataset, signal) =>
        nothing(
          await api.write(
            "close_datarequest",
            { id, ...(dataset !== "" && { accepted_dataset_id: dataset }) },
            signal,
          ),
        ),
    },

    pageOf,
    close: () => api.close(),
  };
}

/** All pages of `package_list`, also of a portal that answers everything at once. */
async function allNames(api: Api, signal: AbortSignal): Promise<Answer<Set<string>>> {
  const names = new Set<string>();
  for (let page = 0; page < MOST_NAMES; page += 1) {
    const params = { limit: NAMES, offset: page * NAMES };
    const answer = await api.read("package_list", params, signal);
    if (!answer.ok) return answer;
    if (!Array.isArray(answer.value)) return refuse("ckan_answer_broken");
    const before = names.size;
    for (const name of answer.value) if (typeof name === "string") names.add(name);
    // The same page again says that this portal takes no offset.
    if (answer.value.length < NAMES || names.size === before) return ok(names);
  }
  return refuse("ckan_answer_large");
}

/** What is not there is no failure to whoever looks for it. */
const missing = <T>(answer: Answer<T>): Answer<T | null> =>
  !answer.ok && answer.error.code === "ckan_not_found" ? ok(null) : answer;

const nothing = (answer: Answer<unknown>): Answer<null> => (answer.ok ? ok(null) : answer);

/** What CKAN calls a format, from the end of a file's name. */
function formatOf(name: string): string {
  const end = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1];
  return end === undefined ? "" : end.toUpperCase();
}
