import type { Random } from "./random.ts";

/** SQLite's log of pages (https://sqlite.org/fileformat2.html#walformat). */
const HEADER = 32;
const FRAME_HEADER = 24;

/**
 * Where the transactions of a log end, in bytes from its start, oldest first. Frames that an earlier
 * run of the log left behind its end carry other salts and do not count.
 */
export function commitsOf(log: Buffer): number[] {
  if (log.length < HEADER) return [];
  const size = FRAME_HEADER + log.readUInt32BE(8);
  const salts = log.subarray(16, 24);
  const commits: number[] = [];
  for (let at = HEADER; at + size <= log.length; at += size) {
    if (!log.subarray(at + 8, at + 16).equals(salts)) break;
    if (log.readUInt32BE(at + 4) > 0) commits.push(at + size);
  }
  return commits;
}

type Damage = (log: Buffer, at: number, random: Random) => Buffer;

const DAMAGES: Record<string, Damage> = {
  cut: (log, at) => log.subarray(0, at),
  garbage: (log, at, random) => overwritten(log, at, random.bytes(random.int(1, 8192))),
  zeros: (log, at, random) => overwritten(log, at, Buffer.alloc(random.int(1, 65_536))),
  bit: (log, at, random) =>
    overwritten(log, at, Buffer.from([(log[at] ?? 0) ^ (1 << random.int(0, 7))])),
  lost: (log, at, random) =>
    Buffer.concat([log.subarray(0, at), log.subarray(at + random.int(1, 8192))]),
};

const overwritten = (log: Buffer, at: number, bytes: Buffer): Buffer =>
  Buffer.concat([log.subarray(0, at), bytes, log.subarray(at + bytes.length)]);

/** A log that something happened to, and the first byte that is no longer as it was. */
export function damaged(log: Buffer, random: Random): { log: Buffer; from: number; how: string } {
  const how = random.pick(Object.keys(DAMAGES));
  const after = DAMAGES[how]?.(log, random.int(0, log.length - 1), random) ?? log;
  const longest = Math.max(log.length, after.length);
  let from = 0;
  while (from < longest && log[from] === after[from]) from += 1;
  return { log: after, from, how };
}
