import { describe, expect, it } from "vitest";
import { hashesIn } from "../../../portal/files/hashes-in.ts";

const A = "a".repeat(64);
const B = "b".repeat(64);

describe("the files that a body names", () => {
  it("are found at any depth, once each", () => {
    const body = { sha256: A, files: [{ sha256: B }, { file: { sha256: A } }] };
    expect(hashesIn(body)).toEqual([A, B]);
  });

  it("are no hashes under other keys, and nothing that is no hash", () => {
    const body = { digest: A, hash: B, sha256: "a", files: [{ sha256: A.toUpperCase() }], n: 1 };
    expect(hashesIn(body)).toEqual([]);
    expect(hashesIn(null)).toEqual([]);
    expect(hashesIn(A)).toEqual([]);
  });

  it("ends on a body that is nested without end", () => {
    let deep: unknown = { sha256: A };
    for (let level = 0; level < 100_000; level += 1) deep = [deep];
    expect(hashesIn(deep)).toEqual([]);
  });
});
