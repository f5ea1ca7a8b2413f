import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { magetan } from "../support/magetan.ts";
import type { SyncPc } from "../support/sync-pc.ts";
import { createRandom } from "./large/random.ts";
import { ms } from "./large/measure.ts";
import { idleRounds } from "./sync/idle.ts";
import { openPc, startPortal, timedRound } from "./sync/pcs.ts";
import { pouchTimes } from "./sync/pouch.ts";
import { count, type Figure } from "./table.ts";

const EVENTS = 20_000;
const AN_EVENT = 20;

/**
 * The events of an office from one PC to the portal, and from there to another one, over loopback;
 * beside PouchDB with as many documents of the same size. Either's server is a process of its own.
 */
export async function benchSync(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "lajur-bench-sync-"));
  const { node, joined } = await startPortal(folder, ["dekat", "jauh"]);
  const closing: (() => unknown)[] = [() => node.stop()];
  try {
    const open = (at: 0 | 1, name: string) => {
      const place = join(folder, name);
      const office = openPc(node.url, joined[at]!, place, `${place}-twins`);
      closing.push(office.close);
      return office;
    };
    const [near, far] = [open(0, "dekat"), open(1, "jauh")];
    const docs = fill(near.pc);
    const push = await timedRound(near);
    const pull = await timedRound(far);
    const arrived = far.pc.archive.log.count();
    if (arrived !== EVENTS) throw new Error(`${arrived} of ${EVENTS} events arrived`);
    const pouch = await pouchTimes(docs, folder);
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
      await idleRounds(`${count(EVENTS)} events`, node.url, near),
    ];
  } finally {
    for (const close of closing.reverse()) await close();
    rmSync(folder, { recursive: true, force: true });
  }
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
