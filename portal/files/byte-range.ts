import type { ByteRange } from "./blobs.ts";

/**
 * What a Range header asks of a file of `size` bytes (RFC 9110, 14.2): the whole file for one that
 * is absent, not understood or asks for several parts, null for one that cannot be satisfied.
 */
export function byteRangeOf(header: string | undefined, size: number): ByteRange | "whole" | null {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/u.exec(header?.trim() ?? "");
  const [first, last] = [match?.[1] ?? "", match?.[2] ?? ""];
  if (first === "" && last === "") return "whole";
  if (first === "") {
    const length = Math.min(Number(last), size);
    return length === 0 ? null : { start: size - length, end: size - 1 };
  }
  const start = Number(first);
  const end = last === "" ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== "" && Number(last) < start) return "whole";
  return start >= size ? null : { start, end };
}
