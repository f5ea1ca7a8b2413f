import type { Kysely, Transaction } from "kysely";
import type { FeedRow } from "./migrations/0001-core.ts";
import type { Tables } from "./tables.ts";

export type Tx = Transaction<Tables>;

export type OfficeRow = {
  id: string;
  name: string;
  feed_n: number;
  feed_check: string;
  feed_bytes: number;
  erasures: number;
};

/**
 * Where the portal keeps everything but the files' bytes: SQLite inside the program, or PostgreSQL
 * that several nodes share. test/portal/store holds both to the same behaviour.
 */
export type Store = {
  readonly kind: "sqlite" | "postgres";
  /** For single statements. Inside a transaction only its own `tx`: SQLite has one connection. */
  readonly db: Kysely<Tables>;
  /** All or nothing. PostgreSQL may run `work` again when another node was in the way. */
  transact<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * The office's row, held until the transaction ends: places in its feed are given one after the
   * other, so whoever reads up to a place has seen all before it. Null for one that isn't there.
   */
  lockOffice(tx: Tx, office: string): Promise<OfficeRow | null>;
  insertFeed(tx: Tx, rows: readonly FeedRow[]): Promise<void>;
  /** Runs `work` unless another node is at the same `name` now; says whether it did. */
  onlyOne(name: string, work: () => Promise<void>): Promise<boolean>;
  /** Tells whoever waits, on any node, that the office's feed has grown. After the commit. */
  announce(office: string): Promise<void>;
  /** Until the returned function is called. May also be called when there is nothing new. */
  onNews(office: string, listener: () => void): () => void;
  /** Throws when the database cannot be reached. */
  ready(): Promise<void>;
  close(): Promise<void>;
};
