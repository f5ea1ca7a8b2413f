import { rm, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { PDF_LIMITS } from "#shared/bundle/limits.ts";
import type { BundledRequest } from "#shared/bundle/manifest.ts";
import { safeName } from "#shared/bundle/names.ts";
import type { Params, ResultOf } from "#shared/contract.ts";
import { fail, ok, type Result } from "#shared/errors.ts";
import type { Requester } from "#shared/request/model.ts";
import type { RequestState } from "#shared/request/state.ts";
import { isDestroyed } from "#shared/retention/state.ts";
import type { Deps } from "../deps.ts";
import type { Downloads } from "../files/downloads.ts";
import { peopleOf } from "../office/people.ts";
import { templateNames } from "../templates/library.ts";
import type { CallContext } from "../types.ts";
import { bundledEvents } from "./events.ts";
import type { Jobs } from "./jobs.ts";
import { bundleSource } from "./source.ts";
import { sizeWords } from "./words.ts";
import { attachedBytes } from "./zip-task.ts";

/** Bundles of a request: as one PDF, and as a ZIP for another office. */

type Tools = { deps: Deps; downloads: Downloads; jobs: Jobs };

export async function makeBundlePdf(
  { deps, downloads, jobs }: Tools,
  params: Params<"bundle.pdf">,
  context: CallContext,
): Promise<Result<ResultOf<"bundle.pdf">>> {
  const found = requestOf(deps, params, context);
  if (!found.ok) return found;
  const source = bundleSource(deps, found.value, params.paper);
  const attached = attachedBytes(source);
  if (attached > PDF_LIMITS.attached) {
    const [size, most] = [sizeWords(attached), sizeWords(PDF_LIMITS.attached)];
    return fail("bundle_pdf_too_large", { size, most });
  }
  const name = `${safeName(`Berkas ${source.request.number}`)}.pdf`;
  return written(downloads, params.path, name, async (path) => {
    const made = await jobs.run("bundle-pdf", { source, path }, params.job);
    return made.ok ? ok({ pages: made.value.pages, left: plain(made.value.left) }) : made;
  });
}

export async function makeBundleZip(
  { deps, downloads, jobs }: Tools,
  params: Params<"bundle.zip">,
  context: CallContext,
): Promise<Result<ResultOf<"bundle.zip">>> {
  const found = requestOf(deps, params, context);
  if (!found.ok) return found;
  const source = bundleSource(deps, found.value);
  const bundled = bundledRequest(deps, found.value);
  const name = `${safeName(`Berkas ${source.request.number}`)}.zip`;
  return written(downloads, params.path, name, async (path) => {
    const order = { source, bundled, app: deps.version, path };
    const made = await jobs.run("bundle-zip", order, params.job);
    return made.ok ? ok({ entries: made.value.entries, left: plain(made.value.left) }) : made;
  });
}

const plain = (left: readonly { name: string; reason: string }[]) =>
  left.map(({ name, reason }) => ({ name, reason }));

function requestOf(
  { archive, accesses }: Deps,
  { request, path }: { request: string; path?: string | undefined },
  context: CallContext,
): Result<RequestState> {
  if (path !== undefined && context.origin === "window") return fail("path_not_allowed");
  const state = archive.readState(request);
  if (state === null) return fail("request_unknown", { id: request }, "request");
  if (isDestroyed(state)) return fail("request_destroyed", { number: state.number }, "request");
  accesses.note(context, "exported", request);
  return ok(state);
}

/** To `path`, or as a download that is there only when it was made. */
async function written<T extends object>(
  downloads: Downloads,
  asked: string | undefined,
  name: string,
  make: (path: string) => Promise<Result<T>>,
): Promise<
  Result<T & { name: string; size: number; path: string | null; download: string | null }>
> {
  const target =
    asked === undefined ? await downloads.reserve(name) : { id: null, path: resolve(asked) };
  try {
    const made = await make(target.path);
    if (!made.ok) return made;
    const { size } = await stat(target.path);
    const path = asked === undefined ? null : target.path;
    return ok({ ...made.value, name, size, path, download: target.id });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (["EACCES", "EPERM", "ENOENT", "EISDIR", "EROFS", "ENOTDIR"].includes(code)) {
      return fail("path_unwritable", { path: target.path }, "path");
    }
    throw error;
  } finally {
    // A task that was ended leaves what it had begun.
    await rm(`${target.path}.tmp`, { force: true });
  }
}

/** The request as the log has it, for `request.json`. */
function bundledRequest({ archive }: Deps, state: RequestState): BundledRequest {
  const events = bundledEvents(archive.log, state.id);
  const person = peopleOf(archive);
  const posts = archive.sql("SELECT post FROM user WHERE id = ?").pluck();
  const actors = new Set(events.map(({ actor }) => actor));
  for (const letter of state.letters) for (const check of letter.checks) actors.add(check.by);
  const paper = templateNames(archive);
  const kinds = new Set(state.letters.map(({ kind }) => kind));
  return {
    id: state.id,
    definition: archive.definitionOf(state.sop),
    identities: identitiesIn(archive, events),
    people: Object.fromEntries(
      [...actors].map((id) => {
        const post = posts.get(id);
        return [id, { name: person(id).name, post: typeof post === "string" ? post : "" }];
      }),
    ),
    papers: Object.fromEntries([...kinds].map((kind) => [kind, paper(kind)])),
    events,
  };
}

/** Every identity that the events name by its digest: the first one, and corrected ones. */
function identitiesIn(
  { identities }: Deps["archive"],
  events: readonly { body: string }[],
): Record<string, Requester> {
  const digests = new Set(events.flatMap(({ body }) => body.match(/[0-9a-f]{64}/gu) ?? []));
  const found: Record<string, Requester> = {};
  for (const digest of digests) {
    const requester = identities.read(digest);
    if (requester !== null) found[digest] = requester;
  }
  return found;
}
