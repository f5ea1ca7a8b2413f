import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { contract, type MethodName, type Push } from "#shared/contract.ts";
import { fail, failure, type Failure, ok, type Result } from "#shared/errors.ts";
import type { Archive } from "./archive/archive.ts";
import { OFFICE_STREAM } from "./archive/office-stream.ts";
import { openArchive } from "./archive/open-archive.ts";
import { twinFolder } from "./archive/twin-folder.ts";
import { backupMethods } from "./backup/methods.ts";
import { createRunner } from "./backup/runner.ts";
import { createSchedule } from "./backup/schedule.ts";
import { nameWriter } from "./conflicts/name-writer.ts";
import { conflictMethods } from "./conflicts/methods.ts";
import { calendarMethods } from "./calendar/methods.ts";
import { createCkanMethods } from "./ckan/methods.ts";
import { shipHolidays } from "./calendar/ship-holidays.ts";
import { type Clock, createClock } from "./clock.ts";
import { fillDemo } from "./demo/fill.ts";
import type { Deps } from "./deps.ts";
import { dispositionMethods } from "./dispositions/methods.ts";
import { documentMethods } from "./documents/methods.ts";
import { createDocumentPrinter } from "./documents/printer.ts";
import { createDownloads } from "./files/downloads.ts";
import { codeOf, diskFailure } from "./failure-of.ts";
import { fileMethods } from "./files/methods.ts";
import { createFileStore } from "./files/store.ts";
import { createUploads } from "./files/uploads.ts";
import { handoverMethods } from "./handover/methods.ts";
import { homeMethods } from "./home/methods.ts";
import { badParams } from "./input.ts";
import { createMaintenance } from "./maintenance/methods.ts";
import { watchPages } from "./maintenance/pages.ts";
import { letterMethods } from "./letters/methods.ts";
import { createMessages } from "./messages/messages.ts";
import { keepOffices } from "./messages/offices.ts";
import { officeMethods } from "./office/methods.ts";
import { createAccessLog } from "./privacy/access-log.ts";
import { applyErasures } from "./privacy/erase.ts";
import { privacyMethods } from "./privacy/methods.ts";
import { tidyPages } from "./privacy/tidy.ts";
import { publicRequestMethods } from "./public-requests/methods.ts";
import { classificationMethods } from "./registers/classification.ts";
import { keepRegisters } from "./registers/keep.ts";
import { registerMethods } from "./registers/methods.ts";
import { exportMethods } from "./requests/export.ts";
import { createDestroyer } from "./retention/destroyer.ts";
import { retentionMethods } from "./retention/methods.ts";
import { requestMethods } from "./requests/methods.ts";
import { searchMethods } from "./search/methods.ts";
import { createSearchReader } from "./search/reader.ts";
import { bundleMethods } from "./bundle/methods.ts";
import { bookMethods, shipBooks } from "./sops/books.ts";
import { draftMethods } from "./sops/drafts.ts";
import { sopFileMethods } from "./sops/files.ts";
import { publishShipped } from "./sops/library.ts";
import type { BrokenFile } from "./sops/shipped.ts";
import { sopMethods } from "./sops/methods.ts";
import { sheetMethods } from "./sops/sheets.ts";
import { readShippedTemplates, type ShippedTemplates, shipTemplates } from "./templates/library.ts";
import { templateMethods } from "./templates/methods.ts";
import { createHttpClient } from "./sync/http/http-client.ts";
import { syncMethods } from "./sync/methods.ts";
import { createSync } from "./sync/sync.ts";
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
    twins: options.twins ?? twinFolder(),
    rescue: options.rescue ?? null,
    safeMode: options.readOnly === true ? failure("core_unsteady") : null,
    now: clock.instant,
    newId,
  });
  if (!opened.ok) return opened;
  try {
    return ok(assemble(opened.value, options, clock, newId));
  } catch (error) {
    opened.value.close();
    console.error(error);
    // What is read at a start is what was written before: if it cannot be read, it has changed.
    const detail = error instanceof Error ? error.message : String(error);
    const broken = failure("archive_broken", { detail });
    return { ok: false, error: diskFailure(error, options.archive) ?? broken };
  }
}

/** Requests that the windows are told of one by one. */
const MOST_NEWS = 20;

