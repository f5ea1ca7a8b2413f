import type { ResultOf } from "#shared/contract.ts";
import { fail, ok, type Result } from "#shared/errors.ts";
import type { Archive } from "../archive/archive.ts";
import { idOf, knownTypeOf } from "../archive/log.ts";
import { peopleOf } from "../office/people.ts";
import { correctionsIn } from "../privacy/history.ts";

/** Everything that happened to a request, oldest first, with names in place of user ids. */
export function historyOf(archive: Archive, request: string): Result<ResultOf<"history.list">> {
  const events = archive.log.read(request);
  if (events[0]?.type !== "request.created") {
    return fail("request_unknown", { id: request }, "request");
  }
  const person = peopleOf(archive);
  const corrections = correctionsIn(archive, events);
  // The chain keeps its texts; nobody is shown them any more.
  const isGone = events.some(({ type }) => type === "request.destroyed");
  return ok(
    events.map((event) => ({
      id: idOf(event),
      at: event.at,
      by: person(event.by),
      type: knownTypeOf(event),
      body:
        isGone && event.type !== "request.destroyed"
          ? {}
          : { ...(event.body as Record<string, unknown>), ...corrections.get(event) },
    })),
  );
}
