import { homedir } from "node:os";
import { join } from "node:path";

/**
 * Where this PC keeps what tells its archives from copies of them. Not where archives lie, and not
 * where a person's files roam from PC to PC.
 */
export function twinFolder(
  platform: NodeJS.Platform = process.platform,
  env: Record<string, string | undefined> = process.env,
  home: string = homedir(),
): string {
  if (platform === "win32") {
    return join(env.LOCALAPPDATA || join(home, "AppData", "Local"), "Lajur", "twins");
  }
  if (platform === "darwin") return join(home, "Library", "Caches", "Lajur", "twins");
  return join(env.XDG_STATE_HOME || join(home, ".local", "state"), "lajur", "twins");
}
