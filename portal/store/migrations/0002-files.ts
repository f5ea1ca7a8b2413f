import type { Migration } from "../migration.ts";

/** Which files there are, and which offices may send and read them. */
export type FileTables = {
  /** Whole files that the portal has; size in bytes. */
  file_blob: { sha256: string; size: number; stored: string };
  /**
   * What an accepted event or message names: `source` is the event's stream, or `message:ID`.
   * With a `giver`, the office that sent the message: who is named may read what the giver may.
   */
  file_reference: { office: string; sha256: string; source: string; giver: string | null };
  /** The office has had the bytes in its hands: it sent all of them, or they were given to it. */
  file_grant: { office: string; sha256: string; at: string };
  /** Uploads in progress. `touched`: when something of it last came in. */
  upload_open: {
    id: string;
    office: string;
    sha256: string;
    size: number;
    begun: string;
    touched: string;
  };
  /** Which request writes to an upload now, on whatever node; see files/lease-locker.ts. */
  upload_lease: { upload: string; holder: string; until: number; wanted: number };
};

export const files: Migration = {
  name: "0002-files",
  statements: [
    `create table file_blob (
      sha256 text primary key,
      size bigint not null,
      stored text not null
    )`,
    `create table file_reference (
      office text not null,
      sha256 text not null,
      source text not null,
      giver text,
      primary key (office, sha256, source)
    )`,
    "create index file_reference_source on file_reference (office, source)",
    `create table file_grant (
      office text not null,
      sha256 text not null,
      at text not null,
      primary key (office, sha256)
    )`,
    "create index file_grant_sha256 on file_grant (sha256)",
    `create table upload_open (
      id text primary key,
      office text not null,
      sha256 text not null,
      size bigint not null,
      begun text not null,
      touched text not null,
      unique (office, sha256)
    )`,
    "create index upload_open_touched on upload_open (touched)",
    `create table upload_lease (
      upload text primary key,
      holder text not null,
      until bigint not null,
      wanted bigint not null
    )`,
  ],
};
