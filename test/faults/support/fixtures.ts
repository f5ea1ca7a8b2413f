import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";

const FOLDER = fileURLToPath(new URL("../../fixtures/archive", import.meta.url));

/** Every published version that this one replaces, oldest first. */
export const OLD_VERSIONS: readonly number[] = readdirSync(FOLDER)
  .map((name) => Number.parseInt(name, 10))
  .sort((a, b) => a - b);

/** The version of the archives that this program writes. */
export const NEWEST = (OLD_VERSIONS.at(-1) ?? 0) + 1;

/** An archive of an older version. */
export const fixture = (version: number): string =>
  join(FOLDER, `${String(version).padStart(4, "0")}.sqlite`);
