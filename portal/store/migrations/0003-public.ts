import type { Migration } from "../migration.ts";

/** What the public sees and sends: see portal/public. Lists and whole contents are JSON. */
export type PublicTables = {
  /** A request from the form; `contents` and `shown` go when its time on the portal is over. */
  public_request: {
    number: string;
    office: string;
    /** SHA-256 of the form's nonce: one filled form makes one request. */
    form_hash: string;
    /** SHA-256 of what was sent, to tell a form that was changed and sent again. */
    contents_hash: string;
    secret_hash: string;
    sent: string;
    /** Id of the message, and its place in the office's feed. */
    message: string;
    feed_n: number;
    /** Id of what it became at the office; null until that has been registered. Since 0005. */
    request: string | null;
    contents: string | null;
    /** The office's latest `public.shown`; revision 0 until there is one. */
    revision: number;
    shown: string | null;
    /** When something that the public sees last changed, from either side. */
    changed: string;
    /** When it first stood at an end; null while it runs. */
    ended: string | null;
    withdrawn: string | null;
    erased: string | null;
    /** Wrong codes since `failed_since`. */
    failures: number;
    failed_since: string | null;
  };
  /** What the requester sent later on: `replied`, `withdrawn`, `objected`. */
  public_post: {
    form_hash: string;
    number: string;
    kind: string;
    at: string;
    message: string;
    feed_n: number;
    contents: string;
  };
  public_release: {
    number: string;
    release: string;
    at: string;
    text: string;
    files: string;
    /** The last day on which it may be downloaded, in the office's zone. */
    expires: string;
  };
  /** Files of forms that are still being filled in; the bytes lie in the blobs. */
  public_upload: {
    id: string;
    form_hash: string;
    kind: string;
    name: string;
    size: number;
    sha256: string;
    at: string;
  };
  /** Letters that offices gave numbers, for the check of printed codes. */
  public_letter: {
    office: string;
    stream: string;
    letter: string;
    number: string;
    day: string;
    subject: string;
    /** The event that issued it. */
    writer: string;
    seq: number;
    /** 1 once it was voided, which may be known before the letter itself. */
    voided: number;
  };
  /** The latest profile of an office, by (lamport, writer). */
  public_office: { office: string; lamport: number; writer: string; profile: string };
  /** SOPs that serve a requester. */
  public_service: {
    office: string;
    sop: string;
    name: string;
    offered: number;
    lamport: number;
    writer: string;
  };
};

export const publicPages: Migration = {
  name: "0003-public",
  statements: [
    `create table public_request (
      number text primary key,
      office text not null references office (id),
      form_hash text not null unique,
      contents_hash text not null,
      secret_hash text not null,
      sent text not null,
      message text not null,
      feed_n bigint not null,
      contents text,
      revision bigint not null default 0,
      shown text,
      changed text not null,
      ended text,
      withdrawn text,
      erased text,
      failures bigint not null default 0,
      failed_since text
    )`,
    "create index public_request_changed on public_request (changed) where erased is null",
    `create table public_post (
      form_hash text primary key,
      number text not null references public_request (number),
      kind text not null,
      at text not null,
      message text not null,
      feed_n bigint not null,
      contents text not null
    )`,
    "create index public_post_number on public_post (number)",
    `create table public_release (
      number text not null references public_request (number),
      release text not null,
      at text not null,
      text text not null,
      files text not null,
      expires text not null,
      primary key (number, release)
    )`,
    `create table public_upload (
      id text primary key,
      form_hash text not null,
      kind text not null,
      name text not null,
      size bigint not null,
      sha256 text not null,
      at text not null
    )`,
    "create index public_upload_form on public_upload (form_hash)",
    "create index public_upload_at on public_upload (at)",
    `create table public_letter (
      office text not null,
      stream text not null,
      letter text not null,
      number text not null,
      day text not null,
      subject text not null,
      writer text not null,
      seq bigint not null,
      voided bigint not null,
      primary key (office, stream, letter)
    )`,
    "create index public_letter_number on public_letter (number)",
    `create table public_office (
      office text primary key,
      lamport bigint not null,
      writer text not null,
      profile text not null
    )`,
    `create table public_service (
      office text not null,
      sop text not null,
      name text not null,
      offered bigint not null,
      lamport bigint not null,
      writer text not null,
      primary key (office, sop)
    )`,
  ],
};
