import type { Generated } from "kysely";
import type { Migration } from "../migration.ts";

/** Offices, their PCs, and what they pass on to each other. */
export type CoreTables = {
  /** `epoch`: made anew whenever the portal was made or restored. */
  fact: { name: string; value: string };
  office: {
    id: string;
    name: string;
    created: string;
    /** Where its feed ends: place, check and bytes up to there. */
    feed_n: Generated<number>;
    feed_check: Generated<string>;
    feed_bytes: Generated<number>;
    /** How often identities were deleted from its feed; a snapshot of before is void. */
    erasures: Generated<number>;
  };
  device: {
    id: string;
    office: string;
    name: string;
    letter: string;
    token_hash: string;
    app: string;
    joined: string;
    seen: string | null;
    revoked: string | null;
    /** Place in the feed that it has asked for news from last. */
    fetched_n: Generated<number>;
  };
  /** One-time codes to join with. */
  device_code: {
    code_hash: string;
    office: string;
    made: string;
    expires: string;
    used: string | null;
  };
  /** A writer belongs to the office that sent it first. `seq` and `hash` are its head. */
  writer: { id: string; office: string; seq: number; hash: string };
  /** A request's stream belongs to the office that sent it first. */
  stream: { id: string; office: string; erased: Generated<number> };
  feed: FeedRow;
  /** Another content for an event that is there already: kept aside for people to look at. */
  fork: {
    office: string;
    writer: string;
    seq: number;
    hash: string;
    json: string;
    device: string;
    at: string;
  };
  /** Which messages were taken, so that none is twice. */
  message: { id: string; sender: string; recipient: string; type: string; at: string };
  /** A step that one office asked another one for. */
  handover: { id: string; asker: string; asked: string; at: string };
};

/** One thing of an office's feed, in the order of arrival. */
export type FeedRow = {
  office: string;
  /** From 1 without gaps. */
  n: number;
  kind: "event" | "refused" | "message";
  /** First eight hexadecimal digits of the hash; of the SHA-256 of its id for a message. */
  check_digits: string;
  /** Bytes of the feed up to and with this. */
  upto: number;
  at: string;
  /** Null for a message, as are the next four. */
  writer: string | null;
  seq: number | null;
  hash: string | null;
  stream: string | null;
  /** Why it was refused; null unless it was. */
  refused: string | null;
  type: string;
  /** The event, the refused event or the message as it goes out, without the identities. */
  json: string;
  /** JSON list of the identities beside the event; null for none, or once they were erased. */
  identities: string | null;
};

export const core: Migration = {
  name: "0001-core",
  statements: [
    "create table fact (name text primary key, value text not null)",
    `create table office (
      id text primary key,
      name text not null unique,
      created text not null,
      feed_n bigint not null default 0,
      feed_check text not null default '',
      feed_bytes bigint not null default 0,
      erasures bigint not null default 0
    )`,
    `create table device (
      id text primary key,
      office text not null references office (id),
      name text not null,
      letter text not null,
      token_hash text not null unique,
      app text not null,
      joined text not null,
      seen text,
      revoked text,
      fetched_n bigint not null default 0,
      unique (office, letter)
    )`,
    `create table device_code (
      code_hash text primary key,
      office text not null references office (id),
      made text not null,
      expires text not null,
      used text
    )`,
    `create table writer (
      id text primary key,
      office text not null references office (id),
      seq bigint not null,
      hash text not null
    )`,
    "create index writer_of_office on writer (office)",
    `create table stream (
      id text primary key,
      office text not null references office (id),
      erased bigint not null default 0
    )`,
    `create table feed (
      office text not null references office (id),
      n bigint not null,
      kind text not null,
      check_digits text not null,
      upto bigint not null,
      at text not null,
      writer text,
      seq bigint,
      hash text,
      stream text,
      refused text,
      type text not null,
      json text not null,
      identities text,
      primary key (office, n),
      unique (writer, seq)
    )`,
    "create index feed_identities on feed (office, stream) where identities is not null",
    "create index feed_refused on feed (office, n) where kind = 'refused'",
    `create table fork (
      office text not null references office (id),
      writer text not null,
      seq bigint not null,
      hash text not null,
      json text not null,
      device text not null,
      at text not null,
      primary key (writer, seq, hash)
    )`,
    `create table message (
      id text primary key,
      sender text not null,
      recipient text not null,
      type text not null,
      at text not null
    )`,
    `create table handover (
      id text primary key,
      asker text not null references office (id),
      asked text not null references office (id),
      at text not null
    )`,
  ],
};
