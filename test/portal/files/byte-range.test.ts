import { describe, expect, it } from "vitest";
import { byteRangeOf } from "../../../portal/files/byte-range.ts";

describe("a Range header", () => {
  it.each([
    ["bytes=0-0", { start: 0, end: 0 }],
    ["bytes=0-99", { start: 0, end: 99 }],
    ["bytes=10-", { start: 10, end: 99 }],
    ["bytes=90-1000", { start: 90, end: 99 }],
    ["bytes=-5", { start: 95, end: 99 }],
    ["bytes=-500", { start: 0, end: 99 }],
    [" bytes=99-99 ", { start: 99, end: 99 }],
  ])("%j is that part of 100 bytes", (header, part) => {
    expect(byteRangeOf(header, 100)).toEqual(part);
  });

  it.each([undefined, "", "bytes=-", "bytes=5-2", "bytes=0-1,5-6", "items=0-1", "bytes=a-b"])(
    "%j is the whole file",
    (header) => {
      expect(byteRangeOf(header, 100)).toBe("whole");
    },
  );

  it.each(["bytes=100-", "bytes=100-200", "bytes=-0", `bytes=${"9".repeat(15)}-`])(
    "%j cannot be satisfied",
    (header) => {
      expect(byteRangeOf(header, 100)).toBeNull();
    },
  );

  it("has no part of an empty file", () => {
    expect(byteRangeOf("bytes=0-", 0)).toBeNull();
    expect(byteRangeOf(undefined, 0)).toBe("whole");
  });
});
