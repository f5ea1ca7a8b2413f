import { writeSync } from "node:fs";
import Database from "better-sqlite3";

/**
 * Another program that holds the archive's database for itself, as a virus scanner or a backup does:
 * `holding-child.ts FILE MILLISECONDS`. Tells on its standard output once it does.
 */
const STDOUT = 1;
const [file = "", ms = ""] = process.argv.slice(2);
const db = new Database(file);
db.exec("BEGIN EXCLUSIVE");
writeSync(STDOUT, "held\n");
setTimeout(() => {
  db.exec("ROLLBACK");
  db.close();
}, Number(ms));
