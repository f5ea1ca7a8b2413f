import { fail, ok } from "#shared/errors.ts";
import type { ConflictEvent } from "#shared/conflict/events.ts";
import { registrationNumber } from "#shared/register/series.ts";
import type { Deps } from "../deps.ts";
import { actorOf, today } from "../office/methods.ts";
import { nextRegistration } from "../requests/intake.ts";
import { changeRequest } from "../requests/methods.ts";
import type { Handlers } from "../types.ts";
import { listConflicts } from "./list.ts";
import { conflictsOf } from "./shown.ts";

type Methods =
  | "conflict.list"
  | "conflict.get"
  | "conflict.settle"
  | "conflict.renumber"
  | "conflict.acknowledge";

/** What two PCs did at once, and choosing between it. */
export function conflictMethods(deps: Deps): Pick<Handlers, Methods> {
  const { archive } = deps;

  return {
    "conflict.list": () => ok(listConflicts(archive)),
    "conflict.get": ({ request }) => {
      const state = archive.readState(request);
      if (state === null) return fail("request_unknown", { id: request }, "request");
      return ok(conflictsOf(archive, state));
    },
    "conflict.settle": ({ request, ...settled }, context) => {
      const changed = changeRequest(deps, context, request, (state) => {
        const conflict = state.conflicts?.find(({ id }) => id === settled.conflict);
        if (conflict?.settled !== null) return fail("conflict_unknown", {}, "conflict");
        if (settled.keep === "other" && !conflict.able) return fail("conflict_unable", {}, "keep");
        const event: ConflictEvent = { type: "conflict.settled", body: settled };
        return ok(event);
      });
      return changed.ok ? ok(conflictsOf(archive, changed.value)) : changed;
    },
    "conflict.renumber": ({ request, reason }, context) => {
      let before = "";
      const changed = changeRequest(deps, context, request, (state) => {
        before = state.number;
        const same = archive.sql("SELECT count(*) FROM request WHERE number = ?").pluck();
        if ((same.get(before) as number) < 2) return fail("number_single", { number: before });
        const running = nextRegistration(deps, Number(today(deps).slice(0, 4)));
        const number = registrationNumber(running);
        const event: ConflictEvent = {
          type: "request.renumbered",
          body: { number, running, reason },
        };
        return ok(event);
      });
      return changed.ok ? ok({ number: changed.value.number, before }) : changed;
    },
    "conflict.acknowledge": ({ request, conflict }, context) => {
      const actor = actorOf(archive, context);
      if (!actor.ok) return actor;
      archive
        .sql(
          "INSERT INTO conflict_read (actor, request, conflict) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        )
        .run(actor.value, request, conflict);
      deps.changed(null);
      return ok({});
    },
  };
}
