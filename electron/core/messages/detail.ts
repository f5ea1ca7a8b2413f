import type { RequestDetail } from "#shared/contract.ts";
import type { RequestState } from "#shared/request/state.ts";
import type { Archive } from "../archive/archive.ts";
import { peopleOf } from "../office/people.ts";

/** What a request shows of the portal: its requester there, and the offices that were asked. */
export function portalDetails(
  archive: Archive,
  state: RequestState,
): Pick<RequestDetail, "portal" | "handovers"> {
  const person = peopleOf(archive);
  const { origin, withdrawal, releases = [], handovers = [] } = state;
  return {
    portal:
      origin === undefined
        ? null
        : {
            tracking: origin.portal,
            withdrawal: withdrawal ?? null,
            releases: releases.map(({ files, by, ...one }) => ({
              ...one,
              by: person(by),
              files: files.map(({ name }) => name),
            })),
          },
    handovers: handovers.map(({ office, by, items: _, files: __, due: ___, reply, ...one }) => ({
      ...one,
      office: office.name,
      by: person(by),
      reply: reply && { ...reply, by: person(reply.by).name },
    })),
  };
}
