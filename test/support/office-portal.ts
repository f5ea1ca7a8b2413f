import { rmSync } from "node:fs";
import { join } from "node:path";
import { configFor } from "../../portal/config.ts";
import { createPortal, type Portal } from "../../portal/server.ts";
import { makeCode } from "../../portal/service/devices.ts";
import { renewEpoch } from "../../portal/service/epoch.ts";
import { addOffice } from "../../portal/service/offices.ts";
import type { CoreOptions } from "#core/types.ts";
import { openCore, temporaryFolder, type TestCore } from "./core.ts";

/** A real portal on a port of this machine, and PCs that join it. */
export type OfficePortal = {
  url: string;
  folder: string;
  /** `METHOD /path` of every request so far; empties the list. */
  requests(): string[];
  office(name: string): Promise<string>;
  code(office: string): Promise<string>;
  /** As the operator says after a restore from a backup. */
  renewEpoch(): Promise<void>;
  /** What the running portal works with, to do what its public pages do. */
  ctx(): Portal["ctx"];
  stop(): Promise<void>;
  /** On the same port as before. */
  start(): Promise<void>;
  close(): Promise<void>;
};

export async function openOfficePortal(): Promise<OfficePortal> {
  const folder = temporaryFolder();
  const seen: string[] = [];
  let port = 0;
  let portal: Portal = await listen();

  async function listen(): Promise<Portal> {
    const made = await createPortal(configFor({ data: folder, logLevel: "silent" }));
    made.app.server.on("request", ({ method, url }) =>
      seen.push(`${method} ${(url ?? "").split("?")[0]}`),
    );
    await made.app.listen({ port, host: "127.0.0.1" });
    const address = made.app.server.address();
    if (address !== null && typeof address !== "string") port = address.port;
    return made;
  }

  return {
    get url() {
      return `http://127.0.0.1:${port}`;
    },
    folder,
    requests: () => seen.splice(0),
    async office(name) {
      const made = await addOffice(portal.ctx, name);
      if (!made.ok) throw new Error(made.error.code);
      return made.value.id;
    },
    code: async (office) => (await makeCode(portal.ctx, office)).code,
    renewEpoch: async () => void (await renewEpoch(portal.ctx)),
    ctx: () => portal.ctx,
    stop: () => portal.close(),
    async start() {
      portal = await listen();
    },
    async close() {
      await portal.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A PC with a folder of twins of its own, as every PC has. */
export function openPc(options: Partial<CoreOptions> = {}): TestCore & { twins: string } {
  const home = options.twins ?? join(temporaryFolder(), "twins");
  return { ...openCore({ ...options, twins: home }), twins: home };
}

/** Looks every ten milliseconds, for five seconds at most. */
export async function waitFor(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error("waited in vain");
}
