import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createHttpClient } from "#core/sync/http/http-client.ts";
import type { SyncEngine } from "#core/sync/engine.ts";
import { configFor } from "../../portal/config.ts";
import { createPortal } from "../../portal/server.ts";
import type { PortalClient } from "#core/sync/portal-client.ts";
import { makeCode } from "../../portal/service/devices.ts";
import { join as joinOffice } from "../../portal/service/join.ts";
import { addOffice } from "../../portal/service/offices.ts";
import type { Joined } from "#shared/sync/protocol.ts";
import { magetan } from "../support/magetan.ts";
import { openSyncPc, type SyncPc } from "../support/sync-pc.ts";
import { createRandom } from "./large/random.ts";
import { ms } from "./large/measure.ts";
import { startNode } from "./portal/nodes.ts";
import { pouchTimes } from "./pouch.ts";
import { count, type Figure } from "./table.ts";

const EVENTS = 20_000;
const AN_EVENT = 20;

/**
 * The events of an office from one PC to the portal, and from there to another one, over loopback;
 * beside PouchDB with as many documents of the same size. Either's server is a process of its own.
 */
export async function benchSync(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "lajur-bench-sync-"));
  const closing: (() => unknown)[] = [];
  try {
    const [first, second] = await joinTwo(folder);
    const node = await startNode("portal", { folder, databaseUrl: null });
    closing.push(() => node.stop());
    const near = openPc(node.url, first, join(folder, "dekat"), closing);
    const far = openPc(node.url, second, join(folder, "jauh"), closing);
    const docs = fill(near.pc);
    const push = await timedRound(near);
    const pull = await timedRound(far);
    const arrived = far.pc.archive.log.count();
    if (arrived !== EVENTS) throw new Error(`${arrived} of ${EVENTS} events arrived`);
    const pouch = await pouchTimes(docs, folder);
    const idle = await idleRounds(node.url, near);
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

/** Two PCs of an office, known to the portal that will run on this folder. */
async function joinTwo(folder: string): Promise<[Joined, Joined]> {
  const portal = await createPortal(configFor({ data: join(folder, "data"), logLevel: "silent" }));
  try {
    const office = await addOffice(portal.ctx, "Dinas Contoh");
    if (!office.ok) throw new Error(office.error.code);
    const joinOne = async (name: string): Promise<Joined> => {
      const { code } = await makeCode(portal.ctx, office.value.id);
      const joined = await joinOffice(portal.ctx, { code, name, app: "bench" });
      if (!joined.ok) throw new Error(joined.error.code);
      return joined.value;
    };
    return [await joinOne("dekat"), await joinOne("jauh")];
  } finally {
    await portal.close();
  }
}

type Office = { pc: SyncPc; engine: SyncEngine; requests: () => number };

function openPc(url: string, joined: Joined, folder: string, closing: (() => unknown)[]): Office {
  mkdirSync(folder);
  let time = Date.parse("2026-03-02T01:00:00.000Z");
  const pc = openSyncPc({
    folder,
    twins: `${folder}-twins`,
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
  if (!client.ok) throw new Error(client.error.message);
  closing.push(
    () => pc.archive.close(),
    () => client.value.close(),
  );
  const counted = countCalls(client.value);
  return { pc, engine: pc.connect(counted.client), requests: counted.calls };
}

/** Every call of a client is one request. */
function countCalls(client: PortalClient): { client: PortalClient; calls: () => number } {
  let calls = 0;
  const counting = new Proxy(client, {
    get(target, name: keyof PortalClient) {
      calls += 1;
      return target[name];
    },
  });
  return { client: counting, calls: () => calls };
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
  url: string,
  office: Office,
): Promise<{ spent: number; requests: number; bare: number }> {
  await timedRound(office);
  const before = office.requests();
  const spent: number[] = [];
  for (let round = 0; round < IDLE; round += 1) spent.push(await timedRound(office));
  const requests = office.requests() - before;
  const bare: number[] = [];
  for (let round = 0; round < IDLE; round += 1) {
    const started = performance.now();
    await (await fetch(`${url}/healthz`)).text();
    bare.push(performance.now() - started);
  }
  const middle = (values: number[]): number =>
    values.sort((a, b) => a - b)[Math.floor(IDLE / 2)] ?? Number.NaN;
  return { spent: middle(spent), requests: requests / IDLE, bare: middle(bare) };
}
