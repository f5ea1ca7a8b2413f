import { constants } from "node:fs";
import { access, readdir, stat, statfs } from "node:fs/promises";
import { join } from "node:path";
import type { Destination } from "./destinations.ts";

/** A share without a line may take minutes to say so; nobody waits that long. */
const PATIENCE_MS = 2500;

export type Reach = { reach: "ok" | "absent" | "unwritable" | "slow"; free: number | null };

/** How a destination stands at the moment; never throws, never waits long. */
export async function reachOf(
  { folder, otherDisk }: Pick<Destination, "folder" | "otherDisk">,
  archive: string,
): Promise<Reach> {
  return within(look(folder, otherDisk ? archive : null), { reach: "slow", free: null });
}

/** `apart` is a folder that must not lie on the same disk. */
async function look(folder: string, apart: string | null): Promise<Reach> {
  const there = await stat(folder).catch(() => null);
  const gone = apart !== null && !(await onOtherDisk(folder, apart));
  if (there?.isDirectory() !== true || gone) return { reach: "absent", free: null };
  const room = await statfs(folder).catch(() => null);
  const free = room === null ? null : room.bavail * room.bsize;
  const writable = await access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
  return { reach: writable ? "ok" : "unwritable", free };
}

/**
 * Whether two folders lie on different disks. A folder that a stick is mounted on stays behind as
 * an empty one when the stick is pulled, and what is written to it then is on the PC's own disk.
 */
export async function onOtherDisk(one: string, other: string): Promise<boolean> {
  const [first, second] = await Promise.all(
    [one, other].map((path) => stat(path).catch(() => null)),
  );
  return first?.dev !== second?.dev;
}

/** What `work` answers, or `otherwise` when it takes too long. */
export async function within<T>(work: Promise<T>, otherwise: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), PATIENCE_MS);
    timer.unref();
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

export type Place = { folder: string; free: number; total: number };

/** Where this system shows sticks, other drives and shares; the system's own drive is left out. */
export async function places(
  platform: NodeJS.Platform = process.platform,
  user = process.env["USER"] ?? "",
): Promise<Place[]> {
  const found = await Promise.all((await candidates(platform, user)).map(placeAt));
  return found.flatMap((place) => (place === null ? [] : [place]));
}

async function candidates(platform: NodeJS.Platform, user: string): Promise<string[]> {
  if (platform === "win32") return [..."DEFGHIJKLMNOPQRSTUVWXYZ"].map((letter) => `${letter}:\\`);
  const parents =
    platform === "darwin" ? ["/Volumes"] : [`/media/${user}`, `/run/media/${user}`, "/mnt"];
  const inside = await Promise.all(
    parents.map(async (parent) => {
      const names = await readdir(parent).catch(() => []);
      return names.slice(0, 50).map((name) => join(parent, name));
    }),
  );
  return inside.flat();
}

const placeAt = (folder: string): Promise<Place | null> =>
  within(
    (async () => {
      const there = await stat(folder).catch(() => null);
      const room = there?.isDirectory() === true ? await statfs(folder).catch(() => null) : null;
      if (room === null || room.blocks === 0) return null;
      return { folder, free: room.bavail * room.bsize, total: room.blocks * room.bsize };
    })(),
    null,
  );
