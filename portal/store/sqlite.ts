import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { Kysely, SqliteDialect } from "kysely";
import { migrate } from "./migrate.ts";
import { MIGRATIONS } from "./migrations/index.ts";
import { createNews } from "./news.ts";
import { FEED_COLUMNS } from "./feed-columns.ts";
import type { Store } from "./store.ts";
import type { Tables } from "./tables.ts";

/** Statements that are kept prepared; lists of values make many, so there is an end to it. */
const MOST_STATEMENTS = 400;

/** The embedded store: one file, or `:memory:` for as long as it is open. One node only. */
export async function openSqliteStore(file: string): Promise<Store> {
  if (file !== ":memory:") mkdirSync(dirname(file), { recursive: true });
  const connection = new Database(file, { timeout: 10_000 });
  connection.pragma("journal_mode = WAL");
  // What was answered as stored is on the disk.
  connection.pragma("synchronous = FULL");
  connection.pragma("foreign_keys = ON");
  connection.pragma("secure_delete = ON");
  connection.pragma("cache_size = -64000");
  // A batch is about 100 pages: the log is carried over every fifty of them, not every ten.
  connection.pragma("wal_autocheckpoint = 5000");
  const db = new Kysely<Tables>({
    dialect: new SqliteDialect({ database: prepared(connection) }),
  });
  try {
    await db.transaction().execute((tx) => migrate(tx, MIGRATIONS, new Date().toISOString()));
  } catch (error) {
    await db.destroy();
    throw error;
  }
  const news = createNews();
  const atWork = new Set<string>();
  const insertRow = connection.prepare(
    `insert into feed (${FEED_COLUMNS.join(", ")}) values (${FEED_COLUMNS.map(() => "?").join(", ")})`,
  );
  return {
    kind: "sqlite",
    db,
    transact: (work) => db.transaction().execute(work),
    async lockOffice(tx, office) {
      // Transactions begin as writers and there is one connection: the lock is held already.
      const row = await tx.selectFrom("office").selectAll().where("id", "=", office).execute();
      return row[0] ?? null;
    },
    async insertFeed(_tx, rows) {
      // On the one connection, thus inside the transaction that waits for this.
      for (const row of rows) insertRow.run(FEED_COLUMNS.map((column) => row[column]));
    },
    async onlyOne(name, work) {
      if (atWork.has(name)) return false;
      atWork.add(name);
      try {
        await work();
      } finally {
        atWork.delete(name);
      }
      return true;
    },
    async announce(office) {
      news.wake(office);
    },
    onNews: (office, listener) => news.on(office, listener),
    async ready() {
      connection.prepare("select 1 from office limit 1").get();
    },
    async close() {
      news.wakeAll();
      // Not before the last transaction has ended.
      await db.connection().execute(async () => {});
      await db.destroy();
    },
  };
}

/** Prepares each statement once, and begins transactions as writers: none has to wait midway. */
function prepared(connection: Database.Database) {
  const statements = new Map<string, Database.Statement>();
  return {
    close: () => void connection.close(),
    prepare(sql: string) {
      const text = sql === "begin" ? "begin immediate" : sql;
      const known = statements.get(text);
      if (known !== undefined) return known;
      if (statements.size >= MOST_STATEMENTS) statements.clear();
      const made = connection.prepare(text);
      statements.set(text, made);
      return made;
    },
  };
}
