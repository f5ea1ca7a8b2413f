import { fail, ok } from "#shared/errors.ts";
import { checkDefinition } from "#shared/sop/check.ts";
import type { Deps } from "../deps.ts";
import type { Handlers } from "../types.ts";
import { type BrokenSop, listSops, newestSop } from "./library.ts";

export function sopMethods(
  { archive }: Deps,
  broken: readonly BrokenSop[],
): Pick<Handlers, "sop.list" | "sop.get"> {
  const countRunning = archive
    .sql("SELECT count(*) FROM request WHERE status = 'running' AND sop = ?")
    .pluck();
  const isThere = archive.sql("SELECT 1 FROM sop WHERE id = ? AND version = ?").pluck();
  return {
    "sop.list": () =>
      ok({
        sops: listSops(archive).map(
          ({ id, version, name, number, office, unit, lanes, steps }) => ({
            id,
            version,
            name,
            number,
            office,
            unit,
            lanes,
            steps: steps.length,
            running: countRunning.get(id) as number,
          }),
        ),
        broken: [...broken],
      }),
    "sop.get": ({ id, version }) => {
      const there = version === undefined || isThere.get(id, version) !== undefined;
      const definition = there ? newestSop(archive, id) : null;
      if (definition === null) return fail("sop_unknown", { id }, "id");
      const asked = version === undefined ? definition : archive.definitionOf({ id, version });
      return ok({ ...asked, findings: checkDefinition(asked).findings });
    },
  };
}
