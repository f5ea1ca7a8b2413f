import { createHash } from "node:crypto";

/** A file of the pool that a point needs; `size` are its bytes there. */
export type PoolFile = { name: string; size: number };

const LINE = /^([0-9a-f]{64}(?:\.age)?) (\d{1,15})$/;

/** One line a file, sorted, so that equal lists are equal texts. */
export const writeList = (files: readonly PoolFile[]): string =>
  [...files]
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    .map(({ name, size }) => `${name} ${size}\n`)
    .join("");

/** Null when the text is not a whole list, or another one than the manifest's digest says. */
export function readList(text: string, sha256: string): PoolFile[] | null {
  if (listDigest(text) !== sha256) return null;
  const files: PoolFile[] = [];
  for (const line of text.split("\n").slice(0, -1)) {
    const [, name, size] = LINE.exec(line) ?? [];
    if (name === undefined) return null;
    files.push({ name, size: Number(size) });
  }
  return files;
}

export const listDigest = (text: string): string => createHash("sha256").update(text).digest("hex");
