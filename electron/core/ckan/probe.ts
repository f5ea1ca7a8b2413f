import type { Site } from "#shared/ckan/contract.ts";
import { ok } from "#shared/errors.ts";
import type { Api } from "./api.ts";
import { asRecord } from "./envelope.ts";
import type { Answer } from "./open-data-portal.ts";
import { list, readNamed, text } from "./read-ckan.ts";
import { refuse } from "./refusals.ts";

/** `package_patch`, which publishing needs, came with this version. */
const OLDEST = [2, 3] as const;
const REQUESTS = "datarequests";
const MOST_NAMED = 2000;

type Probed = { url: string; token: string; now: () => string };

/** Asks what answers at an address: whether it is CKAN, and what may be done there. */
export async function probeCkan(
  api: Api,
  { url, token, now }: Probed,
  signal: AbortSignal,
): Promise<Answer<Site>> {
  const answer = await api.read("status_show", {}, signal);
  if (!answer.ok) {
    // An address at which nothing is, or where the operator has closed the API.
    const hidden = ["ckan_not_found", "ckan_action_unknown"].includes(answer.error.code);
    if (hidden) return refuse("ckan_no_api");
    return answer.error.code === "ckan_forbidden" ? refuse("ckan_api_closed") : answer;
  }
  const status = asRecord(answer.value);
  if (status === null) return refuse("ckan_no_api");
  const version = text(status["ckan_version"], 40);
  if (version !== "" && isOlder(version)) return refuse("ckan_too_old", { version });
  const extensions = Array.isArray(status["extensions"])
    ? status["extensions"].map((one) => text(one, 80)).filter((one) => one !== "")
    : [];
  const organizations = await organizationsOf(api, token, signal);
  if (!organizations.ok) return organizations;
  const licenses = await api.read("license_list", {}, signal);
  if (!licenses.ok && licenses.passing) return licenses;
  return ok({
    url,
    title: text(status["site_title"], 200),
    version,
    extensions,
    requests: extensions.includes(REQUESTS),
    organizations: organizations.value.named,
    licenses: licenses.ok ? namedIn(licenses.value, "id") : [],
    allowed: organizations.value.allowed,
    checked: now(),
  });
}

type Organizations = { named: Site["organizations"]; allowed: boolean | null };

/** Those for which the token may publish. CKAN answers a token that it does not know with none. */
async function organizationsOf(
  api: Api,
  token: string,
  signal: AbortSignal,
): Promise<Answer<Organizations>> {
  if (token === "") {
    const all = await api.read("organization_list", { all_fields: true, limit: 1000 }, signal);
    if (!all.ok) return all.passing ? all : ok({ named: [], allowed: null });
    return ok({ named: namedIn(all.value, "name"), allowed: null });
  }
  const own = await api.read(
    "organization_list_for_user",
    { permission: "create_dataset" },
    signal,
  );
  if (!own.ok) return own.passing ? own : ok({ named: [], allowed: false });
  const named = namedIn(own.value, "name");
  return ok({ named, allowed: named.length > 0 });
}

const namedIn = (value: unknown, key: "id" | "name"): Site["organizations"] =>
  list(value)
    .slice(0, MOST_NAMED)
    .map((one) => readNamed({ ...one, name: one[key] }))
    .filter((one) => one !== null);

function isOlder(version: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map((part) => Number.parseInt(part, 10));
  return major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]);
}
