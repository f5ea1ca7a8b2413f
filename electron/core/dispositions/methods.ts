import { fail, ok } from "#shared/errors.ts";
import { giveDisposition, reportDisposition } from "#shared/disposition/commands.ts";
import type { Deps } from "../deps.ts";
import { today } from "../office/methods.ts";
import { detailOf } from "../requests/detail.ts";
import { changeRequest } from "../requests/methods.ts";
import type { Handlers } from "../types.ts";
import { dispositionDetails, headPost } from "./detail.ts";
import { listTasks } from "./rows.ts";

type Methods = "disposition.give" | "disposition.report" | "disposition.list";

export function dispositionMethods(deps: Deps): Pick<Handlers, Methods> {
  const { archive } = deps;
  return {
    "disposition.give": ({ request, ...disposition }, context) => {
      const id = deps.newId();
      const changed = changeRequest(deps, context, request, (state) =>
        giveDisposition(state, disposition, { id, today: today(deps), head: headPost(archive) }),
      );
      return changed.ok ? ok(detailOf(archive, changed.value)) : changed;
    },
    "disposition.report": ({ request, disposition: id, recipient, text }, context) => {
      const changed = changeRequest(deps, context, request, (state) =>
        reportDisposition(state, { id, recipient, text }),
      );
      if (!changed.ok) return changed;
      const found = changed.value.dispositions.filter((one) => one.id === id);
      const [detail] = dispositionDetails(archive, found);
      return detail === undefined ? fail("disposition_unknown", {}, "disposition") : ok(detail);
    },
    "disposition.list": (params, context) => ok(listTasks(archive, params, context.user)),
  };
}
