import { mkdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { fail, ok, type Result } from "#shared/errors.ts";

/** Files made for the window to fetch, kept until the core closes or newer ones push them out. */
export type Downloads = ReturnType<typeof createDownloads>;

const MAX_DOWNLOADS = 8;

export function createDownloads(archive: string, newId: () => string) {
  const folder = join(archive, "downloads");
  const names = new Map<string, string>();
  const pathOf = (id: string): string => join(folder, id);

  /** A place to write a file of this name to, and the id by which it is fetched. */
  async function reserve(name: string): Promise<{ id: string; path: string }> {
    await mkdir(folder, { recursive: true });
    const oldest = names.keys().next().value;
    if (names.size >= MAX_DOWNLOADS && oldest !== undefined) {
      names.delete(oldest);
      await rm(pathOf(oldest), { force: true });
    }
    const id = newId();
    names.set(id, name);
    return { id, path: pathOf(id) };
  }

  async function find(id: string): Promise<Result<{ path: string; name: string; size: number }>> {
    const name = names.get(id);
    const there = name === undefined ? null : await stat(pathOf(id)).catch(() => null);
    if (name === undefined || there === null) return fail("file_unknown");
    return ok({ path: pathOf(id), name, size: there.size });
  }

  const clear = (): Promise<void> => rm(folder, { recursive: true, force: true });

  return { reserve, find, clear };
}
