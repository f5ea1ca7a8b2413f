import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { PublicationShown } from "#shared/ckan/contract.ts";
import type { ParamsIn, ResultOf } from "#shared/contract.ts";
import { type CkanServer, startCkan } from "../../../support/ckan-server.ts";
import { intake, openCore, temporaryFolder, type TestCore } from "../../../support/core.ts";

type Detail = ResultOf<"request.get">;

/** An office and a portal. */
export type Office = {
  lajur: TestCore;
  server: CkanServer;
  twins: string;
  /** Makes the portal known to the PC. */
  join(): Promise<void>;
  /** A request with attachments of these contents. */
  request(files?: Record<string, string>, change?: Partial<typeof intake>): Promise<Detail>;
  /** Puts its attachments in the queue for the portal. */
  publish(
    request: Detail,
    change?: Partial<ParamsIn<"dataset.publish">>,
  ): Promise<PublicationShown>;
  /** Waits until nothing of the queue is to be done by itself; answers what was tried and failed. */
  idle(): Promise<ResultOf<"ckan.state">>;
  reopen(): Promise<void>;
  dispose(): Promise<void>;
};

export async function openOffice(options: Parameters<typeof startCkan>[0] = {}): Promise<Office> {
  const server = await startCkan(options);
  const twins = temporaryFolder();
  const given = temporaryFolder();
  const office: Office = {
    lajur: openCore({ twins }),
    server,
    twins,
    async join() {
      const { url, token } = server;
      await office.lajur.call("ckan.save", { url, token, organization: "dinas-pertanian" });
    },
    async request(files = {}, change = {}) {
      const { id } = await office.lajur.call("request.create", { ...intake, ...change });
      const folder = join(given, id);
      mkdirSync(folder);
      for (const [name, content] of Object.entries(files)) {
        writeFileSync(join(folder, name), content);
        await office.lajur.call("file.attach", { request: id, path: join(folder, name) });
      }
      return office.lajur.call("request.get", { id });
    },
    publish: (request, change = {}) =>
      office.lajur.call("dataset.publish", {
        request: request.id,
        title: "Produksi Padi 2025",
        name: "produksi-padi-2025",
        organization: "dinas-pertanian",
        license: "cc-by",
        notes: "Produksi padi per kecamatan.",
        tags: ["padi", "pertanian"],
        files: request.files.map(({ id }) => id),
        ...change,
      }),
    async idle() {
      for (let turn = 0; turn < 2000; turn += 1) {
        const state = await office.lajur.call("ckan.state", {});
        const open = state.jobs.filter(
          (job) => job.state === "running" || (job.state === "waiting" && job.next === null),
        );
        if (open.length === 0) return state;
        await wait(5);
      }
      throw new Error("the queue does not come to rest");
    },
    async reopen() {
      office.lajur = await office.lajur.reopen();
    },
    async dispose() {
      await office.lajur.dispose();
      await server.close();
      for (const folder of [twins, given]) rmSync(folder, { recursive: true, force: true });
    },
  };
  return office;
}
