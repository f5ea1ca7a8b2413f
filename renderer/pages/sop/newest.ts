import type { ResultOf } from "#shared/contract.ts";

/** The version that new requests follow; `versions` has it first. */
export const newestOf = (sop: ResultOf<"sop.get">): number =>
  sop.versions[0]?.version ?? sop.version;
