import { join } from "node:path";

/** Where this person's archives lie, by the system's own custom. */
export function dataFolder(
  platform: NodeJS.Platform,
  env: Record<string, string | undefined>,
  home: string,
): string {
  if (platform === "win32") return join(env.APPDATA || join(home, "AppData", "Roaming"), "Lajur");
  if (platform === "darwin") return join(home, "Library", "Application Support", "Lajur");
  return join(env.XDG_DATA_HOME || join(home, ".local", "share"), "lajur");
}
