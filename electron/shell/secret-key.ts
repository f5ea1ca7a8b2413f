import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What is used of Electron's safeStorage: the system's key store (DPAPI, Keychain, libsecret). */
export type KeyStore = {
  isEncryptionAvailable(): boolean;
  encryptString(text: string): Buffer;
  decryptString(bytes: Buffer): string;
};

/**
 * The key with which the core seals what proves this PC to the portal: random, made once, and kept
 * in `folder` so that only this account's key store opens it. Null where the system has no key
 * store, or the folder cannot be written; the core does without then. Call when the app is ready.
 */
export function secretKey(store: KeyStore, folder: string): string | null {
  if (!store.isEncryptionAvailable()) return null;
  const file = join(folder, "core-key");
  const known = readKey(store, file);
  if (known !== null) return known;
  const key = randomBytes(32).toString("base64");
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, store.encryptString(key), { mode: 0o600 });
    return key;
  } catch (error) {
    console.error(error);
    return null;
  }
}

/** Null where there is none, or the key store that sealed it is not this one any more. */
function readKey(store: KeyStore, file: string): string | null {
  try {
    const key = store.decryptString(readFileSync(file));
    return Buffer.from(key, "base64").byteLength === 32 ? key : null;
  } catch {
    return null; // a new one is made, and the PC joins anew
  }
}
