/** Which stretch of an office's feed a snapshot holds, and what it would be void without. */
export type Plan = { office: string; epoch: string; n: number; check: string; erasures: number };

/** Another version may compress to other bytes. */
const ZLIB = (process.versions["zlib"] ?? "0").replaceAll(/[^\w-]/gu, "-");

/** A feed up to here is sent whole. */
const WHOLE = 1000;

/**
 * Up to which place a snapshot of a feed of `end` things goes. Steps of an eighth to a sixteenth of
 * it, so that one file serves for long and every node makes the same one; the rest is read as usual.
 */
export function snapshotEnd(end: number): number {
  if (end <= WHOLE) return end;
  const step = 2 ** Math.floor(Math.log2(end / 8));
  return Math.floor(end / step) * step;
}

/** Name of the plan's file: nodes of one version make the same bytes for it. */
export const planName = ({ office, epoch, n, check, erasures }: Plan): string =>
  `${office}.${epoch}.${erasures}.${n}.${check || "0"}.${ZLIB}.jsonl.gz`;
