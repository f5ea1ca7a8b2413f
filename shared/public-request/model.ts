import type { ReleasedAnswer } from "./events.ts";

/** What a request that came in through the portal knows of the portal. */
export type PublicState = {
  /** Number under which the requester tracks it, and the message that it came in with. */
  origin?: { portal: string; message: string };
  /** Ids of the replies that were taken over. */
  replies?: readonly string[];
  withdrawal?: { message: string; at: string; reason: string };
  releases?: readonly (ReleasedAnswer & { at: string; by: string })[];
};
