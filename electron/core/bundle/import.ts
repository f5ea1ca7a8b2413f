import { createReadStream } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { ImportedBundle, ImportedFile } from "#shared/bundle/events.ts";
import type { BundledEvent } from "#shared/bundle/manifest.ts";
import type { Params, ResultOf } from "#shared/contract.ts";
import { fail, ok, type Result } from "#shared/errors.ts";
import type { Requester } from "#shared/request/model.ts";
import type { RequestState } from "#shared/request/state.ts";
import { isIntact } from "../archive/log.ts";
import type { Deps } from "../deps.ts";
import { actorOf } from "../office/methods.ts";
import type { CallContext } from "../types.ts";
import { foldBundle, isReadable, packEvents, unpackEvents } from "./events.ts";
import type { Jobs } from "./jobs.ts";
import type { ReadBundle, Staged } from "./read-task.ts";

type Imported = Result<ResultOf<"bundle.import">>;

/**
 * Takes over a request of another office. Everything is checked before anything is kept: the ZIP,
 * every checksum, every event's hash, and that the events make a whole request.
 */
export async function importBundle(
  deps: Deps,
  jobs: Jobs,
  params: Params<"bundle.import">,
  context: CallContext,
): Promise<Imported> {
  const { archive } = deps;
  const actor = actorOf(archive, context);
  if (!actor.ok) return actor;
  if (archive.safeMode !== null) return fail("archive_safe_mode");
  if (params.path !== undefined && context.origin === "window") return fail("path_not_allowed");
  const given =
    params.path === undefined
      ? deps.uploads.hold(params.upload ?? "")
      : ok({ path: params.path, release: async () => {} });
  if (!given.ok) return given;
  const staging = join(archive.folder, "incoming", `berkas-${deps.newId()}`);
  try {
    const read = await jobs.run("bundle-read", { path: given.value.path, staging }, params.job);
    if (!read.ok) return read;
    if (!read.value.ok) return read.value;
    return await takeOver(deps, read.value.value, actor.value);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (params.path !== undefined && ["ENOENT", "EACCES", "EISDIR", "EIO"].includes(code)) {
      return fail(
        code === "ENOENT" ? "file_missing" : "file_unreadable",
        { name: params.path },
        "path",
      );
    }
    throw error;
  } finally {
    await rm(staging, { recursive: true, force: true });
    await given.value.release();
  }
}

async function takeOver(deps: Deps, read: ReadBundle, actor: string): Promise<Imported> {
  const { archive } = deps;
  const { manifest, bundled } = read;
  const own = archive.readState(bundled.id);
  if (own !== null) return fail("bundle_own", { number: own.number });
  if (!isReadable(bundled.events)) return fail("bundle_newer");
  if (!bundled.events.every((event) => isIntact({ ...event, stream: bundled.id }))) {
    return fail("bundle_changed", { name: "request.json" });
  }
  const identityOf = (digest: string): Requester | null =>
    Object.hasOwn(bundled.identities, digest) ? (bundled.identities[digest] ?? null) : null;
  const state = foldBundle(bundled.events, bundled.definition, bundled.id, identityOf);
  if (state === null || state.number !== manifest.request.number) return fail("bundle_broken");
  if (state.newer === true) return fail("bundle_newer");
  if (!filesFit(state, read.files)) return fail("bundle_broken");

  const before = knownBundle(archive, bundled.id);
  const answer = (id: string, known: boolean): Imported =>
    ok({ id, number: state.number, office: manifest.office.name, known });
  if (before !== null && holds(before.events, bundled.events)) return answer(before.id, true);

  const files: ImportedFile[] = [];
  for (const file of read.files) files.push(await keep(deps, state, file));
  const id = before?.id ?? deps.newId();
  archive.transact(() => {
    const identities = Object.fromEntries(
      Object.entries(bundled.identities).map(([digest, requester]) => [
        digest,
        archive.identities.store(id, requester),
      ]),
    );
    const body: ImportedBundle = {
      id,
      request: bundled.id,
      office: manifest.office,
      made: manifest.made,
      app: manifest.app,
      number: state.number,
      subject: state.subject,
      received: state.received,
      definition: bundled.definition,
      people: bundled.people,
      papers: bundled.papers,
      events: packEvents(bundled.events),
      files,
      identities,
    };
    archive.recordOffice(actor, [{ type: "bundle.imported", body }]);
  });
  deps.changed(null);
  return answer(id, false);
}

/** The bundle of the same request that is here already. */
function knownBundle(
  archive: Deps["archive"],
  request: string,
): { id: string; events: BundledEvent[] } | null {
  const event = archive.sql("SELECT event FROM imported WHERE request = ?").pluck().get(request);
  if (typeof event !== "string") return null;
  const body = archive.log.find(event)?.body as ImportedBundle | undefined;
  return body === undefined ? null : { id: body.id, events: unpackEvents(body.events) };
}

/** Whether all of `events` are known; then a bundle brings nothing new. */
function holds(known: readonly BundledEvent[], events: readonly BundledEvent[]): boolean {
  const hashes = new Set(known.map(({ hash }) => hash));
  return events.every(({ hash }) => hashes.has(hash));
}

/** Every attachment is one that the request names, with the content that it names. */
const filesFit = (state: RequestState, files: readonly Staged[]): boolean =>
  files.every(
    ({ kind, id, sha256 }) =>
      kind !== "file" || state.files.some((one) => one.id === id && one.sha256 === sha256),
  );

/** Moves an unpacked file among the archive's own. */
async function keep(
  { store }: Deps,
  state: RequestState,
  { staged, path, kind, id }: Staged,
): Promise<ImportedFile> {
  const incoming = await store.receive();
  try {
    for await (const part of createReadStream(staged)) await incoming.append(part as Buffer);
    const { sha256, size } = await incoming.finish();
    await rm(staged, { force: true });
    const attached = kind === "file" ? state.files.find((one) => one.id === id) : undefined;
    const name = attached?.name ?? path.split("/").at(-1) ?? path;
    return { path, name, size, sha256, kind, id: id ?? null };
  } catch (error) {
    await incoming.abort();
    throw error;
  }
}
