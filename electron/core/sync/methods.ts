import type { ResultOf } from "#shared/contract.ts";
import { ok, type Result } from "#shared/errors.ts";
import type { SyncState } from "#shared/sync/contract.ts";
import type { Archive } from "../archive/archive.ts";
import type { Handlers } from "../types.ts";
import { resultOf } from "./connect.ts";
import type { PortalClient } from "./portal-client.ts";
import { waitingEvents } from "./push.ts";
import type { Outbox } from "./round.ts";
import type { Sync } from "./sync.ts";

type Methods = Extract<keyof Handlers, `sync.${string}`>;

/** Events that are weighed one by one; more are taken to weigh as much each. */
const WEIGHED = 2000;

export function syncMethods(
  { archive, outbox }: { archive: Archive; outbox: Outbox },
  sync: Sync,
): Pick<Handlers, Methods> {
  const { places, files, refusals } = sync;

  function state(): SyncState {
    const status = sync.status();
    return {
      connection: connectionOf(status),
      portal: portalOf(),
      settings: places.settings(),
      waiting: waiting(),
      missing: files.total("in"),
      transfer: status.transfer,
      lastSuccess: places.lastSuccess(),
      failure: status.trouble,
      nextTry: status.next,
      refused: refusals.count(),
      conflicts: archive
        .sql("SELECT count(*) FROM request WHERE conflicts > 0")
        .pluck()
        .get() as number,
    };
  }

  function connectionOf(status: ReturnType<Sync["status"]>): SyncState["connection"] {
    if (status.busy) return "syncing";
    if (sync.takenOver() !== null) return "syncing";
    if (places.connection() === null) return "off";
    if (status.rejoin) return "rejoin";
    if (status.stopped) return "stopped";
    return status.unreachable ? "offline" : "idle";
  }

  function portalOf(): SyncState["portal"] {
    const taken = sync.takenOver();
    if (taken !== null) {
      const { device, office } = taken.joined;
      return { url: taken.url, office: office.name, device };
    }
    const joined = places.connection();
    if (joined === null) return null;
    return { url: joined.url, office: joined.office.name, device: joined.device };
  }

  function waiting(): SyncState["waiting"] {
    if (places.connection() === null) return { events: 0, files: 0, bytes: 0 };
    const events = waitingEvents({ archive, places });
    const out = files.total("out");
    const bytes = out.bytes + bytesOf(events) + outbox.waiting().bytes;
    return { events, files: out.files, bytes };
  }

  /** What the waiting events weigh, about. */
  function bytesOf(events: number): number {
    if (events === 0) return 0;
    const { count, bytes } = archive
      .sql(
        `SELECT count(*) AS count, ifnull(sum(octet_length(body)), 0) AS bytes FROM
           (SELECT body FROM event JOIN writer ON writer.id = event.writer
            LEFT JOIN sync_head ON sync_head.writer = writer.uuid
            WHERE writer.seq > ifnull(sync_head.seq, 0) AND event.seq > ifnull(sync_head.seq, 0)
            LIMIT ${WEIGHED})`,
      )
      .get() as { count: number; bytes: number };
    return count === 0 ? 0 : Math.round((bytes * events) / count);
  }

  /** One question to the portal. */
  async function ask<T>(
    question: (client: PortalClient) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    const client = sync.client();
    return client.ok ? question(client.value) : client;
  }

  async function devices(client: PortalClient): Promise<Result<ResultOf<"sync.devices">>> {
    const answer = await client.devices();
    if (!answer.ok) return resultOf(answer);
    const own = places.connection()?.device.id;
    return ok(answer.value.map((device) => ({ ...device, own: device.id === own })));
  }

  return {
    "sync.join": async ({ url, code, name, settings }) => {
      const joined = await sync.join({
        url,
        code,
        name,
        settings: settings ?? places.settings(),
      });
      return joined.ok ? ok(state()) : joined;
    },
    "sync.state": () => ok(state()),
    "sync.now": async () => {
      const done = await sync.now();
      return done.ok ? ok(state()) : done;
    },
    "sync.save": async (settings) => {
      await sync.save(settings);
      return ok(state());
    },
    "sync.leave": async () => {
      await sync.leave();
      return ok(state());
    },
    "sync.refused": () => ok(refusals.list()),
    "sync.devices": () => ask(devices),
    "sync.invite": () =>
      ask(async (client) => {
        const answer = await client.invite();
        if (!answer.ok) return resultOf(answer);
        return ok({ ...answer.value, url: places.connection()?.url ?? "" });
      }),
    "sync.revoke": ({ device }) =>
      ask(async (client) => {
        const answer = await client.revoke(device);
        return answer.ok ? devices(client) : resultOf(answer);
      }),
  };
}
