import { resolve } from "node:path";
import type { Params, ResultOf } from "#shared/contract.ts";
import { fail, ok, type Result } from "#shared/errors.ts";
import { BLANK_OFFICE } from "#shared/letter/blank-office.ts";
import type { RetentionFilter } from "#shared/retention/contract.ts";
import { RULE_FINDINGS } from "#shared/retention/findings.ts";
import { MAX_TOGETHER } from "#shared/retention/model.ts";
import { ruleTwice } from "#shared/retention/rules.ts";
import { LIST_TITLES } from "#shared/retention/words.ts";
import type { Deps } from "../deps.ts";
import { handOver } from "../documents/hand-over.ts";
import { writeListWorkbook } from "../export/list-workbook.ts";
import type { Downloads } from "../files/downloads.ts";
import { readGiven } from "../files/read-given.ts";
import { actorOf, listUsers, readOffice, today } from "../office/methods.ts";
import type { CallContext, Handlers } from "../types.ts";
import { classifyRequests, fileRequest, moveRequests, reviewRequests } from "./commands.ts";
import { retentionDetail } from "./detail.ts";
import type { Destroyer } from "./destroyer.ts";
import { approve, execute, propose, withdraw } from "./destruction-commands.ts";
import { labelsJob, labelsOf, MAX_LABELS } from "./labels-paper.ts";
import { listJob } from "./list-paper.ts";
import { retentionSheet } from "./list-sheet.ts";
import { findProposal, listProposals, proposalDetail } from "./proposals.ts";
import { recordModel } from "./record-paper.ts";
import { countLists, countRetention, idsOf, rowsOf, yearsOf } from "./rows.ts";
import { readRulesWorkbook } from "./rules-workbook.ts";

type Methods = Extract<keyof Handlers, `retention.${string}` | `destruction.${string}`>;

/** A schedule is small; beyond this a file is something else, in bytes. */
const MAX_FILE = 10 * 1024 * 1024;

export function retentionMethods(
  deps: Deps,
  downloads: Downloads,
  destroyer: Destroyer,
): Pick<Handlers, Methods> {
  const { archive } = deps;
  const detail = (request: string): Result<ResultOf<"retention.get">> => {
    const state = archive.readState(request);
    return state === null
      ? fail("request_unknown", { id: request }, "request")
      : ok(retentionDetail(archive, state, today(deps)));
  };
  return {
    "retention.rules": () => ok({ rules: archive.retention.rules() }),
    "retention.save": ({ rules }, context) => saveRules(deps, rules, context),
    "retention.read": async (params, context) => {
      const file = await readGiven(deps.uploads, params, context, MAX_FILE);
      if (!file.ok) return file;
      const read = readRulesWorkbook(file.value.bytes);
      if (!read.ok) return read;
      const { rules, findings } = read.value;
      return ok({
        rules,
        findings: findings.map((one) => ({ ...one, message: RULE_FINDINGS[one.code] })),
      });
    },
    "retention.counts": () =>
      ok({
        lists: countLists(archive, today(deps)),
        years: yearsOf(archive),
        open: listProposals(archive).filter(
          ({ status }) => status !== "executed" && status !== "withdrawn",
        ).length,
        rules: archive.retention.rules().length,
      }),
    "retention.list": ({ offset, limit, ...filter }) => {
      const day = today(deps);
      return ok({
        total: countRetention(archive, filter, day),
        rows: [...rowsOf(archive, idsOf(archive, filter, day, { offset, limit }))],
      });
    },
    "retention.get": ({ request }) => detail(request),
    "retention.file": (params, context) => {
      const filed = fileRequest(deps, params, context);
      return filed.ok ? detail(params.request) : filed;
    },
    "retention.classify": (params, context) => classifyRequests(deps, params, context),
    "retention.move": (params, context) => moveRequests(deps, params, context),
    "retention.review": (params, context) => reviewRequests(deps, params, context),
    "retention.export": (params, context) => exportList(deps, downloads, params, context),
    "retention.render": (params, context) => renderList(deps, params, context),
    "retention.labels": (params, context) => renderLabels(deps, params, context),

    "destruction.list": () => ok(listProposals(archive)),
    "destruction.get": ({ id }) => {
      const found = findProposal(archive, id);
      return found.ok ? ok(proposalDetail(archive, found.value)) : found;
    },
    "destruction.propose": (params, context) => propose(deps, params, context),
    "destruction.approve": (params, context) => approve(deps, params, context),
    "destruction.withdraw": (params, context) => withdraw(deps, params, context),
    "destruction.execute": (params, context) => execute(deps, destroyer, params, context),
    "destruction.render": (params, context) => renderRecord(deps, params, context),
  };
}

