import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { API } from "#shared/sync/protocol.ts";
import type { WireEvent } from "#shared/sync/wire.ts";
import { configFor } from "../../portal/config.ts";
import { createPortal, type Portal } from "../../portal/server.ts";
import { readEpoch } from "../../portal/service/epoch.ts";
import { joinedPc, newOffice } from "./portal-offices.ts";

type Settings = Partial<Parameters<typeof configFor>[0]>;

export type ApiPortal = Awaited<ReturnType<typeof startApiPortal>>;

/** A whole portal on a folder of its own, asked without a socket unless a test listens. */
export async function startApiPortal(settings: Settings = {}) {
  const folder = mkdtempSync(join(tmpdir(), "lajur-portal-"));
  let now = Date.parse("2026-11-21T02:00:00.000Z");
  const log: string[] = [];
  const config = configFor({ data: folder, logLevel: "silent", ...settings });
  const portal = await createPortal(config, {
    now: () => new Date(now),
    logTo: { write: (line) => void log.push(line) },
  });
  return {
    ...portal,
    folder,
    log,
    pass: (hours: number): void => void (now += hours * 3_600_000),
    /** A new office with one PC. */
    async office(name: string) {
      const office = await newOffice(portal.ctx, name);
      return apiClient(portal, (await joinedPc(portal.ctx, office)).token, office);
    },
    /** Another PC of the office. */
    pc: async (office: string) =>
      apiClient(portal, (await joinedPc(portal.ctx, office)).token, office),
    async stop(): Promise<void> {
      await portal.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type ApiClient = ReturnType<typeof apiClient>;

/** What one PC asks. */
export function apiClient(
  { app, ctx }: Pick<Portal, "app" | "ctx">,
  token: string,
  office: string,
) {
  const authorization = `Bearer ${token}`;
  const get = (path: string, headers: Record<string, string> = {}) =>
    app.inject({ url: API + path, headers: { authorization, ...headers } });
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    app.inject({
      method: "POST",
      url: API + path,
      headers: { authorization, "content-type": "application/json", ...headers },
      payload: Buffer.isBuffer(body) ? body : JSON.stringify(body),
    });
  const epoch = (): Promise<string> => readEpoch(ctx.store.db);
  return {
    token,
    office,
    get,
    post,
    epoch,
    push: async (events: readonly WireEvent[]) => post("/events", { epoch: await epoch(), events }),
    pushZipped: async (events: readonly WireEvent[]) =>
      post("/events", gzipSync(JSON.stringify({ epoch: await epoch(), events })), {
        "content-encoding": "gzip",
      }),
    feed: async (after = "0", wait = 0) =>
      get(`/feed?after=${after}&epoch=${await epoch()}&wait=${wait}`),
  };
}
