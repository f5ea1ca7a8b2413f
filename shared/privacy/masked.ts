import type { Requester } from "#shared/request/model.ts";
import { openSealed, sealBody } from "./sealed.ts";

/** What stands in place of a requester's words where they must not be read. */
const STAND_IN = "pemohon";

/**
 * The same value without the words of these requesters: who they are, where they live and study, how
 * to reach them. For what leaves the office or its sealed streams. Pure.
 */
export function masked<T>(value: T, requesters: readonly Requester[]): T {
  const known = requesters.flatMap(({ ...requester }, index) => {
    const digest = String(index).padStart(64, "0");
    // A company's or a school's name tells who asks as well as a person's.
    const named: Requester = { ...requester, kind: "individual" };
    const { institution } = requester;
    return [
      { digest, requester: named },
      ...(institution === "" ? [] : [{ digest, requester: { ...named, name: institution } }]),
    ];
  });
  const open = openSealed(sealBody({ value }, known), () => null, STAND_IN);
  return (JSON.parse(open) as { value: T }).value;
}
