import type { IncomingRow } from "#shared/public-request/contract.ts";
import { incomingText } from "../../text/incoming.ts";

/** The way back from one of them. */
export const CRUMBS = [{ label: incomingText.title, href: "/masuk" }];

/** Where a row leads: to the request that it became, or to itself. */
export const incomingPath = ({ message, request }: IncomingRow): string =>
  request === null ? `/masuk/${encodeURIComponent(message)}` : `/permohonan/${request.id}`;
