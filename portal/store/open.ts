import { join } from "node:path";
import type { Config } from "../config.ts";
import { openPostgresStore } from "./postgres.ts";
import { openSqliteStore } from "./sqlite.ts";
import type { Store } from "./store.ts";

/** The store that the portal was told of: PostgreSQL, or a file in its folder. */
export const openStore = (
  { data, databaseUrl, databasePool }: Pick<Config, "data" | "databaseUrl" | "databasePool">,
  onError: (error: Error) => void,
): Promise<Store> =>
  databaseUrl === null
    ? openSqliteStore(join(data, "portal.sqlite"))
    : openPostgresStore(databaseUrl, { pool: databasePool, onError });
