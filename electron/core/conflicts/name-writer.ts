import { CONSOLE } from "../office/people.ts";
import type { Deps } from "../deps.ts";

/**
 * Tells the office's other PCs on which one the events of this archive are written, once for every
 * writer that has written something. Answers whether there was something to tell.
 */
export function nameWriter({ archive, device }: Pick<Deps, "archive" | "device">): boolean {
  const pc = device();
  if (pc === null || archive.safeMode !== null) return false;
  const untold = archive
    .sql(
      `SELECT 1 FROM writer LEFT JOIN writer_pc AS pc ON pc.writer = writer.uuid
       WHERE writer.own = 1 AND writer.seq > 0 AND pc.name IS NOT ?`,
    )
    .get(pc.name);
  if (untold === undefined) return false;
  archive.recordOffice(CONSOLE.id, [{ type: "pc.named", body: { name: pc.name } }]);
  return true;
}
