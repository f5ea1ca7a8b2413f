import { type Archive, type ArchiveOptions } from "#core/archive/archive.ts";
import { openArchive } from "#core/archive/open-archive.ts";
import { createFileStore, type FileStore } from "#core/files/store.ts";
import { createSyncEngine, type SyncEngine } from "#core/sync/engine.ts";
import { createFileQueue } from "#core/sync/file-queue.ts";
import { createPlaces, type Places } from "#core/sync/places.ts";
import type { PortalClient } from "#core/sync/portal-client.ts";
import { createRefusals } from "#core/sync/refusals.ts";
import type { Joined } from "#shared/sync/protocol.ts";

/** An archive with its engine, and nothing of the program around it. */
export type SyncPc = {
  archive: Archive;
  store: FileStore;
  places: Places;
  refusals: ReturnType<typeof createRefusals>;
  /** Takes the connection down, as after a one-time code was traded. */
  joined(url: string, joined: Joined): void;
  /** What runs its rounds with a portal, until it is closed. */
  connect(client: PortalClient): SyncEngine;
};

/** Only events and files go over these; what messages do has tests of its own. */
const NO_MESSAGES = {
  pending: () => [],
  waiting: () => ({ messages: 0, bytes: 0 }),
  sent: () => {},
  again: () => {},
};

export type SyncPcOptions = Pick<ArchiveOptions, "folder" | "twins" | "now" | "newId">;

export function openSyncPc(options: SyncPcOptions): SyncPc {
  const opened = openArchive({ ...options, holder: "uji", safeMode: null, rescue: null });
  if (!opened.ok) throw new Error(`${options.folder}: ${opened.error.message}`);
  const archive = opened.value;
  if (archive.safeMode !== null) throw new Error(`${options.folder}: ${archive.safeMode.message}`);
  const store = createFileStore(options.folder);
  const places = createPlaces(archive);
  const refusals = createRefusals(archive);
  const deps = {
    archive,
    store,
    places,
    refusals,
    files: createFileQueue(archive),
    outbox: NO_MESSAGES,
    onMessage: () => {},
    onOffices: () => {},
    onStreams: () => {},
    onCaughtUp: () => false,
    onDestroyed: () => {},
    report: () => {},
    nameOf: () => "",
  };
  return {
    archive,
    store,
    places,
    refusals,
    joined: (url, joined) => archive.transact(() => places.join(url, joined, archive.now())),
    connect: (client) => createSyncEngine({ ...deps, client }),
  };
}
