import type { Params, RequestDetail, ResultOf } from "#shared/contract.ts";
import { fail, ok, type Result } from "#shared/errors.ts";
import { letterNumber } from "#shared/letter/number.ts";
import { BLANK_OFFICE } from "#shared/letter/blank-office.ts";
import { documentModel } from "#shared/letter/model.ts";
import type { Office } from "#shared/office.ts";
import { unlessCancelled } from "#shared/request/commands.ts";
import type { IssuedDocument } from "#shared/request/events.ts";
import type { DocumentKind } from "#shared/request/model.ts";
import type { RequestState } from "#shared/request/state.ts";
import { dayOf } from "#shared/time/zone.ts";
import { REGISTERS } from "../archive/projection.ts";
import type { Deps } from "../deps.ts";
import { officeEventId, officeOfEvent, readOffice } from "../office/methods.ts";
import { nextRunning } from "../register.ts";
import { detailOf } from "../requests/detail.ts";
import { changeRequest } from "../requests/methods.ts";
import type { CallContext, Handlers } from "../types.ts";
import { handOver } from "./hand-over.ts";

/** File names as they are offered for saving. */
const FILE_NAMES: Record<DocumentKind, string> = {
  receipt: "Tanda terima",
  disposition: "Lembar disposisi",
  refusal: "Surat penolakan",
  delivery: "Surat pengantar",
  extension: "Surat perpanjangan waktu",
};

export function documentMethods(deps: Deps): Pick<Handlers, "document.issue" | "document.render"> {
  return {
    "document.issue": (params, context) => issue(deps, params, context),
    "document.render": (params, context) => render(deps, params, context),
  };
}

/** Gives a letter its number, taken from the register in the transaction of its event. */
function issue(
  deps: Deps,
  params: Params<"document.issue">,
  context: CallContext,
): Result<RequestDetail> {
  const { archive, clock } = deps;
  const office = readOffice(archive);
  const profile = officeEventId(archive);
  if (office === null || profile === null) return fail("office_missing");
  const { request, kind, ...text } = params;
  if (kind === "refusal" && text.reasons.length === 0) {
    return fail("reasons_missing", {}, "reasons");
  }
  const today = dayOf(clock.instant(), office.zone);
  const date = text.date === "" ? today : text.date;
  if (date > today) return fail("date_in_future", {}, "date");
  const isTaken = archive.sql("SELECT 1 FROM letter WHERE number = ?");
  const changed = changeRequest(deps, context, request, (state) => {
    const open = unlessCancelled(state);
    if (!open.ok) return open;
    if (state.requester === null) return fail("document_in_house");
    if (kind === "extension" && state.extension === undefined) return fail("extension_missing");
    const known = state.documents.find((document) => document.kind === kind);
    if (known !== undefined) return fail("document_issued", { number: known.number });
    if (text.number !== "" && isTaken.get(text.number) !== undefined) {
      return fail("number_taken", { number: text.number }, "number");
    }
    const named =
      text.number === "" ? take(deps, office, date) : { number: text.number, running: null };
    return ok({
      type: "document.issued",
      body: { ...text, date, kind, id: deps.newId(), office: profile, ...named },
    });
  });
  return changed.ok ? ok(detailOf(archive, changed.value)) : changed;
}

/** The next free number of the register; numbers that were typed by hand are passed over. */
function take(
  { archive }: Deps,
  office: Office,
  date: string,
): Pick<IssuedDocument, "number" | "running"> {
  const isTaken = archive.sql("SELECT 1 FROM letter WHERE number = ?");
  const running = nextRunning(archive, REGISTERS.letters, Number(date.slice(0, 4)));
  for (;;) {
    const number = letterNumber(office.letterPattern, running.value, date);
    if (isTaken.get(number) === undefined) return { number, running };
    running.value += 1;
  }
}

async function render(
  deps: Deps,
  params: Params<"document.render">,
  context: CallContext,
): Promise<Result<ResultOf<"document.render">>> {
  const { archive, clock } = deps;
  if (params.path !== undefined && context.origin === "window") return fail("path_not_allowed");
  const state = archive.readState(params.request);
  if (state === null) return fail("request_unknown", { id: params.request }, "request");
  if (state.requester === null && params.kind !== "disposition") return fail("document_in_house");
  const seen = asSigned(archive, state, params.kind);
  const request = detailOf(archive, seen.state);
  const office = seen.office ?? BLANK_OFFICE;
  const model = documentModel({
    kind: params.kind,
    office,
    request,
    text: params.text,
    disposition: params.disposition,
    officerPost: postOf(archive, state.created.by),
    today: dayOf(clock.instant(), office.zone),
  });
  const name = `${FILE_NAMES[params.kind]} ${request.number}.pdf`;
  const document = await deps.printer.render(model, params.paper);
  const printed = await handOver(document, name, params.path);
  if (!printed.ok) return printed;
  const draft = model.draft || seen.office === null;
  return ok({ ...printed.value, kind: params.kind, paper: params.paper, draft });
}

/**
 * What a paper is made from: for a numbered letter the request and the profile as they were when it
 * got its number, whatever has changed since; else as they are. `office` is null without a profile.
 */
function asSigned(
  archive: Deps["archive"],
  state: RequestState,
  kind: DocumentKind,
): { state: RequestState; office: Office | null } {
  const issued = state.documents.find((document) => document.kind === kind);
  if (issued === undefined) return { state, office: readOffice(archive) };
  const then = archive.fold(
    state.id,
    (event) => event.type === "document.issued" && event.body.id === issued.id,
  );
  return { state: then, office: officeOfEvent(archive, issued.office) };
}

/** The post of a user; empty for the command line. */
function postOf(archive: Deps["archive"], user: string): string {
  const post = archive.sql("SELECT post FROM user WHERE id = ?").pluck().get(user);
  return typeof post === "string" ? post : "";
}
