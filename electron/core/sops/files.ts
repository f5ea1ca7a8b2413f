import { extname, resolve } from "node:path";
import type { Params, ResultOf } from "#shared/contract.ts";
import { fail, ok, type Result } from "#shared/errors.ts";
import { checkDefinition } from "#shared/sop/check.ts";
import type { Definition } from "#shared/sop/definition.ts";
import type { Draft } from "#shared/sop/draft.ts";
import type { Imported } from "#shared/sop/import.ts";
import type { Deps } from "../deps.ts";
import type { Downloads } from "../files/downloads.ts";
import { fileNameOf } from "../files/file-name.ts";
import { readGiven } from "../files/read-given.ts";
import { writeNew } from "../files/write-new.ts";
import type { CallContext, Handlers } from "../types.ts";
import { readBpmn } from "./bpmn/read.ts";
import { writeBpmn } from "./bpmn/write.ts";
import { beginDraft, draftOf, findDraft } from "./drafts.ts";
import { readWorkbook } from "./excel/read.ts";
import { sopWorkbook } from "./excel/write.ts";
import { readSopJson, writeSopJson } from "./json/json.ts";
import { newestSop } from "./library.ts";

/** SOPs as files: out as workbook, BPMN or JSON, and in again. */

type Format = Params<"sop.export">["format"];

/** Beyond this no file of an SOP is read at all, in bytes. */
const MAX_FILE = 10 * 1024 * 1024;

export function sopFileMethods(
  deps: Deps,
  downloads: Downloads,
): Pick<Handlers, "sop.export" | "sop.template" | "sop.import"> {
  const { archive } = deps;

  /** Writes to `path`, or to a download for the window. */
  async function give(
    name: string,
    bytes: Uint8Array,
    path: string | undefined,
    context: CallContext,
  ): Promise<Result<ResultOf<"sop.export">>> {
    if (path !== undefined && context.origin === "window") return fail("path_not_allowed");
    const target =
      path === undefined ? await downloads.reserve(name) : { id: null, path: resolve(path) };
    const written = await writeNew(target.path, bytes);
    if (!written.ok) return written;
    return ok({
      name,
      size: bytes.byteLength,
      path: path === undefined ? null : target.path,
      download: target.id,
    });
  }

  function asked({ id, version, draft }: Params<"sop.export">): Result<Definition | Draft> {
    if (draft) {
      const row = findDraft(archive, id);
      return row === null ? fail("draft_unknown", {}, "id") : ok(draftOf(row));
    }
    if (version === undefined) {
      const newest = newestSop(archive, id);
      return newest === null ? fail("sop_unknown", { id }, "id") : ok(newest);
    }
    if (!archive.hasDefinition({ id, version })) return fail("sop_unknown", { id }, "version");
    return ok(archive.definitionOf({ id, version }));
  }

  return {
    "sop.export": async (params, context) => {
      const definition = asked(params);
      if (!definition.ok) return definition;
      const bytes = await encode(definition.value, params.format);
      const name = fileNameOf(`SOP ${definition.value.name}.${params.format}`);
      return give(name, bytes, params.path, context);
    },
    "sop.template": async ({ path }, context) =>
      give("Templat SOP Lajur.xlsx", await sopWorkbook(null), path, context),
    "sop.import": async (params, context) => {
      const file = await readGiven(deps.uploads, params, context, MAX_FILE);
      if (!file.ok) return file;
      const read = await decode(file.value.name, file.value.bytes);
      if (!read.ok) return read;
      const { format, notes, draft } = read.value;
      const version = (newestSop(archive, draft.id)?.version ?? 0) + 1;
      const definition = { ...draft, version };
      const { findings } = checkDefinition(definition);
      const kept = params.keep ? beginDraft(deps, { definition }, context) : null;
      if (kept !== null && !kept.ok) return kept;
      const { name } = file.value;
      return ok({ format, name, definition, findings, notes, draft: kept?.value.id ?? null });
    },
  };
}

async function encode(definition: Definition | Draft, format: Format): Promise<Uint8Array> {
  switch (format) {
    case "xlsx":
      return sopWorkbook(definition);
    case "bpmn":
      return Buffer.from(await writeBpmn(definition), "utf8");
    case "json":
      return Buffer.from(writeSopJson(definition), "utf8");
    default:
      return format satisfies never;
  }
}

type Decoded = Imported & { format: Format };

/** Reads by the name's ending, and by what the file begins with where the ending says nothing. */
async function decode(name: string, bytes: Uint8Array): Promise<Result<Decoded>> {
  const format = formatOf(name, bytes);
  if (format === null) return fail("sop_file_unknown", { name }, "path");
  const read =
    format === "xlsx"
      ? await readWorkbook(bytes)
      : format === "bpmn"
        ? await readBpmn(textOf(bytes))
        : readSopJson(textOf(bytes));
  return read.ok ? ok({ ...read.value, format }) : read;
}

const textOf = (bytes: Uint8Array): string => new TextDecoder("utf-8").decode(bytes);

function formatOf(name: string, bytes: Uint8Array): Format | null {
  const ending = extname(name).toLowerCase();
  if (ending === ".xlsx" || ending === ".xlsm" || ending === ".xls") return "xlsx";
  if (ending === ".bpmn" || ending === ".xml") return "bpmn";
  if (ending === ".json") return "json";
  const start = textOf(bytes.subarray(0, 200)).trimStart();
  if (start.startsWith("PK")) return "xlsx";
  if (start.startsWith("<")) return "bpmn";
  return start.startsWith("{") ? "json" : null;
}
