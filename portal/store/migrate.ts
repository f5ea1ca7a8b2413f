import { randomUUID } from "node:crypto";
import { CompiledQuery, type Kysely } from "kysely";
import type { Migration } from "./migration.ts";
import type { Tables } from "./tables.ts";

/**
 * Brings the database to this version inside the caller's transaction. Throws, changing nothing,
 * when a newer portal has been at work here.
 */
export async function migrate(
  db: Kysely<Tables>,
  migrations: readonly Migration[],
  now: string,
): Promise<void> {
  const run = (sql: string, ...parameters: string[]) =>
    db.executeQuery<{ name: string }>(CompiledQuery.raw(sql, parameters));
  await run("create table if not exists migration (name text primary key, at text not null)");
  // New for a new database; see service/epoch.ts for a restored one.
  const epoch = randomUUID();
  const done = (await run("select name from migration order by name")).rows.map(({ name }) => name);
  const known = new Set(migrations.map(({ name }) => name));
  const newer = done.filter((name) => !known.has(name));
  if (newer.length > 0) {
    throw new Error(`Basis data ini milik portal yang lebih baru (${newer.join(", ")}).`);
  }
  for (const { name, statements } of migrations) {
    if (done.includes(name)) continue;
    for (const statement of statements) await run(statement);
    // Names and moments of this program's own: nothing in them needs quoting.
    await run(`insert into migration (name, at) values ('${name}', '${now}')`);
  }
  await db
    .insertInto("fact")
    .values({ name: "epoch", value: epoch })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
