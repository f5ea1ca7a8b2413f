/**
 * One step of the database's shape. Its statements run on SQLite and PostgreSQL alike: types are
 * `text` and `bigint`, moments are ISO texts, truths are 0 or 1. A published one never changes.
 */
export type Migration = { name: string; statements: readonly string[] };
