import type { Params, ResultOf } from "#shared/contract.ts";
import { fail, ok, type Result } from "#shared/errors.ts";
import { dispositionOf } from "#shared/disposition/commands.ts";
import { BLANK_OFFICE } from "#shared/letter/blank-office.ts";
import { letterOf } from "#shared/letter/commands.ts";
import { VOID_MARK } from "#shared/letter/compose.ts";
import { DISPOSITION, dispositionModel } from "#shared/letter/model.ts";
import type { LetterState } from "#shared/letter/state.ts";
import type { TemplateVersion } from "#shared/letter/template.ts";
import type { Paper } from "#shared/request/model.ts";
import type { RequestState } from "#shared/request/state.ts";
import { isDestroyed } from "#shared/retention/state.ts";
import { dayOf } from "#shared/time/zone.ts";
import type { Deps } from "../deps.ts";
import { issueLetter } from "../letters/issue.ts";
import { letterModel } from "../letters/compose.ts";
import { listUsers, readOffice } from "../office/methods.ts";
import { detailOf } from "../requests/detail.ts";
import { templateInUse, templateVersion } from "../templates/library.ts";
import type { CallContext, Handlers } from "../types.ts";
import { renderDocx } from "./docx/render-docx.ts";
import { printDisposition } from "./disposition-paper.ts";
import { handOver } from "./hand-over.ts";
import type { DocumentModel } from "#shared/letter/types.ts";

export function documentMethods(deps: Deps): Pick<Handlers, "document.issue" | "document.render"> {
  return {
    "document.issue": (params, context) => issueLetter(deps, params, context),
    "document.render": (params, context) => render(deps, params, context),
  };
}

type Order = Params<"document.render">;
type Rendered = Result<ResultOf<"document.render">>;
/** A paper ready to be set: its model, and the name that its file is offered with. */
type Ready = { model: DocumentModel; name: string; draft: boolean; paper: Paper };

async function render(deps: Deps, params: Order, context: CallContext): Promise<Rendered> {
  const { archive } = deps;
  if (params.path !== undefined && context.origin === "window") return fail("path_not_allowed");
  const state = archive.readState(params.request);
  if (state === null) return fail("request_unknown", { id: params.request }, "request");
  if (isDestroyed(state)) return fail("request_destroyed", { number: state.number }, "request");
  const usual = readOffice(archive)?.letterStyle.paper ?? "A4";
  const paper = params.paper ?? usual;
  const ready =
    params.kind === DISPOSITION
      ? dispositionReady(deps, state, params, paper)
      : letterReady(deps, state, params, paper);
  if (!ready.ok) return ready;
  deps.accesses.note(context, "printed", state.id);
  const { model, name, draft } = ready.value;
  const printed =
    params.format === "docx"
      ? { pdf: await renderDocx(model, paper, { variables: params.variables }), pages: 0 }
      : params.kind === DISPOSITION
        ? await printDisposition(deps.printer, model, paper, params.layout)
        : await deps.printer.render(model, paper);
  const handed = await handOver(printed, `${name}.${params.format}`, params.path);
  return handed.ok ? ok({ ...handed.value, kind: params.kind, paper, draft }) : handed;
}

function dispositionReady(
  { archive, clock }: Deps,
  state: RequestState,
  { disposition, dispositionId }: Order,
  paper: Paper,
): Result<Ready> {
  if (dispositionId !== undefined) {
    const found = dispositionOf(state, dispositionId, "dispositionId");
    if (!found.ok) return found;
  }
  const office = readOffice(archive);
  const profile = office ?? BLANK_OFFICE;
  const model = dispositionModel({
    office: profile,
    request: detailOf(archive, state),
    ...(disposition && { disposition }),
    ...(dispositionId !== undefined && { dispositionId }),
    people: listUsers(archive).filter((user) => user.active),
    today: dayOf(clock.instant(), profile.zone),
  });
  return ok({ model, name: `Lembar disposisi ${state.number}`, draft: office === null, paper });
}

function letterReady(deps: Deps, state: RequestState, params: Order, paper: Paper): Result<Ready> {
  const known = templateInUse(deps.archive, params.kind);
  const letter = chosenLetter(state, params, known.ok && known.value.once);
  if (!letter.ok) return letter;
  const template = templateOf(deps, params.kind, letter.value);
  if (!template.ok) return template;
  if (template.value.needsRequester && state.requester === null) return fail("document_in_house");
  const { issued = null, voided = null, text: written } = letter.value ?? {};
  const text = issued === null ? (params.text ?? written) : written;
  const { model, office } = letterModel(deps, {
    template: template.value,
    state,
    letter: letter.value,
    text: text ?? {},
    anchored: params.anchored,
  });
  const draft = model.mark !== "" || office === null || voided !== null;
  const marked = voided === null ? model : { ...model, mark: VOID_MARK };
  return ok({ model: marked, name: `${template.value.name} ${state.number}`, draft, paper });
}

/**
 * The letter that is asked for; the latest numbered one of the kind when only the kind is. Of a kind
 * that may be written again, a text without a letter is a new draft.
 */
function chosenLetter(
  state: RequestState,
  { letter, kind, text }: Order,
  once: boolean,
): Result<LetterState | null> {
  if (letter !== undefined) return letterOf(state, letter);
  if (text !== undefined && !once) return ok(null);
  const latest = state.letters.findLast(
    (one) => one.kind === kind && one.issued !== null && one.voided === null,
  );
  return ok(latest ?? null);
}

/** A numbered letter keeps the template that it was written with. */
function templateOf(
  { archive }: Deps,
  kind: string,
  letter: LetterState | null,
): Result<TemplateVersion> {
  if (letter === null || letter.issued === null) return templateInUse(archive, kind);
  const found = templateVersion(archive, letter.template.id, letter.template.version);
  return found === null ? fail("template_unknown", {}, "kind") : ok(found.template);
}
