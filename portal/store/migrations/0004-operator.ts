import type { Migration } from "../migration.ts";

/** Who runs the portal and is signed in to its page. Of every secret only the hash is kept. */
export type OperatorTables = {
  /** One-time links, made on the command line. */
  operator_link: { secret_hash: string; expires: string };
  operator_session: {
    secret_hash: string;
    /** What the session's own forms carry. */
    csrf: string;
    begun: string;
    seen: string;
  };
};

export const operator: Migration = {
  name: "0004-operator",
  statements: [
    "create table operator_link (secret_hash text primary key, expires text not null)",
    `create table operator_session (
      secret_hash text primary key,
      csrf text not null,
      begun text not null,
      seen text not null
    )`,
  ],
};