function assemble(archive: Archive, options: CoreOptions, clock: Clock, newId: () => string): Core {
  const listeners = new Set<(push: Push) => void>();
  let restartAsked = false;
  const tell = (push: Push): void => {
    for (const listener of listeners) listener(push);
  };
  /** Many at once are one piece of news. */
  const tellStreams = (streams: readonly string[]): void => {
    const requests = new Set(streams.map((stream) => (stream === OFFICE_STREAM ? null : stream)));
    const told = requests.size > MOST_NEWS ? [null] : requests;
    for (const request of told) deps.changed(request);
  };
  const store = createFileStore(archive.folder);
  const deps: Deps = {
    archive,
    clock,
    newId,
    store,
    uploads: createUploads(store, newId),
    printer: createDocumentPrinter({ fonts: join(options.resources, "fonts") }),
    accesses: createAccessLog(archive, clock),
    device: () => sync.device(),
    syncNow: () => sync.now(),
    resources: options.resources,
    version: options.version,
    changed: (request) => tell({ push: "archive.changed", request }),
    progress: (progress) => tell({ push: "job.progress", ...progress }),
    restart: () => {
      restartAsked = true;
    },
  };
  const downloads = createDownloads(archive.folder, newId);
  applyErasures(archive);
  const shipped = readShippedTemplates(options.resources);
  const broken = [...ship(archive, options.resources, shipped.templates), ...shipped.broken];
  const ready = Promise.all([store.clearIncoming(), downloads.clear()]);
  const messages = createMessages(archive);
  const sync = createSync({
    ...deps,
    outbox: messages.outbox,
    onMessage: messages.receive,
    onStreams: (streams) => {
      messages.hear(streams);
      tellStreams(streams);
    },
    onCaughtUp: () => {
      const changed = messages.settle();
      tellStreams(changed);
      return changed.length > 0;
    },
    onDestroyed: () => void destroyer.resume(),
    onComplete: () => [keepRegisters(deps), nameWriter(deps)].includes(true),
    onOffices: (offices) => keepOffices(archive, offices),
    nameOf: (stream, sha256) =>
      archive.readState(stream)?.files.find((file) => file.sha256 === sha256)?.name ?? "",
    twins: options.twins ?? twinFolder(),
    secret: options.secretKey ?? null,
    openClient: (way) => createHttpClient({ ...way, random: Math.random }),
    automatic: options.daily === true,
    told: () => tell({ push: "sync.changed" }),
  });
  listeners.add((push) => {
    if (push.push === "archive.changed") sync.poke();
  });
  if (archive.safeMode === null) messages.settle();
  const maintenance = createMaintenance(deps, sync.heal);
  const pages = watchPages(archive, clock, () => deps.changed(null));
  const reader = createSearchReader(deps);
  listeners.add(reader.poke);
  const destroyer = createDestroyer(deps);
  void ready.then(() => destroyer.resume());

  const backups = createRunner(deps);
  const daily = options.daily === true ? createSchedule(deps, backups) : null;

  const ckan = createCkanMethods(deps, {
    twins: options.twins ?? twinFolder(),
    secret: options.secretKey ?? null,
    background: options.daily === true,
  });

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
    ...retentionMethods(deps, downloads, destroyer),
    ...privacyMethods(deps, downloads),
    ...bundleMethods(deps, downloads),
    ...searchMethods(deps),
    ...publicRequestMethods(deps, messages, downloads),
    ...handoverMethods(deps, messages),
    ...ckan.methods,
    ...syncMethods({ archive, outbox: messages.outbox }, sync),
    ...homeMethods(deps),
    ...conflictMethods(deps),
    ...backupMethods(deps, backups),
    ...maintenance.methods,
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
      return { ok: false, error: unexpected(error, archive) };
    } finally {
      if (restartAsked) {
        restartAsked = false;
        // Behind the answer that is on its way.
        setImmediate(() => options.restart?.());
      }
    }
  }

  return {
    call,
    onPush: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      await sync.close();
      await daily?.close();
      await backups.stop();
      await ckan.close();
      await maintenance.close();
      await pages.close();
      await reader.close();
      await destroyer.close();
      await deps.uploads.close();
      await deps.printer.close();
      deps.accesses.flush();
      tidyPages(archive);
      archive.close();
    },
  };
}

/** Puts what Lajur ships into the archive, as far as it is not there; answers what is broken of it. */
function ship(archive: Archive, resources: string, templates: ShippedTemplates): BrokenFile[] {
  if (archive.safeMode !== null) return [];
  const broken = [
    ...publishShipped(archive, resources),
    ...shipBooks(archive, resources),
    ...shipHolidays(archive, resources),
  ];
  shipTemplates(archive, templates);
  return broken;
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
function unexpected(error: unknown, { safeMode, folder }: Archive): Failure {
  if (safeMode !== null && codeOf(error) === "SQLITE_READONLY") return failure("archive_safe_mode");
  console.error(error);
  return diskFailure(error, folder) ?? failure("internal");
}
