import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Archive } from "#core/archive/archive.ts";
import { openArchive } from "#core/archive/open-archive.ts";
import { demoOffice } from "#core/demo/office.ts";
import { keepRegisters } from "#core/registers/keep.ts";
import { type NumberOrder, takeNumber } from "#core/registers/take-number.ts";
import type { Deps } from "#core/deps.ts";
import type { Result } from "#shared/errors.ts";
import type { Office } from "#shared/office.ts";
import { temporaryFolder } from "../../../support/core.ts";

/** PCs of one office that share what they wrote through one archive in the middle. */

export const OFFICE: Office = {
  ...demoOffice,
  registers: { memo: { pattern: "{nomor}/ND/{tahun}", reset: "yearly", first: 1, firstIn: 0 } },
};

const CONTEXT = { origin: "console", user: null } as const;

export type Pc = ReturnType<typeof openPc>;
export type Given = { number: string; year: number; value: number; suffix: string; by: string };

type World = { folder: string; day: string; count: number };

export const newWorld = (): World => ({ folder: temporaryFolder(), day: "2026-11-16", count: 0 });
export const endWorld = ({ folder }: World): void => rmSync(folder, { recursive: true });

function open(world: World, folder: string): Archive {
  const opened = openArchive({
    folder,
    holder: "uji",
    twins: join(world.folder, "twins"),
    safeMode: null,
    rescue: null,
    now: () => `${world.day}T02:00:00.000Z`,
    newId: () => `id-${(world.count += 1)}-${Math.abs(Math.sin(world.count)).toString(36)}`,
  });
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}

export function openPc(world: World, name: string, letter: string) {
  const folder = join(world.folder, name);
  mkdirSync(folder);
  const pc = {
    name,
    archive: open(world, folder),
    device: { id: `device-${name}`, name, letter } as ReturnType<Deps["device"]>,
  };
  const numbering = { archive: pc.archive, device: () => pc.device };
  const deps = () =>
    ({
      ...numbering,
      clock: { instant: () => `${world.day}T02:00:00.000Z` },
      changed: () => undefined,
    }) as unknown as Deps;

  return {
    name,
    folder,
    pc,
    deps,
    context: CONTEXT,
    get archive() {
      return numbering.archive;
    },
    keep: () => keepRegisters(deps()),
    /** Numbers a memo, as a letter from outside of requests gets its number. */
    give(order: Partial<NumberOrder> = {}): Result<Given> {
      const whole = { register: "memo", date: world.day, classification: "", number: "", ...order };
      return numbering.archive.transact((): Result<Given> => {
        const taken = takeNumber(numbering, OFFICE, whole as NumberOrder);
        if (!taken.ok) return taken;
        const { number, running, suffix } = taken.value;
        numbering.archive.recordOffice("konsol", [
          {
            type: "number.entered",
            body: {
              ...{ register: whole.register as NumberOrder["register"], number, running, suffix },
              ...{ inserted: suffix, date: whole.date, subject: "Rapat", party: name },
              reference: "",
            },
          },
        ]);
        const { year = 0, value = 0 } = running ?? {};
        return { ok: true, value: { number, year, value, suffix, by: name } };
      });
    },
    /** Closes it, puts the database of an earlier day in its place, and opens it again. */
    restore(backup: string): void {
      numbering.archive.close();
      for (const end of ["-wal", "-shm"])
        rmSync(join(folder, `archive.sqlite${end}`), { force: true });
      copyFileSync(backup, join(folder, "archive.sqlite"));
      numbering.archive = open(world, folder);
    },
    reopen(): void {
      numbering.archive.close();
      numbering.archive = open(world, folder);
    },
    /** Of an earlier run: what tells an archive from its copies is new at every start. */
    backUp(): string {
      const to = join(world.folder, `backup-${name}-${(world.count += 1)}`);
      numbering.archive.db.prepare("VACUUM INTO ?").run(to);
      this.reopen();
      return to;
    },
  };
}

/** Everything that `from` has and `to` has not. */
export function send(from: Archive, to: Archive): void {
  const known = new Map(to.log.heads().map(({ writer, seq }) => [writer, seq]));
  const limits = { maxBytes: 1e9, maxEvents: 1e6 };
  const items = from.log
    .heads()
    .flatMap(({ writer }) => from.log.wire(writer, (known.get(writer) ?? 0) + 1, limits));
  const received = to.receive(items);
  if (received.broken.length > 0) throw new Error(JSON.stringify(received));
}

/** A whole round: out, in, and out what the PC recorded by itself after it. */
export function sync(pc: Pc, portal: Archive): void {
  send(pc.archive, portal);
  send(portal, pc.archive);
  if (pc.keep()) send(pc.archive, portal);
}
