import { mkdirSync } from "node:fs";
import { basename, join } from "node:path";
import type { SyncEngine } from "#core/sync/engine.ts";
import { createHttpClient } from "#core/sync/http/http-client.ts";
import type { PortalClient } from "#core/sync/portal-client.ts";
import type { Joined } from "#shared/sync/protocol.ts";
import { configFor } from "../../../portal/config.ts";
import { createPortal } from "../../../portal/server.ts";
import { makeCode } from "../../../portal/service/devices.ts";
import { join as joinOffice } from "../../../portal/service/join.ts";
import { addOffice } from "../../../portal/service/offices.ts";
import { openSyncPc, type SyncPc } from "../../support/sync-pc.ts";
import { type PortalNode, startNode } from "../portal/nodes.ts";

/** A PC of an office that has joined a portal. */
export type Office = {
  pc: SyncPc;
  engine: SyncEngine;
  /** How many requests it has made so far. */
  requests: () => number;
  close(): Promise<void>;
};

/** A portal in a process of its own, with its embedded store, and what PCs of one office joined with. */
export async function startPortal(
  folder: string,
  names: readonly string[],
): Promise<{ node: PortalNode; joined: Joined[] }> {
  const portal = await createPortal(configFor({ data: join(folder, "data"), logLevel: "silent" }));
  const joined: Joined[] = [];
  try {
    const office = await addOffice(portal.ctx, "Dinas Contoh");
    if (!office.ok) throw new Error(office.error.code);
    for (const name of names) {
      const { code } = await makeCode(portal.ctx, office.value.id);
      const answer = await joinOffice(portal.ctx, { code, name, app: "bench" });
      if (!answer.ok) throw new Error(answer.error.code);
      joined.push(answer.value);
    }
  } finally {
    await portal.close();
  }
  return { node: await startNode("portal", { folder, databaseUrl: null }), joined };
}

/** Opens the archive in `folder`, which is made when there is none. */
export function openPc(url: string, joined: Joined, folder: string, twins: string): Office {
  mkdirSync(folder, { recursive: true });
  let time = Date.parse("2026-03-02T01:00:00.000Z");
  const pc = openSyncPc({
    folder,
    twins,
    now: () => new Date((time += 1000)).toISOString(),
    newId: () => crypto.randomUUID(),
  });
  pc.joined(url, joined);
  const client = createHttpClient({
    url,
    token: joined.token,
    settings: { proxy: "", authority: "" },
    limit: () => null,
    random: Math.random,
  });
  if (!client.ok) throw new Error(`${basename(folder)}: ${client.error.message}`);
  const { counting, calls } = countCalls(client.value);
  return {
    pc,
    engine: pc.connect(counting),
    requests: calls,
    close: async () => {
      await client.value.close();
      pc.archive.close();
    },
  };
}

/** Every call of a client is one request. */
function countCalls(client: PortalClient): { counting: PortalClient; calls: () => number } {
  let calls = 0;
  const counting = new Proxy(client, {
    get(target, name: keyof PortalClient) {
      calls += 1;
      return target[name];
    },
  });
  return { counting, calls: () => calls };
}

/** Milliseconds of one round that a person asked for. */
export async function timedRound({ engine }: Office): Promise<number> {
  const started = performance.now();
  const { trouble } = await engine.run({ asked: true });
  const spent = performance.now() - started;
  if (trouble !== null) throw new Error(trouble.error.message);
  return spent;
}
