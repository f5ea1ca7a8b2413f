import type { Params, ResultOf } from "#shared/contract.ts";
import { fail, ok, type Result } from "#shared/errors.ts";
import { readOffice } from "../office/methods.ts";
import type { Definition } from "#shared/sop/definition.ts";
import { drawable } from "#shared/sop/draft.ts";
import { dayOf } from "#shared/time/zone.ts";
import type { Deps } from "../deps.ts";
import { bookJob } from "../documents/book/book-job.ts";
import { handOver } from "../documents/hand-over.ts";
import type { SheetRun } from "../documents/sheet/flow-pages.ts";
import { sheetRunOf } from "../documents/sheet/run-of.ts";
import { runSections, sheetJob, sheetSections } from "../documents/sheet/sheet-job.ts";
import { detailOf } from "../requests/detail.ts";
import type { CallContext, Handlers } from "../types.ts";
import { findBook } from "./books.ts";
import { draftOf, findDraft } from "./drafts.ts";
import { newestSop } from "./library.ts";

/** Sheets and books of SOPs as PDF. */
export function sheetMethods(deps: Deps): Pick<Handlers, "sheet.render" | "book.render"> {
  return {
    "sheet.render": (params, context) => renderSheet(deps, params, context),
    "book.render": (params, context) => renderBook(deps, params, context),
  };
}

/** What a sheet is drawn from; with a request, its run too. */
type Asked = {
  definition: Definition;
  run: SheetRun | null;
  /** The paper's own day, so that printing it again gives the same bytes. */
  date: string;
  name: string;
};

function asked({ archive }: Deps, params: Params<"sheet.render">): Result<Asked> {
  if ("draft" in params) {
    const row = findDraft(archive, params.draft);
    if (row === null) return fail("draft_unknown", {}, "draft");
    const definition = drawable(draftOf(row));
    return ok({
      definition,
      run: null,
      date: dateOf(definition),
      name: `Draf SOP ${definition.name}`,
    });
  }
  if ("request" in params) return askedRun(archive, params.request);
  const { sop: id, version } = params;
  const newest = newestSop(archive, id);
  const there = version === undefined || archive.hasDefinition({ id, version });
  if (newest === null || !there) return fail("sop_unknown", { id }, "sop");
  const definition = version === undefined ? newest : archive.definitionOf({ id, version });
  return ok({ definition, run: null, date: dateOf(definition), name: `SOP ${definition.name}` });
}

function askedRun(archive: Deps["archive"], id: string): Result<Asked> {
  const state = archive.readState(id);
  if (state === null) return fail("request_unknown", { id }, "request");
  const definition = archive.definitionOf(state.sop);
  const request = detailOf(archive, state);
  const zone = readOffice(archive)?.zone ?? "WIB";
  return ok({
    definition,
    run: sheetRunOf(request, zone),
    date: dayOf(state.changed, zone),
    name: `Lembar SOP ${request.number}`,
  });
}

async function renderSheet(
  deps: Deps,
  params: Params<"sheet.render">,
  { origin }: CallContext,
): Promise<Result<ResultOf<"sheet.render">>> {
  if (params.path !== undefined && origin === "window") return fail("path_not_allowed");
  const found = asked(deps, params);
  if (!found.ok) return found;
  const { definition, run, date, name } = found.value;
  const { office, author, logo: own } = officeOf(deps, definition);
  const document = await deps.printer.print((logo) => {
    const options = { paper: params.paper, dots: office?.sheetDots ?? false, logo, run };
    const sections =
      run === null ? sheetSections(definition, options) : runSections(definition, options);
    return sheetJob(definition, { logo, author, date }, sections);
  }, own);
  return handOver(document, `${name}.pdf`, params.path);
}

async function renderBook(
  deps: Deps,
  { id, paper, path }: Params<"book.render">,
  { origin }: CallContext,
): Promise<Result<ResultOf<"book.render">>> {
  if (path !== undefined && origin === "window") return fail("path_not_allowed");
  const book = findBook(deps.archive, id);
  if (book === null) return fail("book_unknown", {}, "id");
  const sops = book.sops.flatMap((sop) => newestSop(deps.archive, sop) ?? []);
  if (sops.length === 0) return fail("book_empty", {}, "sops");
  const { office, logo: own } = officeOf(deps, book);
  const dots = office?.sheetDots ?? false;
  const document = await deps.printer.print(
    (logo) => bookJob(book, sops, { paper, dots, logo }),
    own,
  );
  return handOver(document, `Buku ${book.title}.pdf`, path);
}

/** The office's profile; its lambang stands only on papers of its own government. */
function officeOf({ archive }: Deps, { office: name, unit }: { office: string; unit: string }) {
  const office = readOffice(archive);
  const isOwn = office?.government.toLowerCase().includes(bareName(name)) === true;
  return { office, author: office?.name ?? unit, logo: isOwn ? office.logo : "" };
}

const bareName = (name: string): string => name.toLowerCase().replace(/^pemerintah\s+/u, "");

/** The day that a sheet bears. */
const dateOf = ({ revised, effective, approved, created }: Definition): string => {
  const day = effective ?? approved ?? revised ?? created ?? "2000-01-01";
  return day.length === 7 ? `${day}-01` : day;
};
