import { failure } from "#shared/errors.ts";
import type { Random } from "../../faults/support/random.ts";
import type { Answer, PortalClient, Refused } from "#core/sync/portal-client.ts";

/** The PC's power goes: nothing after this runs, and what was confirmed before it stands. */
export class PowerCut extends Error {}

/** How often, of a hundred calls, something goes wrong. */
export type LineFaults = { lost: number; unanswered: number; doubled: number; cut: number };

export const GOOD_LINE: LineFaults = { lost: 0, unanswered: 0, doubled: 0, cut: 0 };
export const BAD_LINE: LineFaults = { lost: 8, unanswered: 8, doubled: 8, cut: 2 };

const noAnswer = (): Refused => ({
  ok: false,
  error: failure("portal_unreachable", { host: "uji" }),
  status: 0,
  code: "",
  retryAfter: null,
});

/** The calls that may be broken off, or arrive twice. */
const CALLS = [
  "state",
  "push",
  "feed",
  "heads",
  "fetch",
  "missing",
  "upload",
  "download",
  "send",
] as const;

/** A client behind a line on which questions and answers get lost, or come twice. */
export function overLine(
  client: PortalClient,
  faults: () => LineFaults,
  random: Random,
): PortalClient {
  type Call = (...given: unknown[]) => Promise<Answer<unknown>>;

  async function through(call: Call, given: unknown[]): Promise<Answer<unknown>> {
    const { lost, unanswered, doubled, cut } = faults();
    let fate = random.next() * 100;
    if ((fate -= lost) < 0) return noAnswer();
    if ((fate -= cut) < 0) throw new PowerCut();
    if ((fate -= doubled) < 0) await call(...given);
    const answer = await call(...given);
    if ((fate -= unanswered) < 0 && fate >= -unanswered) return noAnswer();
    if ((fate -= cut) < 0 && fate >= -cut) throw new PowerCut();
    return answer;
  }

  const broken = Object.fromEntries(
    CALLS.map((name) => [
      name,
      (...given: unknown[]) => through(client[name] as unknown as Call, given),
    ]),
  );
  return { ...client, ...broken };
}
