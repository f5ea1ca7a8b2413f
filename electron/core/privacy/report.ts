import type { Params, ResultOf } from "#shared/contract.ts";
import { fail, type Result } from "#shared/errors.ts";
import type { AccessRow } from "#shared/privacy/contract.ts";
import { type HeldRequest, MOST_ACCESSES, reportModel } from "#shared/privacy/report.ts";
import type { Requester } from "#shared/request/model.ts";
import type { RequestState } from "#shared/request/state.ts";
import type { Archive } from "../archive/archive.ts";
import type { Deps } from "../deps.ts";
import { handOver } from "../documents/hand-over.ts";
import { stateOf } from "../export/request-sheet.ts";
import { readOffice } from "../office/methods.ts";
import type { CallContext } from "../types.ts";
import { countAccesses, listAccesses } from "./access-rows.ts";
import { identityOf } from "./detail.ts";

const NO_DAYS = { from: "", to: "" };

/** Everything that is held of the requester of a request, over all requests of the same person. */
export async function reportIdentity(
  deps: Deps,
  { request, paper, path }: Params<"identity.report">,
  context: CallContext,
): Promise<Result<ResultOf<"identity.report">>> {
  const { archive, clock, accesses, printer } = deps;
  if (path !== undefined && context.origin === "window") return fail("path_not_allowed");
  const office = readOffice(archive);
  if (office === null) return fail("office_missing");
  const state = archive.readState(request);
  if (state === null) return fail("request_unknown", { id: request }, "request");
  if (state.requester === null) return fail("document_in_house");
  const requester = archive.requesterOf(state);
  if (requester === null) return fail("identity_erased");
  const states = requestsOf(archive, state, requester);
  accesses.flush();
  const ids = states.map(({ id }) => id);
  const rows = ids
    .flatMap((id) =>
      listAccesses(archive, { request: id, ...NO_DAYS }, office.zone, {
        offset: 0,
        limit: MOST_ACCESSES,
      }),
    )
    .sort((one, other) => latestFirst(one, other));
  const model = reportModel({
    office,
    requester,
    requests: states.map(held),
    corrections: states.flatMap((one) => identityOf(archive, one).corrections),
    accesses: rows,
    accessTotal: ids.reduce(
      (sum, id) => sum + countAccesses(archive, { request: id, ...NO_DAYS }, office.zone),
      0,
    ),
    at: clock.instant(),
  });
  const printed = await printer.render(model, paper);
  accesses.note(context, "reported", ...ids);
  return handOver(printed, `Data pribadi ${state.number}.pdf`, path);
}

const latestFirst = (one: AccessRow, other: AccessRow): number => (one.at < other.at ? 1 : -1);

/** Requests of one person that a report lists; nobody asks as often. */
const MOST_REQUESTS = 500;

/** The requests of the same name and identity number; without a number, of the same contact. */
function requestsOf(archive: Archive, state: RequestState, requester: Requester): RequestState[] {
  const ids = archive
    .sql(`SELECT id FROM request WHERE requester = ? ORDER BY created LIMIT ${MOST_REQUESTS}`)
    .pluck()
    .all(requester.name) as string[];
  return ids.flatMap((id) => {
    const found = id === state.id ? state : archive.readState(id);
    const other = found === null ? null : archive.requesterOf(found);
    if (found === null || other === null) return [];
    return found === state || isSame(requester, other) ? [found] : [];
  });
}

function isSame(one: Requester, other: Requester): boolean {
  const figures = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
  if (one.identity !== "" || other.identity !== "") {
    return figures(one.identity) === figures(other.identity);
  }
  const phone = figures(one.phone);
  const email = one.email.toLowerCase();
  return (
    (phone !== "" && phone === figures(other.phone)) ||
    (email !== "" && email === other.email.toLowerCase())
  );
}

const held = (state: RequestState): HeldRequest => ({
  number: state.number,
  received: state.received,
  subject: state.subject,
  state: stateOf(state),
  letters: state.letters.filter(({ issued, voided }) => issued !== null && voided === null).length,
  files: state.files.filter(({ withdrawn }) => withdrawn === null).length,
});
