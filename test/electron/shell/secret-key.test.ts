import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type KeyStore, secretKey } from "../../../electron/shell/secret-key.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lajur-key-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Stands for an account's key store: what another one sealed it does not open. */
const storeOf = (account: string, available = true): KeyStore => ({
  isEncryptionAvailable: () => available,
  encryptString: (text) => Buffer.from(`${account} ${text}`),
  decryptString: (bytes) => {
    const [owner, text = ""] = bytes.toString("utf8").split(" ");
    if (owner !== account) throw new Error("not this account's");
    return text;
  },
});

it("is made once and is the same at every start", () => {
  const key = secretKey(storeOf("budi"), folder);
  expect(Buffer.from(key ?? "", "base64").byteLength).toBe(32);
  expect(secretKey(storeOf("budi"), folder)).toBe(key);
  expect(readFileSync(join(folder, "core-key"), "utf8")).toMatch(/^budi /);
});

it("is made anew where another account's key store sealed it", () => {
  const key = secretKey(storeOf("budi"), folder);
  expect(secretKey(storeOf("sari"), folder)).not.toBe(key);
});

it("is none without a key store, or where it cannot be kept", () => {
  expect(secretKey(storeOf("budi", false), folder)).toBeNull();
  mkdirSync(join(folder, "core-key"));
  expect(secretKey(storeOf("budi"), folder)).toBeNull();
});
