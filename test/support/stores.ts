import type { TestContext } from "vitest";
import { openPostgresStore } from "../../portal/store/postgres.ts";
import { openSqliteStore } from "../../portal/store/sqlite.ts";
import type { Store } from "../../portal/store/store.ts";
import { postgresDatabase } from "./postgres.ts";

export const STORES = ["sqlite", "postgres"] as const;
export type StoreKind = (typeof STORES)[number];

/** A fresh store; without a PostgreSQL the test is skipped and says why. */
export async function freshStore(kind: StoreKind, test: TestContext): Promise<Store> {
  if (kind === "sqlite") return openSqliteStore(":memory:");
  return openPostgresStore(await freshDatabase(test), { pool: 5 });
}

/** The URL of a fresh database; without a PostgreSQL the test is skipped and says why. */
export async function freshDatabase(test: TestContext): Promise<string> {
  const database = await postgresDatabase();
  if ("missing" in database) return test.skip(`no PostgreSQL here: ${database.missing}`);
  return database.url;
}
