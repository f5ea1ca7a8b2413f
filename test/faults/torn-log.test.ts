import { rmSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/core.ts";
import { aside, allHeads, type Head } from "./support/heads.ts";
import { dose, once, rounds, timeFor } from "./support/rounds.ts";
import { expectWhole, openPlace } from "./support/verify.ts";
import { commitsOf, damaged } from "./support/wal.ts";
import { type LogKind, logOf, type Snapshot, snapshotOf } from "./support/worked-archive.ts";

const COMMANDS = 60;
const folders: string[] = [];
const snapshots = new Map<LogKind, Snapshot>();
beforeAll(async () => {
  for (const kind of ["fresh", "worn", "copied"] as const) {
    const folder = temporaryFolder();
    folders.push(folder);
    snapshots.set(kind, await snapshotOf(folder, kind, COMMANDS, once(`log/${kind}`)));
  }
}, 60_000);
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function snapshot(kind: LogKind): Snapshot {
  const found = snapshots.get(kind);
  if (found === undefined) throw new Error(`no snapshot ${kind}`);
  return found;
}

/** The last event that is there when the log counts up to its byte `until`. */
function headAt({ log, marks }: Snapshot, until: number): Head | undefined {
  const end = commitsOf(log).findLast((commit) => commit <= until) ?? 0;
  return marks.findLast((one) => one.end <= end)?.head;
}

describe("a torn or garbled log of pages", () => {
  it.each(["fresh", "worn"] as const)(
    "%s: opens with everything up to the damage, and nothing by halves",
    async (kind) => {
      const before = snapshot(kind);
      await rounds(`${kind}: opens`, dose(4, 450), async (random) => {
        const place = before.restore();
        const { log, from, how } = damaged(before.log, random);
        writeFileSync(logOf(place), log);
        const expected = headAt(before, from);
        const lajur = openPlace(place);
        try {
          const found = aside(place.archive, allHeads);
          expect(found.at(-1), `${how} at ${from} of ${before.log.length}`).toEqual(expected);
          expect(found).toEqual(before.heads.slice(0, found.length));
          await expectWhole(lajur, found);
          // What was lost has its numbers still: nobody else may have them.
          await lajur.call("user.save", { name: "Sari", post: "Petugas Layanan" });
          const { writer, seq } = aside(place.archive, allHeads).at(-1) ?? {};
          const taken = before.heads.some((head) => head.writer === writer && head.seq === seq);
          expect(taken).toBe(false);
        } finally {
          await lajur.core.close();
        }
      });
    },
    timeFor(30),
  );

  it(
    "copied: opens as a verified prefix, or the damage is told",
    async () => {
      const before = snapshot("copied");
      const seen = { prefix: 0, told: 0, refused: 0 };
      await rounds("copied: opens", dose(2, 100), async (random) => {
        const place = before.restore();
        const { log } = damaged(before.log, random);
        writeFileSync(logOf(place), log);
        const lajur = opened(() => openPlace(place));
        if (lajur === null) {
          seen.refused += 1;
          return;
        }
        try {
          const { sound } = await lajur.call("archive.check", {});
          seen[sound ? "prefix" : "told"] += 1;
          if (!sound) return;
          const found = aside(place.archive, allHeads);
          expect(found).toEqual(before.heads.slice(0, found.length));
          await expectWhole(lajur, found);
        } finally {
          await lajur.core.close();
        }
      });
      console.info("copied log:", seen);
    },
    timeFor(15),
  );
});

/** What it answers, or null where the archive is refused as broken. */
function opened<T>(open: () => T): T | null {
  try {
    return open();
  } catch (error) {
    if (String(error).includes("archive_broken")) return null;
    throw error;
  }
}
