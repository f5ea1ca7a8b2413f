import type { Params } from "#shared/contract.ts";
import { fail, ok, type Result } from "#shared/errors.ts";
import { unlessCancelled } from "#shared/request/commands.ts";
import type { RequestEvent } from "#shared/request/events.ts";
import { currentVisit } from "#shared/request/state.ts";
import type { Deps } from "../deps.ts";
import type { Downloads } from "../files/downloads.ts";
import { actorOf } from "../office/methods.ts";
import { mergeErasures } from "../privacy/erasures.ts";
import { changeRequest } from "../requests/methods.ts";
import type { CallContext, Handlers } from "../types.ts";
import { importBundle } from "./import.ts";
import { importedAttachments, importedDetail, importedFile, listImported } from "./imported.ts";
import { createJobs } from "./jobs.ts";
import { makeBundlePdf, makeBundleZip } from "./make.ts";

type Methods =
  | "bundle.pdf"
  | "bundle.zip"
  | "bundle.cancel"
  | "bundle.import"
  | "bundle.list"
  | "bundle.get"
  | "bundle.file"
  | "bundle.attach"
  | "bundle.remove";

export function bundleMethods(deps: Deps, downloads: Downloads): Pick<Handlers, Methods> {
  const { archive } = deps;
  const jobs = createJobs(deps);
  const tools = { deps, downloads, jobs };
  return {
    "bundle.pdf": (params, context) => makeBundlePdf(tools, params, context),
    "bundle.zip": (params, context) => makeBundleZip(tools, params, context),
    "bundle.cancel": ({ job }) => {
      jobs.cancel(job);
      return ok({});
    },
    "bundle.import": (params, context) => importBundle(deps, jobs, params, context),
    "bundle.list": (params) => ok(listImported(archive, params)),
    "bundle.get": ({ id }, context) => {
      deps.accesses.note(context, "opened", id);
      return importedDetail(archive, id);
    },
    "bundle.file": (params, context) => importedFile(deps, downloads, params, context),
    "bundle.attach": (params, context) => attach(deps, params, context),
    "bundle.remove": (params, context) => remove(deps, params, context),
  };
}

/** The contents are in the store already; only the events that name them are new. */
function attach(
  deps: Deps,
  { id, request, files: paths }: Params<"bundle.attach">,
  context: CallContext,
): Result<{ attached: number }> {
  const files = importedAttachments(deps.archive, id, paths);
  if (!files.ok) return files;
  const changed = changeRequest(deps, context, request, (state) => {
    const open = unlessCancelled(state);
    if (!open.ok) return open;
    const current = currentVisit(state);
    return ok(
      files.value.map(({ name, size, sha256 }): RequestEvent => ({
        type: "file.attached",
        body: {
          id: deps.newId(),
          sha256,
          name,
          size,
          step: current?.step ?? null,
          visit: current?.visit ?? null,
        },
      })),
    );
  });
  return changed.ok ? ok({ attached: files.value.length }) : changed;
}

/** The identity's key goes with it; the list of erasures keeps a restored backup from bringing it back. */
function remove(
  deps: Deps,
  { id, reason }: Params<"bundle.remove">,
  context: CallContext,
): Result<Record<string, never>> {
  const { archive } = deps;
  const actor = actorOf(archive, context);
  if (!actor.ok) return actor;
  if (archive.safeMode !== null) return fail("archive_safe_mode");
  const number = archive.sql("SELECT number FROM imported WHERE id = ?").pluck().get(id);
  if (typeof number !== "string") return fail("bundle_unknown", {}, "id");
  const erasure = { request: id, number, at: archive.now(), by: actor.value, reason: "" };
  mergeErasures(archive.folder, [{ ...erasure, reason: JSON.stringify(reason) }]);
  archive.transact(() => {
    archive.recordOffice(actor.value, [{ type: "bundle.removed", body: { id, reason } }]);
    archive.identities.destroy(id);
  });
  deps.changed(null);
  return ok({});
}
