import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { sql } from "kysely";
import type { Store } from "../store/store.ts";
import { type Answer, refuse, taken } from "./answer.ts";

/**
 * Copies the embedded database into a new file, whole as of one moment, while the portal runs.
 * PostgreSQL has its own way (`portal_backup_other`); a file that is there is never written over.
 */
export async function backUp(store: Store, file: string): Promise<Answer<string>> {
  if (store.kind !== "sqlite") return refuse("portal_backup_other");
  const path = resolve(file);
  if (existsSync(path)) return refuse("path_unwritable", { path });
  try {
    await sql`vacuum into ${path}`.execute(store.db);
  } catch {
    // A folder that isn't there, a full disk: SQLite leaves nothing behind that could be mistaken.
    return refuse("path_unwritable", { path });
  }
  return taken(path);
}
