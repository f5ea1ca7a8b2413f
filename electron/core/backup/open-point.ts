import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Manifest } from "#shared/backup/manifest.ts";
import { refuse, Refusal } from "./failures.ts";
import { type PoolFile, readList } from "./files-list.ts";
import { type Layout, layoutOf } from "./layout.ts";
import { readPoint } from "./points.ts";
import { openKey, openVault, type Vault } from "./vault.ts";

export type OpenPoint = {
  layout: Layout;
  /** Folder of the point. */
  path: string;
  manifest: Manifest;
  files: PoolFile[];
  vault: Vault;
};

/** How a locked point is opened: with the passphrase, or with the identity that the archive keeps. */
export type Key = { passphrase: string | undefined } | { identity: string | null };

/** Opens a point for reading; throws the refusal when it is broken, newer, or locked otherwise. */
export async function openPoint(folder: string, point: string, key: Key): Promise<OpenPoint> {
  const layout = layoutOf(folder);
  const { manifest, problem } = await readPoint(folder, point);
  if (problem !== null || manifest === null) throw broken(problem);
  const path = join(layout.points, point);
  const identity = manifest.encrypted ? await identityOf(layout, key) : null;
  const text = await readFile(layout.list(path), "utf8").catch(() => null);
  const files = text === null ? null : readList(text, manifest.files.list);
  if (files === null) {
    throw refuse("backup_point_broken", { detail: "daftar berkasnya (files.txt) tidak utuh" });
  }
  return { layout, path, manifest, files, vault: await openVault(identity) };
}

async function identityOf(layout: Layout, key: Key): Promise<string> {
  if ("identity" in key) {
    if (key.identity === null) throw refuse("backup_key_broken");
    return key.identity;
  }
  if (key.passphrase === undefined || key.passphrase === "") {
    throw refuse("backup_passphrase_missing", {}, "passphrase");
  }
  const keyFile = await readFile(layout.key).catch(() => null);
  if (keyFile === null) throw refuse("backup_key_broken");
  let identity: string | null;
  try {
    identity = await openKey(keyFile, key.passphrase);
  } catch {
    throw refuse("backup_key_broken"); // not an age file, or not a whole one
  }
  if (identity === null) throw refuse("backup_passphrase_wrong", {}, "passphrase");
  return identity;
}

/** What is wrong with a point was put in words when it was read. */
function broken(problem: string | null): Refusal {
  const { failure } = refuse("backup_point_broken", { detail: "" });
  return new Refusal(problem === null ? failure : { ...failure, message: problem });
}
