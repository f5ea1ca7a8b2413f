import type { Params } from "#shared/contract.ts";
import { fail, ok, type Result } from "#shared/errors.ts";
import type { OfficeEvent } from "#shared/office.ts";
import { stepOf } from "#shared/sop/definition.ts";
import type { Deps } from "../deps.ts";
import { actorOf } from "../office/methods.ts";
import type { CallContext, Handlers } from "../types.ts";
import { newestSop, retirementOf } from "./library.ts";
import { rowsOf, sopDetailOf } from "./rows.ts";
import type { BrokenFile } from "./shipped.ts";

type Methods = "sop.list" | "sop.get" | "sop.confirm" | "sop.retire" | "sop.reinstate";

export function sopMethods(deps: Deps, broken: readonly BrokenFile[]): Pick<Handlers, Methods> {
  const { archive } = deps;

  /** Records what somebody decided about the SOP `id`; nothing when it is so already. */
  function decide(
    context: CallContext,
    id: string,
    event: OfficeEvent | null,
  ): Result<Record<string, never>> {
    const actor = actorOf(archive, context);
    if (!actor.ok) return actor;
    if (newestSop(archive, id) === null) return fail("sop_unknown", { id }, "id");
    if (event !== null) {
      archive.recordOffice(actor.value, [event]);
      deps.changed(null);
    }
    return ok({});
  }

  function confirm({ id, version, step }: Params<"sop.confirm">, context: CallContext) {
    if (!archive.hasDefinition({ id, version })) return fail("sop_unknown", { id }, "id");
    const row = stepOf(archive.definitionOf({ id, version }), step);
    if (row === undefined || row.inferred.length === 0) {
      return fail("finding_unknown", { step }, "step");
    }
    const known = archive
      .sql("SELECT 1 FROM sop_confirmed WHERE id = ? AND version = ? AND step = ?")
      .get(id, version, step);
    const event = { type: "sop.confirmed" as const, body: { id, version, step } };
    return decide(context, id, known === undefined ? event : null);
  }

  return {
    "sop.list": () => ok({ sops: rowsOf(archive), broken: [...broken] }),
    "sop.get": ({ id, version }) => {
      const newest = newestSop(archive, id);
      const there = version === undefined || archive.hasDefinition({ id, version });
      if (newest === null || !there) return fail("sop_unknown", { id }, "id");
      const asked = version === undefined ? newest : archive.definitionOf({ id, version });
      return ok(sopDetailOf(archive, asked));
    },
    "sop.confirm": confirm,
    "sop.retire": ({ id, reason }, context) => {
      const out = retirementOf(archive, id) !== null;
      return decide(context, id, out ? null : { type: "sop.retired", body: { id, reason } });
    },
    "sop.reinstate": ({ id }, context) => {
      const out = retirementOf(archive, id) !== null;
      return decide(context, id, out ? { type: "sop.reinstated", body: { id } } : null);
    },
  };
}
