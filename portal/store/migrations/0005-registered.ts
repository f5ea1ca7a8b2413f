import type { Migration } from "../migration.ts";

/** Which request of an office a form became, so that it is erased together with that. */
export const registered: Migration = {
  name: "0005-registered",
  statements: [
    "alter table public_request add column request text",
    "create index public_request_request on public_request (request) where request is not null",
  ],
};
