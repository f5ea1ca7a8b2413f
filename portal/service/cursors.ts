/** Places in an office's feed as PCs name them: `n.check`, or `0` for the beginning. */
export type Place = { n: number; check: string };

export const START: Place = { n: 0, check: "" };

export const writeCursor = ({ n, check }: Place): string => (n === 0 ? "0" : `${n}.${check}`);

/** Of a text that is a cursor. */
export function readCursor(cursor: string): Place {
  const [n = "0", check = ""] = cursor.split(".");
  return { n: Number(n), check };
}
