import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createFileStore } from "../files/store.ts";
import type { Tell } from "./problems.ts";

/** A content that something in the archive refers to. `request` is null for one taken over. */
export type NamedFile = { name: string; request: string | null; size: number };

/** How a stored content is: as it was kept, or not. */
export type FileState = "ok" | "file_missing" | "file_unreadable" | "file_changed";

/**
 * Reads every named content and compares it with its name, the SHA-256. Answers how many contents
 * in the store nothing refers to. `step` gets the bytes read so far; `lost` the names that failed.
 */
export async function checkFiles(
  archive: string,
  files: ReadonlyMap<string, NamedFile>,
  tell: Tell,
  step: (bytes: number) => void,
  lost: string[],
): Promise<number> {
  const store = createFileStore(archive);
  let bytes = 0;
  for (const [sha256, { name, request, size }] of files) {
    const state = await fileState(store.pathOf(sha256), sha256);
    if (state !== "ok") {
      tell(state, request, { name });
      lost.push(sha256);
    }
    step((bytes += size));
  }
  let orphans = 0;
  for await (const name of store.list()) if (!files.has(name)) orphans += 1;
  return orphans;
}

export async function fileState(path: string, sha256: string): Promise<FileState> {
  const hash = createHash("sha256");
  try {
    for await (const part of createReadStream(path, { highWaterMark: 1 << 18 })) {
      hash.update(part as Buffer);
    }
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOENT" ? "file_missing" : "file_unreadable";
  }
  return hash.digest("hex") === sha256 ? "ok" : "file_changed";
}
