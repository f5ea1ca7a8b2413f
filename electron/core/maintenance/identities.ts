import { createDecipheriv, createHash } from "node:crypto";
import type { Db } from "../archive/database.ts";
import type { Problems } from "./problems.ts";

const TAG_BYTES = 16;

export type IdentityRow = {
  digest: string;
  request: string;
  salt: Buffer;
  nonce: Buffer;
  ciphertext: Buffer;
};

/** Whether ciphertext and key still give what the digest in the event stands for. */
export function identityHolds(row: IdentityRow, key: Buffer): boolean {
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, row.nonce, { authTagLength: TAG_BYTES });
    decipher.setAuthTag(row.ciphertext.subarray(-TAG_BYTES));
    const plain = Buffer.concat([
      decipher.update(row.ciphertext.subarray(0, -TAG_BYTES)),
      decipher.final(),
    ]);
    return createHash("sha256").update(row.salt).update(plain).digest("hex") === row.digest;
  } catch {
    return false; // the tag does not fit, or a part has not even the right length
  }
}

/**
 * Every identity that an event names, unless it was erased: it is there, under the request's own
 * key, and is what the digest says. `named` are the digests by request.
 */
export function checkIdentities(
  db: Db,
  named: ReadonlyMap<string, readonly string[]>,
  erased: ReadonlySet<string>,
  { tell, historyHurt }: Pick<Problems, "tell" | "historyHurt">,
  step: (done: number) => void,
): void {
  const find = db.prepare(
    "SELECT digest, request, salt, nonce, ciphertext FROM identity WHERE digest = ?",
  );
  const findKey = db.prepare("SELECT key FROM identity_key WHERE request = ?").pluck();
  let done = 0;
  for (const [request, digests] of named) {
    step((done += 1));
    if (erased.has(request)) continue;
    const key = findKey.get(request) as Buffer | undefined;
    for (const digest of digests) {
      const row = find.get(digest) as IdentityRow | undefined;
      if (row === undefined || key === undefined) tell("identity_missing", request);
      else if (row.request !== request || !identityHolds(row, key)) {
        tell("identity_changed", request);
      }
    }
  }
  if (historyHurt()) return;
  // What no event names: the rest of a damaged row, or something that was put here by hand.
  const owners = db
    .prepare("SELECT request FROM identity UNION SELECT request FROM identity_key")
    .pluck()
    .iterate() as IterableIterator<string>;
  for (const request of owners) {
    if (!named.has(request)) {
      tell("local_changed", null, { name: "Daftar identitas pemohon", detail: request });
    }
  }
}