function saveRules(
  deps: Deps,
  rules: Params<"retention.save">["rules"],
  context: CallContext,
): Result<ResultOf<"retention.save">> {
  const { archive } = deps;
  const actor = actorOf(archive, context);
  if (!actor.ok) return actor;
  const twice = ruleTwice(rules);
  if (twice !== null) return fail("rule_twice", { code: twice.code }, `rules.${twice.at}.code`);
  archive.recordOffice(actor.value, [{ type: "retention.saved", body: { rules } }]);
  deps.changed(null);
  return ok({ total: rules.length });
}

async function exportList(
  deps: Deps,
  downloads: Downloads,
  { path, ...filter }: Params<"retention.export">,
  { origin }: CallContext,
): Promise<Result<ResultOf<"retention.export">>> {
  if (path !== undefined && origin === "window") return fail("path_not_allowed");
  const { archive } = deps;
  const office = readOffice(archive);
  const target =
    path === undefined
      ? await downloads.reserve(`${nameOf(filter)}.xlsx`)
      : { id: null, path: resolve(path) };
  const day = today(deps);
  const rows = rowsOf(archive, idsOf(archive, filter, day));
  const written = await writeListWorkbook(target.path, retentionSheet(filter.list), rows, {
    office,
    zone: office?.zone ?? "WIB",
    today: day,
  });
  if (!written.ok) return written;
  const download = target.id;
  return ok({ ...written.value, path: download === null ? target.path : null, download });
}

const nameOf = ({ list, year }: RetentionFilter): string =>
  `${LIST_TITLES[list].short}${year === 0 ? "" : ` ${year}`}`;

async function renderList(
  deps: Deps,
  { path, paper, ...filter }: Params<"retention.render">,
  { origin, user }: CallContext,
): Promise<Result<ResultOf<"retention.render">>> {
  if (path !== undefined && origin === "window") return fail("path_not_allowed");
  const { archive, printer } = deps;
  const day = today(deps);
  const count = countRetention(archive, filter, day);
  if (count > MAX_TOGETHER) return fail("retention_long", { count, most: MAX_TOGETHER });
  const office = readOffice(archive);
  const rows = [...rowsOf(archive, idsOf(archive, filter, day))];
  const known = listUsers(archive).find(({ id }) => id === user);
  const options = { filter, office, paper, today: day, user: known ?? null };
  const document = await printer.print(listJob(rows, options), office?.logo ?? "");
  return handOver(document, `${nameOf(filter)}.pdf`, path);
}

async function renderLabels(
  deps: Deps,
  params: Params<"retention.labels">,
  { origin }: CallContext,
): Promise<Result<ResultOf<"retention.labels">>> {
  if (params.path !== undefined && origin === "window") return fail("path_not_allowed");
  const { archive, printer } = deps;
  const labels = labelsOf(archive, params);
  if (labels.length === 0) return fail("labels_none");
  if (labels.length > MAX_LABELS) {
    return fail("retention_long", { count: labels.length, most: MAX_LABELS });
  }
  const options = { office: readOffice(archive), today: today(deps) };
  const document = await printer.print(() => labelsJob(labels, params, options), "");
  return handOver(document, `Label ${params.kind === "box" ? "boks" : "folder"}.pdf`, params.path);
}

async function renderRecord(
  deps: Deps,
  { id, paper, path }: Params<"destruction.render">,
  { origin }: CallContext,
): Promise<Result<ResultOf<"destruction.render">>> {
  if (path !== undefined && origin === "window") return fail("path_not_allowed");
  const { archive, printer } = deps;
  const found = findProposal(archive, id);
  if (!found.ok) return found;
  const { rows } = proposalDetail(archive, found.value);
  const model = recordModel(found.value, rows, {
    office: readOffice(archive) ?? BLANK_OFFICE,
    today: today(deps),
    paper,
  });
  const document = await printer.render(model, paper);
  return handOver(document, "Berita acara pemusnahan arsip.pdf", path);
}
