import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { readList } from "./files-list.ts";
import type { Layout } from "./layout.ts";
import { listPoints } from "./points.ts";

/**
 * Removes files of the pool that no point needs any longer. Where a point cannot be read nothing is
 * removed: what it needs is not known.
 */
export async function sweepPool(layout: Layout): Promise<number> {
  const needed = new Set<string>();
  for (const { point, manifest } of await listPoints(layout.folder)) {
    const text = await readFile(layout.list(join(layout.points, point)), "utf8").catch(() => null);
    const files = manifest === null || text === null ? null : readList(text, manifest.files.list);
    if (files === null) return 0;
    for (const { name } of files) needed.add(name);
  }
  let removed = 0;
  for (const part of await readdir(layout.pool)) {
    const folder = join(layout.pool, part);
    for (const name of await readdir(folder).catch(() => [])) {
      if (needed.has(name)) continue;
      await rm(join(folder, name), { force: true });
      removed += 1;
    }
  }
  return removed;
}
