import { CompiledQuery, Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import { FEED_COLUMNS, FEED_TYPES } from "./feed-columns.ts";
import { listen } from "./listen.ts";
import { migrate } from "./migrate.ts";
import { MIGRATIONS } from "./migrations/index.ts";
import { createNews } from "./news.ts";
import type { Store } from "./store.ts";
import type { Tables } from "./tables.ts";

/** Counts and sizes stay far below 2^53, so they are numbers here as they are in SQLite. */
const INT8 = 20;
const types = {
  getTypeParser: ((oid: number, format: "text" | "binary" = "text"): unknown =>
    oid === INT8 && format === "text"
      ? Number
      : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

/** Serialization failure and deadlock: another node was in the way, and it may be tried again. */
const IN_THE_WAY = new Set(["40001", "40P01"]);
const TRIES = 5;

export type PostgresOptions = {
  /** Connections at most, beside the one that listens for news. */
  pool?: number;
  /** A connection broke; the next statement takes another one. */
  onError?: (error: Error) => void;
};

/** The store that several nodes share; PostgreSQL 15 or newer. */
export async function openPostgresStore(
  url: string,
  { pool: max = 10, onError = () => {} }: PostgresOptions = {},
): Promise<Store> {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    types,
    connectionTimeoutMillis: 10_000,
    application_name: "lajur-portal",
  });
  pool.on("error", onError);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const news = createNews();
  try {
    await db.transaction().execute(async (tx) => {
      await sql`select pg_advisory_xact_lock(hashtextextended('lajur migrations', 0))`.execute(tx);
      await migrate(tx, MIGRATIONS, new Date().toISOString());
    });
  } catch (error) {
    await db.destroy();
    throw error;
  }
  const listening = listen({ connectionString: url }, news, onError);
  return {
    kind: "postgres",
    db,
    async transact(work) {
      for (let tried = 1; ; tried += 1) {
        try {
          return await db.transaction().execute(work);
        } catch (error) {
          if (tried >= TRIES || !IN_THE_WAY.has(codeOf(error))) throw error;
        }
      }
    },
    async lockOffice(tx, office) {
      const row = await tx
        .selectFrom("office")
        .selectAll()
        .where("id", "=", office)
        .forNoKeyUpdate()
        .execute();
      return row[0] ?? null;
    },
    async insertFeed(tx, rows) {
      if (rows.length === 0) return;
      await tx.executeQuery(CompiledQuery.raw(INSERT_FEED, [JSON.stringify(rows)]));
    },
    onlyOne: (name, work) =>
      db.connection().execute(async (held) => {
        const key = sql`hashtextextended(${`lajur ${name}`}, 0)`;
        const { rows } = await sql<{ got: boolean }>`
          select pg_try_advisory_lock(${key}) as got`.execute(held);
        if (rows[0]?.got !== true) return false;
        try {
          await work();
        } finally {
          await sql`select pg_advisory_unlock(${key})`.execute(held);
        }
        return true;
      }),
    async announce(office) {
      await sql`select pg_notify('lajur_news', ${office})`.execute(db);
    },
    onNews: (office, listener) => news.on(office, listener),
    async ready() {
      await sql`select 1 from office limit 1`.execute(db);
    },
    async close() {
      await listening.close();
      news.wakeAll();
      await db.destroy();
    },
  };
}

/** All rows of a batch as one parameter: one statement, one round trip. */
const INSERT_FEED = `insert into feed (${FEED_COLUMNS.join(", ")})
  select ${FEED_COLUMNS.join(", ")} from json_to_recordset($1::json)
  as row (${FEED_COLUMNS.map((column) => `${column} ${FEED_TYPES[column]}`).join(", ")})`;

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : "";
