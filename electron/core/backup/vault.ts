import { createHash, createHmac } from "node:crypto";
import { Readable } from "node:stream";
import type { ReadableStream as WebStream } from "node:stream/web";
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import { contentOf } from "./copy.ts";
import { LOCKED } from "./layout.ts";

/**
 * How contents stand at a destination: as they are, or as age files (https://age-encryption.org/v1)
 * that one X25519 identity opens. The identity stays in the archive, so that the daily backup needs
 * no passphrase, and lies locked with the passphrase at the destination, so that restoring does.
 */
export type Vault = {
  encrypted: boolean;
  /** Name in the pool of the content with this SHA-256; a locked one betrays nothing of it. */
  nameOf(sha256: string): string;
  /** Bytes at the destination of a content of `size` bytes. */
  storedSize(size: number): number;
  seal(content: Readable): Promise<Readable>;
  /** The content of a file at the destination; errors while reading when it was tampered with. */
  open(path: string): Promise<Readable>;
};

/** Contents as they are. */
export const plainVault: Vault = {
  encrypted: false,
  nameOf: (sha256) => sha256,
  storedSize: (size) => size,
  seal: (content) => Promise.resolve(content),
  open: contentOf,
};

/** age cuts contents into chunks of 64 KiB, each with a tag of 16 bytes. */
const CHUNK = 64 * 1024;
const TAG = 16;

export async function lockedVault(identity: string): Promise<Vault> {
  const recipient = await identityToRecipient(identity);
  const key = createHash("sha256").update(`lajur pool names ${identity}`).digest();
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  /** Header, nonce and the one tag of an empty content; the same for every file. */
  const least = (await encrypter.encrypt(new Uint8Array())).length;
  return {
    encrypted: true,
    nameOf: (sha256) => createHmac("sha256", key).update(sha256).digest("hex") + LOCKED,
    storedSize: (size) => least + size + TAG * (Math.max(1, Math.ceil(size / CHUNK)) - 1),
    seal: async (content) => fromWeb(await encrypter.encrypt(toWeb(content))),
    open: async (path) => {
      const sealed = await contentOf(path);
      try {
        return fromWeb(await decrypter.decrypt(toWeb(sealed)));
      } catch (error) {
        sealed.destroy();
        throw error;
      }
    },
  };
}

/** Null for a destination without a passphrase. */
export const openVault = (identity: string | null): Promise<Vault> =>
  identity === null ? Promise.resolve(plainVault) : lockedVault(identity);

/** A new identity, and the same one locked with the passphrase. Takes about a second: scrypt. */
export async function makeKey(
  passphrase: string,
  identity?: string,
): Promise<{ identity: string; keyFile: Uint8Array }> {
  const chosen = identity ?? (await generateX25519Identity());
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase.normalize("NFC"));
  return { identity: chosen, keyFile: await encrypter.encrypt(chosen) };
}

/** The identity in a key file; null when the passphrase is another one. Throws for a broken file. */
export async function openKey(keyFile: Uint8Array, passphrase: string): Promise<string | null> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase.normalize("NFC"));
  try {
    return await decrypter.decrypt(keyFile, "text");
  } catch (error) {
    // age-encryption tells it by this sentence alone.
    if (error instanceof Error && error.message.startsWith("no identity matched")) return null;
    throw error;
  }
}

const toWeb = (stream: Readable) => Readable.toWeb(stream) as globalThis.ReadableStream<Uint8Array>;
const fromWeb = (stream: globalThis.ReadableStream<Uint8Array>): Readable =>
  Readable.fromWeb(stream as WebStream);
