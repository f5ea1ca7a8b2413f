import { execFileSync } from "node:child_process";
import { mkdirSync, statfsSync } from "node:fs";

const PAGE = 4096;

/** A disk of memory whose size is moved while it is in use. Linux, as root. */
export type SmallDisk = {
  folder: string;
  /** Leaves so many pages of 4 KiB free; null as many as anybody needs. */
  room(pages: number | null): void;
  /** Lets nobody write to it, as a stick whose switch is moved. Nothing may be open on it. */
  readOnly(on: boolean): void;
  /** Takes it away at once, as a stick that is pulled; what is open on it stays open. */
  pull(): void;
  /** Takes it away for good, where it is still there. */
  remove(): void;
};

/** Why there is none here; null where there is. */
export const noSmallDisk: string | null =
  process.platform !== "linux"
    ? "tmpfs is there on Linux only"
    : process.getuid?.() === 0
      ? null
      : "only root may mount";

export function mountSmallDisk(folder: string): SmallDisk {
  mkdirSync(folder, { recursive: true });
  const mount = (...options: string[]): void =>
    void execFileSync("mount", [...options, "tmpfs", folder]);
  let pulled = false;
  function pull(): void {
    pulled = true;
    execFileSync("umount", ["-l", folder]);
  }
  mount("-t", "tmpfs", "-o", "size=256m");
  return {
    folder,
    room(pages) {
      const { blocks, bfree, bsize } = statfsSync(folder);
      const used = (blocks - bfree) * bsize;
      const size = pages === null ? 256 * 1024 * 1024 : used + pages * PAGE;
      mount("-o", `remount,size=${size}`);
    },
    readOnly: (on) => mount("-o", `remount,${on ? "ro" : "rw"}`),
    pull,
    remove() {
      if (!pulled) pull();
    },
  };
}
