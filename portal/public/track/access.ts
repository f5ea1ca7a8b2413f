import { createHmac } from "node:crypto";
import type { Store } from "../../store/store.ts";
import { hashCode, readCode, readTrackingNumber, sameText } from "../codes.ts";
import { findRequest, type RequestRow } from "../store/requests.ts";

/** Wrong codes for one number in a quarter of an hour, from wherever they come. */
const MOST_FAILURES = 30;
const WINDOW_MS = 15 * 60_000;
/** Milliseconds for which an opened request stays open. */
export const OPEN_MS = 30 * 60_000;

export type Opened =
  | { kind: "open"; row: RequestRow }
  | { kind: "wrong" }
  /** Too many wrong codes; the right one is not looked at either. */
  | { kind: "held" };

type Deps = { store: Store; key: Buffer; now: () => Date };

/** Opens a request by what somebody typed. An unknown number takes as long as a wrong code. */
export async function open(
  { store, key, now }: Deps,
  typed: { number: string; code: string },
): Promise<Opened> {
  const number = readTrackingNumber(typed.number);
  const code = readCode(typed.code);
  const row = number === null ? null : await findRequest(store.db, number);
  const hash = hashCode(key, number ?? "", code ?? "");
  const at = now();
  const since = row?.failed_since ?? null;
  const counting = since !== null && at.getTime() - Date.parse(since) < WINDOW_MS;
  if (row !== null && counting && row.failures >= MOST_FAILURES) return { kind: "held" };
  const same = sameText(hash, row?.secret_hash ?? "0".repeat(hash.length));
  if (row !== null && same && code !== null) return { kind: "open", row };
  if (row !== null) await countFailure(store, row.number, counting ? null : at.toISOString());
  return { kind: "wrong" };
}

async function countFailure(store: Store, number: string, begin: string | null): Promise<void> {
  await store.db
    .updateTable("public_request")
    .set((row) =>
      begin === null ? { failures: row("failures", "+", 1) } : { failures: 1, failed_since: begin },
    )
    .where("number", "=", number)
    .execute();
}

/** What the browser keeps while a request is open: signed, for this number, until then. */
export function writePass(key: Buffer, row: RequestRow, until: number): string {
  const text = `${row.number}.${until.toString(36)}`;
  return `${text}.${sign(key, text, row)}`;
}

/** The request that a pass opens at `now` (milliseconds); null for none. */
export async function readPass(
  store: Store,
  key: Buffer,
  pass: string,
  now: number,
): Promise<RequestRow | null> {
  const [number = "", until = "", signature = "", more] = pass.slice(0, 200).split(".");
  if (more !== undefined || signature === "") return null;
  const row = await findRequest(store.db, number);
  if (row === null || !sameText(sign(key, `${number}.${until}`, row), signature)) return null;
  return Number.parseInt(until, 36) > now ? row : null;
}

const sign = (key: Buffer, text: string, { secret_hash }: RequestRow): string =>
  createHmac("sha256", key).update(`pass\n${text}\n${secret_hash}`).digest("base64url");
