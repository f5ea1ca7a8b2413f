import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { openSealed, sealBody } from "#shared/privacy/sealed.ts";
import { ERASED } from "#shared/privacy/words.ts";
import type { Requester } from "#shared/request/model.ts";
import type { Db } from "./database.ts";

/**
 * Requesters' identities (UU 27/2022) live beside the log: AES-256-GCM under a key of the request,
 * named by a salted digest that the event holds. Destroying the key erases the identity, and the
 * chain of events still verifies.
 */
export type Identities = ReturnType<typeof createIdentities>;

export { ERASED };

const TAG_BYTES = 16;
/** Opened identities kept, since a request at work is read many times a minute. */
const MAX_OPEN = 256;

export function createIdentities(db: Db) {
  const findKey = db.prepare("SELECT key FROM identity_key WHERE request = ?").pluck();
  const addKey = db.prepare("INSERT INTO identity_key (request, key) VALUES (?, ?)");
  const add = db.prepare(
    "INSERT INTO identity (digest, request, salt, nonce, ciphertext) VALUES (?, ?, ?, ?, ?)",
  );
  const find = db.prepare("SELECT request, nonce, ciphertext FROM identity WHERE digest = ?");
  const ofRequest = db
    .prepare("SELECT digest FROM identity WHERE request = ? ORDER BY rowid DESC")
    .pluck();
  const dropKey = db.prepare("DELETE FROM identity_key WHERE request = ?");
  const drop = db.prepare("DELETE FROM identity WHERE request = ?");

  /** Stores the identity and answers its digest. Call inside a transaction. */
  function store(request: string, requester: Requester): string {
    const key = (findKey.get(request) as Buffer | undefined) ?? randomBytes(32);
    if (findKey.get(request) === undefined) addKey.run(request, key);
    const plain = JSON.stringify(requester);
    const salt = randomBytes(16);
    const nonce = randomBytes(12);
    const digest = createHash("sha256").update(salt).update(plain).digest("hex");
    const cipher = createCipheriv("aes-256-gcm", key, nonce);
    const sealed = Buffer.concat([
      cipher.update(plain, "utf8"),
      cipher.final(),
      cipher.getAuthTag(),
    ]);
    add.run(digest, request, salt, nonce, sealed);
    return digest;
  }

  const open = new Map<string, Requester>();

  /** The identity with this digest, or null when its key has been destroyed. */
  function read(digest: string): Requester | null {
    const known = open.get(digest) ?? decrypt(digest);
    if (known === null) return null;
    const oldest = open.keys().next().value;
    if (open.size >= MAX_OPEN && oldest !== undefined) open.delete(oldest);
    open.set(digest, known);
    return known;
  }

  function decrypt(digest: string): Requester | null {
    const row = find.get(digest) as
      | { request: string; nonce: Buffer; ciphertext: Buffer }
      | undefined;
    const key = row && (findKey.get(row.request) as Buffer | undefined);
    if (row === undefined || key === undefined) return null;
    const decipher = createDecipheriv("aes-256-gcm", key, row.nonce);
    decipher.setAuthTag(row.ciphertext.subarray(-TAG_BYTES));
    const plain = Buffer.concat([
      decipher.update(row.ciphertext.subarray(0, -TAG_BYTES)),
      decipher.final(),
    ]);
    return JSON.parse(plain.toString("utf8")) as Requester;
  }

  /**
   * An event's body as the log keeps it: the requester's own words in it are replaced by what they
   * refer to, so that they are erased with the identity.
   */
  function seal(stream: string, body: unknown): string {
    const digests = ofRequest.all(stream) as string[];
    if (digests.length === 0) return JSON.stringify(body);
    const known = digests.flatMap((digest) => {
      const requester = read(digest);
      return requester === null ? [] : [{ digest, requester }];
    });
    return sealBody(body, known);
  }

  /** The body as it was written; `ERASED` where the identity is gone. */
  const unseal = (json: string): string => openSealed(json, read, ERASED);

  /**
   * Destroys the key of a request and every identity under it, and forgets what was opened. Call
   * inside a transaction.
   */
  function destroy(request: string): void {
    dropKey.run(request);
    drop.run(request);
    forget();
  }

  /** Nothing that was opened stays in memory. */
  function forget(): void {
    open.clear();
  }

  return { store, read, seal, unseal, destroy, forget };
}
