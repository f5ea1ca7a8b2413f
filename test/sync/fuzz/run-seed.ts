import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openArchive } from "#core/archive/open-archive.ts";
import { hasConflict, openConflicts } from "#shared/conflict/state.ts";
import type { RequestEvent } from "#shared/request/events.ts";
import { currentVisit, type RequestState } from "#shared/request/state.ts";
import { stepOf } from "#shared/sop/definition.ts";
import { createRandom, type Random } from "../../faults/support/random.ts";
import { magetan } from "../../support/magetan.ts";
import { checkAgreement, type Report } from "./check.ts";
import { PowerCut } from "./line.ts";
import { createFuzzPc, type FuzzPc } from "./pc.ts";
import { type FuzzPortal, openFuzzPortal } from "./portal.ts";
import { createWitness } from "./witness.ts";

const PCS = ["satu", "dua", "tiga", "empat"] as const;
const DAY = 86_400_000;
const START = Date.parse("2026-03-02T01:00:00.000Z");
const DEFINITION = magetan();

/** Memory where there is some: what is tested is the order of things, not the disk. */
export function fuzzFolder(): string {
  for (const folder of ["/dev/shm", tmpdir()]) {
    try {
      return mkdtempSync(join(folder, "lajur-sync-"));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    }
  }
  throw new Error("no folder to work in");
}

/** An archive that nobody has written into, to begin each PC with. */
export function emptyArchive(folder: string): string {
  const empty = join(folder, "empty");
  const twins = join(folder, "empty-twins");
  const order = { folder: empty, holder: "uji", twins, safeMode: null, rescue: null };
  const now = (): string => new Date(START).toISOString();
  const opened = openArchive({ ...order, now, newId: () => "kosong" });
  if (!opened.ok) throw new Error(opened.error.message);
  opened.value.close();
  return empty;
}

/**
 * Four PCs and a portal do `actions` things that the seed chooses; then the line is good for long
 * enough, and all must agree with each other and with what is known of what was done.
 */
