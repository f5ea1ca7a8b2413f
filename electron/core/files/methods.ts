import { stat } from "node:fs/promises";
import type { Params, ResultOf } from "#shared/contract.ts";
import { fail, ok, type Result } from "#shared/errors.ts";
import { unlessCancelled } from "#shared/request/commands.ts";
import { currentVisit } from "#shared/request/state.ts";
import type { Deps } from "../deps.ts";
import { peopleOf } from "../office/people.ts";
import { detailOf } from "../requests/detail.ts";
import { changeRequest } from "../requests/methods.ts";
import type { CallContext, Handlers } from "../types.ts";
import type { Downloads } from "./downloads.ts";
import { storeFromPath } from "./from-path.ts";

type Methods =
  | "upload.begin"
  | "upload.append"
  | "upload.abort"
  | "file.attach"
  | "file.locate"
  | "file.withdraw";

export function fileMethods(deps: Deps, downloads: Downloads): Pick<Handlers, Methods> {
  const { archive, store, uploads } = deps;
  return {
    "upload.begin": ({ name, size }) => uploads.begin(name, size),
    "upload.append": ({ upload, offset, bytes }) =>
      uploads.append(upload, offset, Buffer.from(bytes, "base64")),
    "upload.abort": async ({ upload }) => {
      await uploads.abort(upload);
      return ok({});
    },
    "file.attach": (params, context) => attach(deps, params, context),
    "file.locate": async (params, context) => {
      if (context.origin === "window") return fail("path_not_allowed");
      if ("download" in params) return downloads.find(params.download);
      const state = archive.readState(params.request);
      const file = state?.files.find((one) => one.id === params.file);
      if (file === undefined) return fail("file_unknown");
      const path = store.pathOf(file.sha256);
      const there = await stat(path).catch(() => null);
      if (there === null) return fail("file_missing", { name: file.name });
      return ok({ path, name: file.name, size: there.size });
    },
    "file.withdraw": ({ request, file, reason }, context) => {
      const changed = changeRequest(deps, context, request, (state) => {
        const open = unlessCancelled(state);
        if (!open.ok) return open;
        const known = state.files.find((one) => one.id === file && one.withdrawn === null);
        if (known === undefined) return fail("file_unknown", {}, "file");
        return ok({ type: "file.withdrawn", body: { file, reason } });
      });
      return changed.ok ? ok(detailOf(archive, changed.value)) : changed;
    },
  };
}

/** The content is safe in the store before the event that names it is written. */
async function attach(
  deps: Deps,
  params: Params<"file.attach">,
  context: CallContext,
): Promise<Result<ResultOf<"file.attach">>> {
  const { archive } = deps;
  if (params.path !== undefined && context.origin === "window") return fail("path_not_allowed");
  const before = archive.readState(params.request);
  if (before === null) return fail("request_unknown", { id: params.request }, "request");
  const open = unlessCancelled(before);
  if (!open.ok) return open;
  const stored =
    params.path === undefined
      ? await deps.uploads.take(params.upload ?? "")
      : await storeFromPath(deps.store, params.path);
  if (!stored.ok) return stored;
  const { name, sha256, size } = stored.value;
  const id = deps.newId();
  let sameAs: string | null = null;
  const changed = changeRequest(deps, context, params.request, (state) => {
    const still = unlessCancelled(state);
    if (!still.ok) return still;
    const current = currentVisit(state);
    sameAs =
      state.files.find((one) => one.sha256 === sha256 && one.withdrawn === null)?.name ?? null;
    return ok({
      type: "file.attached",
      body: {
        id,
        sha256,
        name,
        size,
        step: current?.step ?? null,
        visit: current?.visit ?? null,
      },
    });
  });
  if (!changed.ok) return changed;
  const file = changed.value.files.at(-1);
  if (file === undefined) throw new Error("the attachment is not in the state");
  return ok({ file: { ...file, by: peopleOf(archive)(file.by) }, sameAs });
}
