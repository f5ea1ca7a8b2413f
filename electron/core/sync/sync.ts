import type { Result } from "#shared/errors.ts";
import { ok } from "#shared/errors.ts";
import type { SyncSettings } from "#shared/sync/contract.ts";
import type { Archive } from "../archive/archive.ts";
import type { Clock } from "../clock.ts";
import { clearArriving } from "../files/arriving.ts";
import { createSyncEngine, type EngineDeps } from "./engine.ts";
import { createFileQueue } from "./file-queue.ts";
import { healFromPortal } from "./heal.ts";
import { createJoining } from "./joining.ts";
import { ownAddresses } from "./line-watch.ts";
import { createLink, type OpenClient } from "./link.ts";
import { createNews } from "./news.ts";
import { createPlaces } from "./places.ts";
import type { PortalClient } from "./portal-client.ts";
import { createRefusals } from "./refusals.ts";
import type { Transfer } from "./round.ts";
import { createRounds } from "./rounds.ts";
import { createTokenStore } from "./token-store.ts";

export type SyncDeps = Omit<EngineDeps, "client" | "places" | "files" | "refusals" | "report"> & {
  clock: Clock;
  version: string;
  /** Folder of this PC that the token lies in, and the host's key to seal it with. */
  twins: string;
  secret: string | null;
  openClient: OpenClient;
  /** Syncs by itself, as a window that stays open does. */
  automatic: boolean;
  /** Something of the state changed. */
  told: () => void;
  /** Asks for a core started anew. */
  restart: () => void;
};

export type Sync = ReturnType<typeof createSync>;

/** The PC's side of the portal: what is remembered of it, its rounds, joining and leaving. */
export function createSync(deps: SyncDeps) {
  const { archive } = deps;
  const places = createPlaces(archive);
  const files = createFileQueue(archive);
  const refusals = createRefusals(archive);
  const tokens = createTokenStore({ ...deps, folder: archive.folder });
  const news = createNews(deps.told);
  let transfer: Transfer | null = null;
  const report = (what: Transfer | null): void => {
    transfer = what;
    news.tell();
  };
  const engineOf = (client: PortalClient) =>
    createSyncEngine({ ...deps, client, places, files, refusals, report });
  const link = createLink({ ...deps, places, tokens, engineOf });
  const joining = createJoining({
    ...deps,
    ...{ places, tokens, link, report },
    rounds: () => rounds,
  });
  const rounds = createRounds({
    ...deps,
    ...{ places, link, random: Math.random, addresses: ownAddresses },
    isTaken: joining.busy,
    told: news.tell,
  });

  if (places.connection() !== null && archive.safeMode === null) {
    void clearArriving(archive.folder, isAwaited(archive)).catch((error: unknown) =>
      console.error(error),
    );
  }

  return {
    places,
    files,
    refusals,
    join: joining.join,
    takenOver: joining.taken,
    now: rounds.now,
    poke: rounds.poke,
    /** The way to the portal for a single question. */
    client(): Result<PortalClient> {
      const way = link.open();
      return way.ok ? ok(way.value.client) : way;
    },
    async leave(): Promise<void> {
      const joined = places.connection();
      const way = link.open();
      // Without a line the portal keeps the device on its list until somebody revokes it there.
      if (joined !== null && way.ok) await way.value.client.revoke(joined.device.id);
      await link.hangUp();
      await rounds.idle();
      archive.transact(() => places.leave());
      tokens.remove();
      await rounds.begin();
    },
    async save(settings: SyncSettings): Promise<void> {
      const before = places.settings();
      places.saveSettings(settings);
      // The others are asked for as they are needed.
      const { proxy, authority } = settings;
      if (proxy !== before.proxy || authority !== before.authority) await rounds.begin();
      else rounds.plan();
      news.tell();
    },
    /** This PC as the portal knows it; null without one, and where it must join anew. */
    device: () => (link.token()?.ok === true ? (places.connection()?.device ?? null) : null),
    /** Asks the portal for events that broke here; how many were put back. */
    async heal(): Promise<number> {
      await rounds.idle();
      const way = link.open();
      return way.ok ? healFromPortal(archive, way.value.client) : 0;
    },
    status() {
      const token = link.token();
      const { busy, trouble, ...rest } = rounds.status();
      return {
        ...rest,
        busy: busy || joining.busy(),
        transfer,
        trouble: token?.ok === false ? token.error : (places.stopped() ?? trouble),
        rejoin: token?.ok === false,
        stopped: places.stopped() !== null,
      };
    },
    async close(): Promise<void> {
      news.close();
      await rounds.close();
      await joining.close();
    },
  };
}

/** Whether what has arrived of a content is still waited for. */
const isAwaited =
  ({ sql }: Archive) =>
  (sha256: string): boolean =>
    sql("SELECT 1 FROM sync_file WHERE sha256 = ? AND direction = 'in'").get(sha256) !== undefined;
