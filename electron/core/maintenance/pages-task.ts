import Database from "better-sqlite3";

/** Whether the pages of a database hold together; every page is read. */
export function run({ database }: { database: string }): boolean {
  const db = new Database(database, { readonly: true });
  try {
    return db.pragma("quick_check(1)", { simple: true }) === "ok";
  } catch {
    return false; // pages so broken that the check itself cannot go on
  } finally {
    db.close();
  }
}
