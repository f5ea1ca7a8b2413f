import { resolve } from "node:path";
import type { Params, ResultOf } from "#shared/contract.ts";
import { fail, ok, type Result } from "#shared/errors.ts";
import type { Zone } from "#shared/time/zone.ts";
import type { Deps } from "../deps.ts";
import type { Downloads } from "../files/downloads.ts";
import { actorOf, readOffice, today } from "../office/methods.ts";
import { peopleOf } from "../office/people.ts";
import type { CallContext, Handlers } from "../types.ts";
import { countAccesses, iterateAccesses, listAccesses } from "./access-rows.ts";
import { writeAccessWorkbook } from "./access-workbook.ts";
import { correctIdentity } from "./correct.ts";
import { identityOf } from "./detail.ts";
import { eraseIdentity } from "./erase.ts";
import { readErasures } from "./erasures.ts";
import { reportIdentity } from "./report.ts";

type Methods =
  | "identity.get"
  | "identity.correct"
  | "identity.erase"
  | "identity.accesses"
  | "identity.export"
  | "identity.erasures"
  | "identity.report";

export function privacyMethods(deps: Deps, downloads: Downloads): Pick<Handlers, Methods> {
  const { archive, accesses } = deps;
  const zone = (): Zone => readOffice(archive)?.zone ?? "WIB";

  return {
    "identity.get": ({ request }, context) => {
      const state = archive.readState(request);
      if (state === null) return fail("request_unknown", { id: request }, "request");
      accesses.note(context, "opened", request);
      return ok(identityOf(archive, state));
    },
    "identity.correct": (params, context) => {
      const corrected = correctIdentity(deps, params, context);
      if (!corrected.ok) return corrected;
      accesses.note(context, "corrected", params.request);
      deps.changed(params.request);
      return ok(identityOf(archive, corrected.value));
    },
    "identity.erase": (params, context) => erase(deps, params, context),
    "identity.accesses": ({ offset, limit, ...filter }) => {
      accesses.flush();
      return ok({
        total: countAccesses(archive, filter, zone()),
        rows: listAccesses(archive, filter, zone(), { offset, limit }),
      });
    },
    "identity.export": (params, context) => exportAccesses(deps, downloads, params, context),
    "identity.erasures": ({ offset, limit }) => {
      const person = peopleOf(archive);
      const erasures = readErasures(archive.folder).toReversed();
      return ok({
        total: erasures.length,
        rows: erasures.slice(offset, offset + limit).map(({ by, reason, ...one }) => ({
          ...one,
          by: person(by),
          own: archive.sql("SELECT 1 FROM request WHERE id = ?").get(one.request) !== undefined,
          reason: JSON.parse(archive.identities.unseal(reason)) as string,
        })),
      });
    },
    "identity.report": (params, context) => reportIdentity(deps, params, context),
  };
}

function erase(
  deps: Deps,
  { request, reason, confirmed }: Params<"identity.erase">,
  context: CallContext,
): Result<ResultOf<"identity.erase">> {
  const { archive, accesses } = deps;
  const actor = actorOf(archive, context);
  if (!actor.ok) return actor;
  const state = archive.readState(request);
  if (state === null) return fail("request_unknown", { id: request }, "request");
  if (state.requester === null) {
    return fail("requester_in_house", { name: archive.definitionOf(state.sop).name }, "request");
  }
  if (state.erased !== undefined) return fail("identity_erased");
  if (state.status === "running" && !confirmed) return fail("identity_running", {}, "confirmed");
  // Noted before there is nothing left to be seen.
  accesses.note(context, "erased", request);
  accesses.flush();
  const erased = eraseIdentity(deps, request, actor.value, reason);
  if (!erased.ok) return erased;
  deps.changed(request);
  return ok(identityOf(archive, erased.value));
}

async function exportAccesses(
  deps: Deps,
  downloads: Downloads,
  { path, ...filter }: Params<"identity.export">,
  context: CallContext,
): Promise<Result<ResultOf<"identity.export">>> {
  if (path !== undefined && context.origin === "window") return fail("path_not_allowed");
  const { archive, accesses } = deps;
  const office = readOffice(archive);
  const zone = office?.zone ?? "WIB";
  const day = today(deps);
  const name = `Catatan akses identitas ${day}.xlsx`;
  const target =
    path === undefined ? await downloads.reserve(name) : { id: null, path: resolve(path) };
  accesses.flush();
  const rows = iterateAccesses(archive, filter, zone);
  const written = await writeAccessWorkbook(target.path, rows, { office, zone, today: day });
  if (!written.ok) return written;
  const { id: download } = target;
  return ok({ name, ...written.value, path: download === null ? target.path : null, download });
}
