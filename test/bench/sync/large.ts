import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { count, type Figure, perSecond } from "../table.ts";
import { idleRounds } from "./idle.ts";
import { openPc, startPortal, timedRound } from "./pcs.ts";

/** The whole of a large archive to a new portal, and what a round costs from then on. */
export async function benchLargeSync(archive: string, twins: string): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "lajur-bench-large-"));
  const { node, joined } = await startPortal(folder, ["besar"]);
  try {
    const [own] = joined;
    if (own === undefined) throw new Error("nobody joined");
    const office = openPc(node.url, own, archive, twins);
    const events = office.pc.archive.log.count();
    const spent = await timedRound(office);
    const idle = await idleRounds(`${count(events)} events`, node.url, office);
    await office.close();
    return [
      {
        what: `first push of ${count(events)} events, events a second`,
        measured: `${count(perSecond(events, spent))} (${(spent / 1000).toFixed(0)} s)`,
        reference: "",
        aim: "reported",
      },
      idle,
    ];
  } finally {
    await node.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
