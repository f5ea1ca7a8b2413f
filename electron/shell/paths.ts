import { createHash } from "node:crypto";
import { basename, dirname, join, resolve } from "node:path";
import { dataFolder } from "#host/data-folder.ts";

type Place = {
  argv: string[];
  platform: NodeJS.Platform;
  env: Record<string, string | undefined>;
  home: string;
};

/** The archive that `--archive` names, or this person's own. */
export function archiveFolder({ argv, platform, env, home }: Place): string {
  const index = argv.indexOf("--archive");
  const named = index >= 0 ? argv[index + 1] : undefined;
  return resolve(named ?? join(dataFolder(platform, env, home), "arsip"));
}

/**
 * Where Electron keeps what belongs to the window. One folder an archive, because it is also what
 * "one instance" means: a second start on the same archive brings the first window to the front.
 */
export function windowFolder(archive: string): string {
  const mark = createHash("sha256").update(archive).digest("hex").slice(0, 8);
  return join(dirname(archive), `electron-${basename(archive)}-${mark}`);
}
