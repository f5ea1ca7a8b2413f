import { cpSync, existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CONSOLE, temporaryFolder, type TestCore } from "../support/core.ts";
import { aside, allHeads } from "./support/heads.ts";
import type { Random } from "./support/random.ts";
import { dose, once, rounds, timeFor } from "./support/rounds.ts";
import { expectWhole, openPlace, type Place, placeIn } from "./support/verify.ts";
import { createWork } from "./support/work.ts";

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Events that were ever seen anywhere: the same number of a writer never says two things. */
function createUniverse() {
  const seen = new Map<string, string>();
  return {
    look(archive: string): void {
      for (const { writer, seq, hash } of aside(archive, allHeads)) {
        const id = `${writer}:${seq}`;
        expect(seen.get(id) ?? hash, `event ${id} was overwritten`).toBe(hash);
        seen.set(id, hash);
      }
    },
  };
}

async function work(lajur: TestCore, random: Random, commands: number): Promise<void> {
  const some = createWork((method, params) => lajur.core.call(method, params, CONSOLE), random);
  await some.begin();
  for (let done = 0; done < commands; done += 1) await some.one();
}

/** A PC: its folder of twins stays with it, its archive may come from elsewhere. */
function createPc(name: string, random: Random, universe: ReturnType<typeof createUniverse>) {
  const place = placeIn(join(folder, name));
  let lajur: TestCore | null = null;
  const open = (): TestCore => (lajur ??= openPlace(place));
  async function close(): Promise<void> {
    await lajur?.core.close();
    lajur = null;
  }
  return {
    archive: place.archive,
    close,
    async work(commands: number): Promise<void> {
      await work(open(), random, commands);
      universe.look(place.archive);
    },
    /** Puts a copy of an archive, as its folder stands at this moment, in place of its own. */
    async take(from: string): Promise<void> {
      await close();
      rmSync(place.archive, { recursive: true, force: true });
      cpSync(from, place.archive, { recursive: true });
    },
    async expectWhole(): Promise<void> {
      await expectWhole(open(), []);
    },
  };
}

describe("a copied archive", () => {
  it.each(["closed", "running"])("of a %s folder goes on as a writer of its own", async (how) => {
    const universe = createUniverse();
    const random = once("copy");
    const first = createPc("satu", random, universe);
    const second = createPc("dua", random, universe);
    await first.work(20);
    if (how === "closed") await first.close();
    await second.take(first.archive);
    await first.work(20);
    await second.work(20);
    const writers = (archive: string) =>
      new Set(aside(archive, allHeads).map(({ writer }) => writer));
    const both = [...writers(first.archive)].filter((one) => writers(second.archive).has(one));
    expect(both.length).toBeGreaterThan(0);
    expect(writers(second.archive).size).toBeGreaterThan(both.length);
    for (const pc of [first, second]) {
      await pc.expectWhole();
      await pc.close();
    }
  });

  it("moved on the same PC and closed in order loses nothing", async () => {
    const place: Place = placeIn(folder);
    const lajur = openPlace(place);
    await work(lajur, once("moved"), 20);
    await lajur.core.close();
    const told = aside(place.archive, allHeads);
    const moved = { ...place, archive: join(folder, "pindah") };
    cpSync(place.archive, moved.archive, { recursive: true });
    const there = openPlace(moved);
    await expectWhole(there, told);
    await there.core.close();
  });

  it(
    "copied to and fro, and put back to older days, never says two things under one number",
    async () => {
      await rounds("copied to and fro", dose(1, 60), async (random, round) => {
        const universe = createUniverse();
        const pcs = ["satu", "dua", "tiga"].map((name) =>
          createPc(join(String(round), name), random, universe),
        );
        const kept: string[] = [];
        await pcs[0]?.work(3);
        for (let move = 0; move < dose(12, 25); move += 1) {
          const pc = random.pick(pcs);
          const from = random.pick(pcs);
          const chance = random.int(1, 10);
          if (chance <= 4) await pc.work(random.int(1, 4));
          else if (chance <= 6) await pc.close();
          else if (chance <= 7 && existsSync(pc.archive)) {
            kept.push(join(folder, String(round), `simpanan-${move}`));
            cpSync(pc.archive, kept.at(-1) ?? "", { recursive: true });
          } else if (chance <= 8 && kept.length > 0) await pc.take(random.pick(kept));
          else if (pc !== from && existsSync(from.archive)) await pc.take(from.archive);
        }
        for (const pc of pcs) {
          await pc.expectWhole();
          await pc.close();
        }
        rmSync(join(folder, String(round)), { recursive: true, force: true });
      });
    },
    timeFor(15),
  );
});
