import type { DestroyedRequest, ReviewedRequest } from "./events.ts";
import { type Destination, NO_PLACE, type Place } from "./model.ts";

type Done<T> = T & { at: string; by: string };

/** A request as an archive; absent until somebody said anything of it. */
export type RetentionState = {
  /** Set by hand; empty takes that of its letters. */
  classification: string;
  place: Place;
  moved: Done<{ to: Destination; day: string }> | null;
  reviewed: Done<ReviewedRequest> | null;
  destroyed: Done<DestroyedRequest> | null;
};

export const NOTHING_SAID: RetentionState = {
  classification: "",
  place: NO_PLACE,
  moved: null,
  reviewed: null,
  destroyed: null,
};