export async function runSeed(
  seed: number,
  actions: number,
  place: { folder: string; empty: string },
): Promise<Report> {
  const random = createRandom("sync", seed);
  const folder = join(place.folder, String(seed));
  mkdirSync(folder);
  let time = START;
  const now = (): number => (time += 1000);
  const portal = await openFuzzPortal(folder, random, () => new Date(now()));
  const world = { folder, portal, random, empty: place.empty, now };
  const pcs = PCS.map((name) => createFuzzPc(name, world));
  const witness = createWitness(pcs, portal);
  const office = createOffice(random, witness);
  try {
    const [first] = pcs;
    if (first === undefined) throw new Error("no PC");
    office.found(first);
    for (const pc of pcs) await pc.sync(true);
    for (let done = 0; done < actions; done += 1) {
      await act(random.pick(pcs), { pcs, portal, random, office, witness });
    }
    await calmDown(pcs);
    return await checkAgreement(pcs, portal, witness, DEFINITION);
  } finally {
    for (const pc of pcs) pc.close();
    await portal.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Scene = {
  pcs: readonly FuzzPc[];
  portal: FuzzPortal;
  random: Random;
  office: ReturnType<typeof createOffice>;
  witness: ReturnType<typeof createWitness>;
};

async function act(pc: FuzzPc, { pcs, portal, random, office, witness }: Scene): Promise<void> {
  const dice = random.int(0, 99);
  if (dice < 10) return office.register(pc);
  if (dice < 44) return office.move(pc);
  if (dice < 50) return office.note(pc);
  if (dice < 55) return office.attach(pc);
  if (dice < 58) return office.saveUser(pc);
  if (dice < 59) return office.powerCut(pc);
  if (dice < 74) return void (await pc.sync(true));
  if (dice < 90) return syncBadly(pc);
  if (dice < 91) return pc.crash();
  if (dice < 92) return pc.restart();
  if (dice < 94) return pc.keep();
  if (dice < 95) return witness.goBack(async () => pc.restore());
  if (dice < 96) {
    const other = random.pick(pcs.filter((one) => one !== pc));
    return witness.goBack(async () => {
      pc.becomeCopyOf(other);
      return true;
    });
  }
  if (dice < 97) return pc.setClock(random.int(-3650, 3650) * DAY);
  if (dice < 99) return portal.keep();
  return witness.goBack(() => portal.restore(random.chance(0.5)));
}

async function syncBadly(pc: FuzzPc): Promise<void> {
  try {
    await pc.sync(false);
  } catch (error) {
    if (!(error instanceof PowerCut)) throw error;
    pc.crash();
  }
}

/** Everybody syncs until nobody has anything new. */
async function calmDown(pcs: readonly FuzzPc[]): Promise<void> {
  const MOST = 12;
  for (let round = 0; round < MOST; round += 1) {
    let moved = 0;
    for (const pc of pcs) {
      const { trouble, sent, received, filesIn, filesOut } = await pc.sync(true);
      if (trouble !== null) throw new Error(`${pc.name}: ${trouble.code} ${trouble.error.message}`);
      moved += sent + received + filesIn + filesOut;
    }
    if (moved === 0) return;
  }
  throw new Error(`not at rest after ${MOST} rounds`);
}

/** What people do at the PCs, by the rules that the screens keep to. */
function createOffice(random: Random, witness: ReturnType<typeof createWitness>) {
  let numbers = 0;

  /** A request that is on this PC; the same ones again and again, so that people meet. */
  function pick({ archive }: FuzzPc): RequestState | null {
    const ids = archive.db
      .prepare("SELECT id FROM request ORDER BY created DESC, id LIMIT 6")
      .pluck()
      .all() as string[];
    return ids.length === 0 ? null : archive.readState(random.pick(ids));
  }

  const record = (pc: FuzzPc, state: RequestState, ...events: RequestEvent[]): void =>
    witness.watch(pc, () => void pc.archive.record(state.id, pc.name, state, DEFINITION, events));

  return {
    found(pc: FuzzPc): void {
      witness.watch(pc, () =>
        pc.archive.recordOffice(pc.name, [{ type: "sop.published", body: DEFINITION }]),
      );
    },
    register(pc: FuzzPc): void {
      numbers += 1;
      const id = random.id();
      const running = { year: 2026, value: numbers };
      witness.watch(pc, () => {
        const requester = { kind: "individual", name: `Pemohon ${numbers}` } as const;
        const blank = { identity: "", institution: "", address: "", phone: "", email: "" };
        pc.archive.transact(() => {
          const body = {
            number: `2026/${numbers}`,
            running,
            sop: { id: DEFINITION.id, version: DEFINITION.version },
            requester: pc.archive.identities.store(id, { ...requester, ...blank }),
            subject: `Data ${numbers}`,
            items: [{ name: "Padi", period: "", unit: "", format: "" }],
            purpose: "",
            delivery: "pickup" as const,
            letter: { number: "", date: "" },
            received: "2026-03-02",
          };
          pc.archive.record(id, pc.name, null, DEFINITION, [{ type: "request.created", body }]);
        });
      });
    },
    /** Completes, takes back, cancels or settles, as the request allows it on this PC. */
    move(pc: FuzzPc): void {
      const state = pick(pc);
      if (state === null) return;
      if (hasConflict(state)) {
        const [conflict] = openConflicts(state);
        if (conflict === undefined || random.chance(0.6)) return;
        const keep = conflict.able && random.chance(0.4) ? "other" : "held";
        const body = { conflict: conflict.id, keep, reason: "Sudah dibicarakan" } as const;
        return record(pc, state, { type: "conflict.settled", body });
      }
      const current = currentVisit(state);
      const last = state.visits.findLast(({ completed }) => completed !== null);
      const dice = random.next();
      if (dice < 0.12 && last !== undefined && state.status !== "cancelled") {
        const { step, visit } = last;
        return record(pc, state, { type: "step.undone", body: { step, visit, reason: "Keliru" } });
      }
      if (current === null) return;
      if (dice < 0.16) {
        return record(pc, state, { type: "request.cancelled", body: { reason: "Batal" } });
      }
      const next = stepOf(DEFINITION, current.step)?.next ?? [];
      if (next.length === 0) return;
      const { step, visit } = current;
      const branch = random.pick(next).when ?? null;
      record(pc, state, { type: "step.completed", body: { step, visit, branch, note: "" } });
    },
    note(pc: FuzzPc): void {
      const state = pick(pc);
      if (state === null) return;
      const text = `Catatan ${random.int(1, 999)}`;
      record(pc, state, { type: "note.added", body: { step: null, text } });
    },
    async attach(pc: FuzzPc): Promise<void> {
      const state = pick(pc);
      if (state === null) return;
      const incoming = await pc.store.receive();
      await incoming.append(random.bytes(random.int(1, 2000)));
      const { sha256, size } = await incoming.finish();
      const name = `berkas-${random.int(1, 9)}.bin`;
      const body = { id: random.id(), sha256, name, size, step: null, visit: null };
      record(pc, state, { type: "file.attached", body });
    },
    saveUser(pc: FuzzPc): void {
      const id = `pengguna-${random.int(1, 3)}`;
      const body = { id, name: `Sari ${random.int(1, 99)}`, post: "Staf", lanes: [], active: true };
      witness.watch(pc, () => pc.archive.recordOffice(pc.name, [{ type: "user.saved", body }]));
    },
    /** The power goes in the middle of a save: nothing of it was confirmed. */
    powerCut(pc: FuzzPc): void {
      const state = pick(pc);
      if (state === null) return;
      try {
        pc.archive.transact(() => {
          const body = { step: null, text: "Tidak sempat disimpan" };
          const event = { type: "note.added", body } as const;
          pc.archive.record(state.id, pc.name, state, DEFINITION, [event]);
          throw new PowerCut();
        });
      } catch (error) {
        if (!(error instanceof PowerCut)) throw error;
      }
      pc.crash();
    },
  };
}
