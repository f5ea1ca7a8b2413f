import { createHash, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Feed, Head, PortalState } from "#shared/sync/protocol.ts";
import type { WireEvent } from "#shared/sync/wire.ts";
import { configFor } from "../../portal/config.ts";
import type { Party, PortalContext } from "../../portal/context.ts";
import { noteFiles } from "../../portal/files/hooks.ts";
import { createPortal, type Portal } from "../../portal/server.ts";
import { makeCode, revokeDevice } from "../../portal/service/devices.ts";
import { join as joinOffice } from "../../portal/service/join.ts";
import { addOffice } from "../../portal/service/offices.ts";
import type { Store } from "../../portal/store/store.ts";

export const hashOf = (bytes: Uint8Array): string =>
  createHash("sha256").update(bytes).digest("hex");

export type Pc = { office: string; device: string; token: string };

type Settings = {
  /** Opened anew whenever the portal starts. */
  store?: () => Promise<Store>;
  config?: Partial<Parameters<typeof configFor>[0]>;
};

/** A whole portal over real HTTP, on a disk of its own. */
export async function startPortal({ store: openStore, config: settings }: Settings = {}) {
  const folder = mkdtempSync(join(tmpdir(), "lajur-portal-"));
  const config = configFor({ data: folder, logLevel: "error", ...settings });
  let clock = Date.now();
  let base = "";
  let portal: Portal;

  /** The program stops and starts again on the same data. */
  async function start(): Promise<void> {
    const store = await openStore?.();
    const now = (): Date => new Date(clock);
    portal = await createPortal(config, { now, ...(store === undefined ? {} : { store }) });
    const { app } = portal;
    await app.listen({ port: base === "" ? 0 : Number(new URL(base).port), host: "127.0.0.1" });
    base = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  }
  async function stop(): Promise<void> {
    portal.app.server.closeAllConnections();
    await portal.close();
  }
  await start();

  async function joinAs(name: string, office?: string): Promise<Pc> {
    const { ctx } = portal;
    const added = office === undefined ? await addOffice(ctx, name) : null;
    if (added !== null && !added.ok) throw new Error(added.error.code);
    const id = added?.value.id ?? office ?? "";
    const { code } = await makeCode(ctx, id);
    const joined = await joinOffice(ctx, { code, name: "PC", app: "test" });
    if (!joined.ok) throw new Error(joined.error.code);
    return { office: id, device: joined.value.device.id, token: joined.value.token };
  }

  return {
    folder,
    start,
    stop,
    ctx: (): PortalContext => portal.ctx,
    url: (path: string) => base + path,
    forward: (milliseconds: number) => {
      clock += milliseconds;
    },
    /** A new office with one PC. */
    office: (name: string): Promise<Pc> => joinAs(name),
    /** Another PC of the same office. */
    pc: (of: Pc): Promise<Pc> => joinAs("PC", of.office),
    revoke: (pc: Pc) => revokeDevice(portal.ctx, pc.office, pc.device),
    /** The portal took up an event of the office with this body. */
    accepted: (office: string, body: unknown, type = "file.attached", stream = "r1") =>
      portal.ctx.store.transact(async (tx) => {
        const event = { type, stream } as WireEvent;
        for (const hook of portal.ctx.hooks.accepted) await hook(tx, office, [{ event, body }]);
      }),
    /** The portal passed a message with these files on. */
    passed: (
      from: Party,
      to: Party,
      files: { sha256: string; size: number }[],
      id: string = randomUUID(),
    ) =>
      portal.ctx.store.transact((tx) =>
        noteFiles(tx, { from, to, message: { id, body: { files } } as never }, new Date(clock)),
      ),
    async close() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type RunningPortal = Awaited<ReturnType<typeof startPortal>>;

type Sent = { headers?: Record<string, string>; body?: Uint8Array | string };

/** What one PC asks about files, as raw as the line carries it. */
export function fileClient(portal: { url(path: string): string }, { token }: { token: string }) {
  const ask = (method: string, path: string, { headers = {}, body }: Sent = {}) =>
    fetch(portal.url(path), {
      method,
      headers: { authorization: `Bearer ${token}`, ...headers },
      ...(body === undefined ? {} : { body: body as BodyInit }),
    });
  const tus = (method: string, path: string, sent: Sent = {}) =>
    ask(method, path, { ...sent, headers: { "tus-resumable": "1.0.0", ...sent.headers } });
  const create = (sha256: string, size: number | string) =>
    tus("POST", "/api/v1/files", {
      headers: {
        "upload-length": String(size),
        "upload-metadata": `sha256 ${Buffer.from(sha256).toString("base64")}`,
      },
    });
  const patch = (place: string, offset: number, body: Uint8Array) =>
    tus("PATCH", place, {
      headers: {
        "upload-offset": String(offset),
        "content-type": "application/offset+octet-stream",
      },
      body,
    });
  return {
    ask,
    tus,
    create,
    patch,
    /** All of it in one part; answers the status of the last request. */
    async send(bytes: Uint8Array, sha256 = hashOf(bytes)): Promise<Response> {
      const made = await create(sha256, bytes.byteLength);
      if (made.status !== 201) return made;
      return patch(made.headers.get("location") ?? "", 0, bytes);
    },
    read: (sha256: string, headers: Record<string, string> = {}) =>
      ask("GET", `/api/v1/files/${sha256}`, { headers }),
    async missing(...files: string[]): Promise<string[]> {
      const answer = await ask("POST", "/api/v1/files/missing", {
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ files }),
      });
      return ((await answer.json()) as { missing: string[] }).missing;
    },
  };
}

/** What one PC asks of the API. */
export function apiClient(portal: { url(path: string): string }, { token }: { token: string }) {
  const ask = (method: string, path: string, headers: Record<string, string>, body?: string) =>
    fetch(portal.url(`/api/v1${path}`), {
      method,
      headers: { authorization: `Bearer ${token}`, ...headers },
      ...(body === undefined ? {} : { body }),
    });
  const get = (path: string, headers: Record<string, string> = {}) => ask("GET", path, headers);
  const post = (path: string, body: unknown) =>
    ask("POST", path, { "content-type": "application/json" }, JSON.stringify(body));
  const state = async () => (await (await get("/state")).json()) as PortalState;
  const epoch = async () => (await state()).epoch;
  return {
    get,
    post,
    state,
    epoch,
    push: async (events: readonly WireEvent[]) => post("/events", { epoch: await epoch(), events }),
    feed: async (after: string) =>
      (await (await get(`/feed?after=${after}&epoch=${await epoch()}`)).json()) as Feed,
    heads: async () => ((await (await get("/heads")).json()) as { heads: Head[] }).heads,
  };
}

/** The code of a refusal. */
export const codeOf = async (answer: Response): Promise<string> =>
  ((await answer.json()) as { code: string }).code;
