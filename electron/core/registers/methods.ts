import { resolve } from "node:path";
import type { Params, ResultOf } from "#shared/contract.ts";
import { fail, ok, type Result } from "#shared/errors.ts";
import { registerSettings } from "#shared/letter/number.ts";
import { REGISTER_IDS, REGISTER_WORDS } from "#shared/letter/register.ts";
import { isHeld } from "#shared/register/series.ts";
import type { Deps } from "../deps.ts";
import { handOver } from "../documents/hand-over.ts";
import { writeRegisterWorkbook } from "../export/register-workbook.ts";
import type { Downloads } from "../files/downloads.ts";
import { readOffice, today } from "../office/methods.ts";
import type { CallContext, Handlers } from "../types.ts";
import { enterNumber, explainGap, voidNumber } from "./enter.ts";
import { countEntries, listEntries, sizeOf } from "./entries.ts";
import { gapsOf } from "./gaps.ts";
import { type HoldingMethod, holdingMethods, holdingOf } from "./holding-methods.ts";
import { registerJob } from "./register-job.ts";
import { linesOf } from "./register-lines.ts";
import { nextNumber } from "./take-number.ts";

type Methods =
  | "register.list"
  | "register.entries"
  | "register.explain"
  | "register.enter"
  | "register.void"
  | "register.export"
  | "register.render"
  | HoldingMethod;

/** Stands in previews for the classification, which is each letter's own. */
const ANY = "…";

export function registerMethods(deps: Deps, downloads: Downloads): Pick<Handlers, Methods> {
  const { archive } = deps;
  return {
    "register.list": () => ok(listRegisters(deps)),
    "register.entries": ({ register, year, words, offset, limit }) => {
      const of = { register, year };
      return ok({
        total: countEntries(archive, of, words),
        rows: listEntries(archive, of, words, { offset, limit }),
        gaps: words.trim() === "" ? gapsOf(archive, readOffice(archive), of, today(deps)) : [],
      });
    },
    "register.explain": (params, context) => explainGap(deps, params, context),
    "register.enter": (params, context) => enterNumber(deps, params, context),
    "register.void": (params, context) => voidNumber(deps, params, context),
    "register.export": (params, context) => exportRegister(deps, downloads, params, context),
    "register.render": (params, context) => renderRegister(deps, params, context),
    ...holdingMethods(deps),
  };
}

function listRegisters(deps: Deps): ResultOf<"register.list"> {
  const { archive } = deps;
  const office = readOffice(archive);
  if (office === null) return [];
  const date = today(deps);
  return REGISTER_IDS.map((register) => {
    const { pattern, reset, first } = registerSettings(office, register);
    const next = nextNumber(deps, office, { register, date, classification: ANY });
    return {
      id: register,
      name: REGISTER_WORDS[register],
      settings: { pattern, reset, first },
      next: next?.number ?? "",
      nextValue: next?.value ?? 0,
      holding: isHeld(register) ? holdingOf(deps, office, register).standing : null,
      ...sizeOf(archive, register),
    };
  });
}

const titleOf = ({ register, year }: { register: keyof typeof REGISTER_WORDS; year: number }) =>
  `Buku ${REGISTER_WORDS[register].toLowerCase()} ${year}`;

async function exportRegister(
  deps: Deps,
  downloads: Downloads,
  { path, ...of }: Params<"register.export">,
  context: CallContext,
): Promise<Result<ResultOf<"register.export">>> {
  if (path !== undefined && context.origin === "window") return fail("path_not_allowed");
  const { archive } = deps;
  const office = readOffice(archive);
  const target =
    path === undefined
      ? await downloads.reserve(`${titleOf(of)}.xlsx`)
      : { id: null, path: resolve(path) };
  const written = await writeRegisterWorkbook(
    target.path,
    linesOf(archive, office, of, today(deps)),
    {
      ...of,
      office,
      zone: office?.zone ?? "WIB",
      today: today(deps),
    },
  );
  if (!written.ok) return written;
  deps.accesses.noteMany(context, "exported", written.value.rows);
  const download = target.id;
  return ok({ ...written.value, path: download === null ? target.path : null, download });
}

async function renderRegister(
  deps: Deps,
  { path, paper, ...of }: Params<"register.render">,
  context: CallContext,
): Promise<Result<ResultOf<"register.render">>> {
  if (path !== undefined && context.origin === "window") return fail("path_not_allowed");
  const { archive, printer, accesses } = deps;
  const office = readOffice(archive);
  const lines = linesOf(archive, office, of, today(deps));
  accesses.noteMany(context, "printed", lines.length);
  const document = await printer.print(
    () => registerJob(lines, { ...of, office, paper, today: today(deps) }),
    "",
  );
  return handOver(document, `${titleOf(of)}.pdf`, path);
}
