import type { FeedRow } from "./migrations/0001-core.ts";

/** Columns of `feed` with their types, once for both databases' ways to insert many rows. */
export const FEED_TYPES = {
  office: "text",
  n: "bigint",
  kind: "text",
  check_digits: "text",
  upto: "bigint",
  at: "text",
  writer: "text",
  seq: "bigint",
  hash: "text",
  stream: "text",
  refused: "text",
  type: "text",
  json: "text",
  identities: "text",
} as const satisfies Record<keyof FeedRow, "text" | "bigint">;

export const FEED_COLUMNS = Object.keys(FEED_TYPES) as (keyof FeedRow)[];
