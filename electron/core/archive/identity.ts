import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { openSealed, sealBody } from "#shared/privacy/sealed.ts";
import { ERASED } from "#shared/privacy/words.ts";
import { type Requester, requesterSchema } from "#shared/request/model.ts";
import type { WireIdentity } from "#shared/sync/wire.ts";
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
    `INSERT INTO identity (digest, request, salt, nonce, ciphertext)
     VALUES (@digest, @request, @salt, @nonce, @ciphertext)`,
  );
  const find = db.prepare("SELECT request, salt, nonce, ciphertext FROM identity WHERE digest = ?");
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
    const digest = digestOf(salt, plain);
    add.run({ digest, request, salt, ...sealed(plain, key) });
    return digest;
  }

  /** An identity as it travels to another PC of the office; null where it is gone. */
  function wire(digest: string): WireIdentity | null {
    const row = find.get(digest) as IdentityRow | undefined;
    const key = row && (findKey.get(row.request) as Buffer | undefined);
    if (row === undefined || key === undefined) return null;
    const { salt, nonce, ciphertext } = row;
    const text = { salt, nonce, ciphertext, key };
    const entries = Object.entries(text).map(([name, bytes]) => [name, bytes.toString("base64")]);
    return { digest, ...(Object.fromEntries(entries) as Omit<WireIdentity, "digest">) };
  }

  /**
   * Takes over an identity from another PC, under the key that the request has here already; false
   * where it does not open or is not what the digest says. Call inside a transaction.
   */
  function adopt(request: string, given: WireIdentity): boolean {
    if (find.get(given.digest) !== undefined) return true;
    const bytes = (text: string): Buffer => Buffer.from(text, "base64");
    const salt = bytes(given.salt);
    const known = findKey.get(request) as Buffer | undefined;
    const key = bytes(given.key);
    const row = { nonce: bytes(given.nonce), ciphertext: bytes(given.ciphertext) };
    const plain = unsealed(row, key);
    if (plain === null || digestOf(salt, plain) !== given.digest || !isRequester(plain))
      return false;
    if (known === undefined) addKey.run(request, key);
    // Two PCs that registered the same request at once each made a key for it.
    const same = known === undefined || known.equals(key);
    add.run({ digest: given.digest, request, salt, ...(same ? row : sealed(plain, known)) });
    return true;
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
    const row = find.get(digest) as IdentityRow | undefined;
    const key = row && (findKey.get(row.request) as Buffer | undefined);
    if (row === undefined || key === undefined) return null;
    const plain = unsealed(row, key);
    // Damaged here, which the check tells; what opens is what was sealed.
    if (plain === null) throw new Error(`identity ${digest} does not open`);
    return JSON.parse(plain) as Requester;
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

  return { store, read, wire, adopt, seal, unseal, destroy, forget };
}

/** What another PC sends may be anything. */
function isRequester(plain: string): boolean {
  try {
    return requesterSchema.safeParse(JSON.parse(plain)).success;
  } catch {
    return false; // no JSON
  }
}

type Sealed = { nonce: Buffer; ciphertext: Buffer };
type IdentityRow = Sealed & { request: string; salt: Buffer };

const digestOf = (salt: Buffer, plain: string): string =>
  createHash("sha256").update(salt).update(plain).digest("hex");

function sealed(plain: string, key: Buffer): Sealed {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  const text = [cipher.update(plain, "utf8"), cipher.final(), cipher.getAuthTag()];
  return { nonce, ciphertext: Buffer.concat(text) };
}

/** Null where the key is another one, or a part is damaged. */
function unsealed({ nonce, ciphertext }: Sealed, key: Buffer): string | null {
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG_BYTES });
    decipher.setAuthTag(ciphertext.subarray(-TAG_BYTES));
    const plain = [decipher.update(ciphertext.subarray(0, -TAG_BYTES)), decipher.final()];
    return Buffer.concat(plain).toString("utf8");
  } catch {
    return null; // the tag does not fit, or a part has not even the right length
  }
}
