import type { Archive } from "../archive/archive.ts";
import { intact, readable } from "../maintenance/chains.ts";
import type { PortalClient } from "./portal-client.ts";

/** Events asked for in one request. */
const MOST = 200;

/**
 * Asks the portal for events that are broken or gone here, and puts them back where their hash
 * proves that they are the very same. Answers how many, none without a line; what is shown is made
 * anew from them.
 */
export async function healFromPortal(archive: Archive, client: PortalClient): Promise<number> {
  const broken = brokenEvents(archive);
  let healed = 0;
  for (let at = 0; at < broken.length; at += MOST) {
    const answer = await client.fetch(broken.slice(at, at + MOST));
    if (!answer.ok) break;
    healed += archive.transact(
      () => answer.value.filter((event) => archive.log.healEvent(event)).length,
    );
  }
  if (healed > 0) archive.rebuild();
  return healed;
}

/** Of each writer the events that are not as they were written, or not there. */
function brokenEvents({ db, log }: Archive): { writer: string; seq: number }[] {
  const broken: { writer: string; seq: number }[] = [];
  const stubs = new Set(
    db
      .prepare(
        `SELECT writer.uuid || ':' || one.seq FROM event_refused AS one
         JOIN writer ON writer.id = one.writer`,
      )
      .pluck()
      .all() as string[],
  );
  for (const { id, uuid, seq: last } of log.writers()) {
    let seq = 0;
    const lose = (upTo: number): void => {
      for (seq += 1; seq <= upTo; seq += 1) {
        if (!stubs.has(`${uuid}:${seq}`)) broken.push({ writer: uuid, seq });
      }
      seq = upTo;
    };
    for (const row of readable(db, id)) {
      const at = typeof row === "number" ? row : row.seq;
      lose(at - 1);
      if (typeof row === "number" || !intact(uuid, row)) broken.push({ writer: uuid, seq: at });
      seq = at;
    }
    lose(last);
  }
  return broken;
}
