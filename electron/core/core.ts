import { randomUUID } from "node:crypto";
import { join } from "node:path";
import Database from "better-sqlite3";
import { contract, type MethodName, type Push } from "#shared/contract.ts";
import { fail, failure, type Failure, ok, type Result } from "#shared/errors.ts";
import { openArchive } from "./archive/archive.ts";
import { calendarMethods } from "./calendar/methods.ts";
import { shipHolidays } from "./calendar/ship-holidays.ts";
import { createClock } from "./clock.ts";
import { fillDemo } from "./demo/fill.ts";
import type { Deps } from "./deps.ts";
import { dispositionMethods } from "./dispositions/methods.ts";
import { documentMethods } from "./documents/methods.ts";
import { createDocumentPrinter } from "./documents/printer.ts";
import { createDownloads } from "./files/downloads.ts";
import { fileMethods } from "./files/methods.ts";
import { createFileStore } from "./files/store.ts";
import { createUploads } from "./files/uploads.ts";
import { homeMethods } from "./home/methods.ts";
import { badParams } from "./input.ts";
import { checkArchive } from "./maintenance/check.ts";
import { letterMethods } from "./letters/methods.ts";
import { officeMethods } from "./office/methods.ts";
import { classificationMethods } from "./registers/classification.ts";
import { registerMethods } from "./registers/methods.ts";
import { exportMethods } from "./requests/export.ts";
import { requestMethods } from "./requests/methods.ts";
import { bookMethods, shipBooks } from "./sops/books.ts";
import { draftMethods } from "./sops/drafts.ts";
import { sopFileMethods } from "./sops/files.ts";
import { publishShipped } from "./sops/library.ts";
import { sopMethods } from "./sops/methods.ts";
import { sheetMethods } from "./sops/sheets.ts";
import { readShippedTemplates, shipTemplates } from "./templates/library.ts";
import { templateMethods } from "./templates/methods.ts";
import type { CallContext, Core, CoreOptions, Handlers } from "./types.ts";

/**
 * The application without a window: one archive and the methods of the contract on it. Answers
 * `archive_held`, `archive_newer`, `archive_broken` or `archive_unwritable` when it cannot open.
 */
export function createCore(options: CoreOptions): Result<Core> {
  const clock = createClock(options.now ?? Date.now);
  const newId = options.newId ?? randomUUID;
  const opened = openArchive({
    folder: options.archive,
    holder: options.holder,
    now: clock.instant,
    newId,
  });
  if (!opened.ok) return opened;
  const archive = opened.value;
  const listeners = new Set<(push: Push) => void>();
  const store = createFileStore(archive.folder);
  const deps: Deps = {
    archive,
    clock,
    newId,
    store,
    uploads: createUploads(store, newId),
    printer: createDocumentPrinter({ fonts: join(options.resources, "fonts") }),
    resources: options.resources,
    version: options.version,
    changed: (request) => {
      for (const listener of listeners) listener({ push: "archive.changed", request });
    },
  };
  const downloads = createDownloads(archive.folder, newId);
  const shipped = readShippedTemplates(options.resources);
  const broken = [
    ...publishShipped(archive, options.resources),
    ...shipBooks(archive, options.resources),
    ...shipHolidays(archive, options.resources),
    ...shipped.broken,
  ];
  shipTemplates(archive, shipped.templates);
  const ready = Promise.all([store.clearIncoming(), downloads.clear()]);

  const handlers: Handlers = {
    ...officeMethods(deps),
    ...sopMethods(deps, broken),
    ...draftMethods(deps),
    ...sopFileMethods(deps, downloads),
    ...bookMethods(deps),
    ...sheetMethods(deps),
    ...calendarMethods(deps),
    ...requestMethods(deps),
    ...fileMethods(deps, downloads),
    ...documentMethods(deps),
    ...letterMethods(deps),
    ...dispositionMethods(deps),
    ...templateMethods(deps, shipped.templates),
    ...exportMethods(deps, downloads),
    ...registerMethods(deps, downloads),
    ...classificationMethods(deps),
    ...homeMethods(deps),
    "archive.check": async () => ok(await checkArchive(archive, store)),
    "archive.rebuild": () => {
      const rebuilt = archive.rebuild();
      deps.changed(null);
      return ok(rebuilt);
    },
    "demo.fill": async (_, context) => {
      if (context.origin === "window") return fail("method_unknown", { name: "demo.fill" });
      return fillDemo(deps, call);
    },
  };

  async function call(
    method: string,
    params: unknown,
    context: CallContext,
  ): Promise<Result<unknown>> {
    if (!Object.hasOwn(contract, method)) return fail("method_unknown", { name: method });
    const name = method as MethodName;
    const parsed = contract[name].params.safeParse(params);
    if (!parsed.success) return { ok: false, error: badParams(parsed.error) };
    try {
      await ready;
      return await run(handlers, name, parsed.data, context);
    } catch (error) {
      return { ok: false, error: unexpected(error) };
    }
  }

  return ok({
    call,
    onPush: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      await deps.uploads.close();
      await deps.printer.close();
      archive.close();
    },
  });
}

/** Each handler takes the parameters of its own method; the name ties the two together. */
function run(
  handlers: Handlers,
  name: MethodName,
  params: unknown,
  context: CallContext,
): Result<unknown> | Promise<Result<unknown>> {
  const handler = handlers[name] as (params: unknown, context: CallContext) => Result<unknown>;
  return handler(params, context);
}

/** A failure that no method expected. The console and the log get the whole error. */
function unexpected(error: unknown): Failure {
  console.error(error);
  const code = error instanceof Database.SqliteError ? error.code : errnoOf(error);
  const detail = error instanceof Error ? error.message : String(error);
  if (code === "SQLITE_FULL" || code === "ENOSPC") return failure("disk_full");
  if (code.startsWith("SQLITE_CORRUPT") || code === "SQLITE_NOTADB") {
    return failure("archive_broken", { detail });
  }
  if (code.startsWith("SQLITE_IOERR") || code === "SQLITE_READONLY" || code === "EROFS") {
    return failure("archive_unwritable", { detail });
  }
  return failure("internal");
}

function errnoOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
