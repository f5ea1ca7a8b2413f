import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { type Child, type Milestone, type Order, prepareChild, type Told } from "./child.ts";
import type { Head } from "./heads.ts";
import type { Random } from "./random.ts";
import { expectWhole, openPlace, type Place } from "./verify.ts";
import { FAULTS } from "./work.ts";

/** When a child is killed: after it has told so much, at a random moment of so many milliseconds. */
export type Moment = { kind: Milestone; count: number; within: number };

/** Kills one child after the other; the next one is always getting ready. */
export function createKiller() {
  let next: Child = prepareChild();

  /** A child does the order and is killed; answers what it had told by then. */
  async function kill(order: Order, random: Random, { kind, count, within }: Moment) {
    const child = next;
    next = prepareChild();
    await child.order(order);
    await child.tells(kind, count);
    await sleep(random.int(0, within));
    // A part of a millisecond, for a timer knows whole ones only.
    const end = performance.now() + random.next();
    while (performance.now() < end);
    const told = await child.kill();
    expect(told.filter(isFault), child.errors()).toEqual([]);
    return told;
  }

  return { kill, close: async () => void (await next.kill()) };
}

const isFault = (told: Told): boolean =>
  "refused" in told && (FAULTS as readonly string[]).includes(told.refused);

export const headsOf = (told: readonly Told[]): Head[] =>
  told.flatMap((one) => ("head" in one && one.head !== null ? [one.head] : []));

/** Opens an archive after a kill: whole, nothing told is lost, and work goes on. */
export async function expectSurvived(place: Place, told: readonly Head[]): Promise<void> {
  const lajur = openPlace(place);
  try {
    await expectWhole(lajur, told);
    await lajur.call("user.save", { name: "Sari", post: "Petugas Layanan" });
  } finally {
    await lajur.core.close();
  }
}
