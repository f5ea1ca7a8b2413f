import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createHttpClient } from "#core/sync/http/http-client.ts";
import type { SyncEngine } from "#core/sync/engine.ts";
import { configFor } from "../../portal/config.ts";
import { createPortal, type Portal } from "../../portal/server.ts";
import { makeCode } from "../../portal/service/devices.ts";
import { join as joinOffice } from "../../portal/service/join.ts";
import { addOffice } from "../../portal/service/offices.ts";
import { magetan } from "../support/magetan.ts";
import { openSyncPc, type SyncPc } from "../support/sync-pc.ts";
import { createRandom } from "./large/random.ts";
import { ms } from "./large/measure.ts";
import { pouchTimes } from "./pouch.ts";
import { count, type Figure } from "./table.ts";

const EVENTS = 20_000;
const AN_EVENT = 20;

/**
 * The events of an office from one PC to the portal, and from there to another one, over loopback;
 * beside PouchDB with as many documents of the same size. Portal and PCs share one process here.
 */
export async function benchSync(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "lajur-bench-sync-"));
  const portal = await createPortal(
    configFor({ data: join(folder, "portal"), logLevel: "silent" }),
  );
  const closing: (() => unknown)[] = [() => portal.close()];
  try {
    await portal.app.listen({ port: 0, host: "127.0.0.1" });
    const made = await addOffice(portal.ctx, "Dinas Contoh");
    if (!made.ok) throw new Error(made.error.code);
    const [near, far] = [
      await openPc(portal, made.value.id, join(folder, "dekat"), closing),
      await openPc(portal, made.value.id, join(folder, "jauh"), closing),
    ];
    const docs = fill(near.pc);
    const push = await timedRound(near);
    const pull = await timedRound(far);
    const arrived = far.pc.archive.log.count();
    if (arrived !== EVENTS) throw new Error(`${arrived} of ${EVENTS} events arrived`);
    const pouch = await pouchTimes(docs, folder);
    const idle = await idleRounds(portal, near);
    return [
      {
        what: `push of ${count(EVENTS)} events over loopback`,
        measured: ms(push),
        reference: `${ms(pouch.push)} PouchDB`,
        aim: `10 times faster (${(pouch.push / push).toFixed(1)})`,
      },
      {
        what: `pull of ${count(EVENTS)} events over loopback`,
        measured: ms(pull),
        reference: `${ms(pouch.pull)} PouchDB`,
        aim: `10 times faster (${(pouch.pull / pull).toFixed(1)})`,
      },
      {
        what: `sync with nothing to do, median of ${IDLE}`,
        measured: `${ms(idle.spent)}, ${idle.requests} requests`,
        reference: `${ms(idle.bare)} GET /healthz`,
        aim: "under 5 ms, 2 requests",
      },
    ];
  } finally {
    for (const close of closing.reverse()) await close();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Office = { pc: SyncPc; engine: SyncEngine };

async function openPc(
  portal: Portal,
  office: string,
  folder: string,
  closing: (() => unknown)[],
): Promise<Office> {
  const address = portal.app.server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const url = `http://127.0.0.1:${address.port}`;
  const { code } = await makeCode(portal.ctx, office);
  const joined = await joinOffice(portal.ctx, { code, name: folder.slice(-5), app: "bench" });
  if (!joined.ok) throw new Error(joined.error.code);
  mkdirSync(folder);
  let time = Date.parse("2026-03-02T01:00:00.000Z");
  const pc = openSyncPc({
    folder,
    twins: `${folder}-twins`,
    now: () => new Date((time += 1000)).toISOString(),
    newId: () => crypto.randomUUID(),
  });
  pc.joined(url, joined.value);
  const client = createHttpClient({
    url,
    token: joined.value.token,
    settings: { proxy: "", authority: "" },
    limit: () => null,
    random: Math.random,
  });
  if (!client.ok) throw new Error(client.error.message);
  closing.push(
    () => pc.archive.close(),
    () => client.value.close(),
  );
  return { pc, engine: pc.connect(client.value) };
}

/** Requests with their notes; answers each event as a document of the same size. */
function fill({ archive }: SyncPc): object[] {
  const definition = magetan();
  const random = createRandom(7);
  archive.transact(() => {
    archive.recordOffice("sari", [{ type: "sop.published", body: definition }]);
    let left = EVENTS - 1;
    for (let one = 1; left > 0; one += 1) {
      const id = crypto.randomUUID();
      const notes = Math.min(AN_EVENT - 1, left - 1);
      const body = {
        number: `2026/${one}`,
        running: { year: 2026, value: one },
        sop: { id: definition.id, version: definition.version },
        requester: null,
        subject: `Data produksi padi ${one}`,
        items: [{ name: "Padi", period: "2025", unit: "ton", format: "xlsx" }],
        purpose: "Penyusunan rencana kerja",
        delivery: "pickup" as const,
        letter: { number: "", date: "" },
        received: "2026-03-02",
      };
      archive.record(id, "sari", null, definition, [{ type: "request.created", body }]);
      for (let note = 0; note < notes; note += 1) {
        const text = `Sudah dihubungi lewat telepon, ${random.between(1, 1_000_000)} kali`;
        const event = { type: "note.added", body: { step: null, text } } as const;
        archive.record(id, "sari", archive.readState(id), definition, [event]);
      }
      left -= notes + 1;
    }
  });
  return archive.log
    .heads()
    .flatMap(({ writer }) => archive.log.wire(writer, 1, { maxBytes: 1e9, maxEvents: 1e6 }))
    .map((event) => ({ _id: `${event.writer}:${event.seq}`, ...event }));
}

async function timedRound({ engine }: Office): Promise<number> {
  const started = performance.now();
  const { trouble } = await engine.run({ asked: true });
  const spent = performance.now() - started;
  if (trouble !== null) throw new Error(trouble.error.message);
  return spent;
}

const IDLE = 51;

async function idleRounds(
  portal: Portal,
  office: Office,
): Promise<{ spent: number; requests: number; bare: number }> {
  let requests = 0;
  const countOne = (): void => void (requests += 1);
  await timedRound(office);
  portal.app.server.on("request", countOne);
  const spent: number[] = [];
  for (let round = 0; round < IDLE; round += 1) spent.push(await timedRound(office));
  portal.app.server.off("request", countOne);
  const address = portal.app.server.address();
  const port = typeof address === "object" ? (address?.port ?? 0) : 0;
  const bare: number[] = [];
  for (let round = 0; round < IDLE; round += 1) {
    const started = performance.now();
    await (await fetch(`http://127.0.0.1:${port}/healthz`)).text();
    bare.push(performance.now() - started);
  }
  const middle = (values: number[]): number =>
    values.sort((a, b) => a - b)[Math.floor(IDLE / 2)] ?? Number.NaN;
  return { spent: middle(spent), requests: requests / IDLE, bare: middle(bare) };
}
