import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { z } from "zod";
import { fail, ok, type Result } from "#shared/errors.ts";
import { twinFile } from "../archive/incarnation.ts";
import { codeOf } from "../failure-of.ts";
import { replaceNow } from "../files/replace-now.ts";

/**
 * What proves this PC to the portal. It lies in this PC's folder of twins, named by where the
 * archive lies, so that a copy of the archive has none; sealed with the key that the window keeps in
 * the system's key store. Without such a key, as on the bridge and the command line, it lies there
 * as it is, for this person's account alone.
 */
export type TokenStore = ReturnType<typeof createTokenStore>;

const fileSchema = z.object({
  format: z.literal(1),
  /** Id of the device on the portal. */
  device: z.string(),
  sealed: z.boolean(),
  token: z.base64(),
});

const NONCE = 12;
const TAG = 16;

/**
 * `secret` is whatever the host gives as its key; null for none. `name` tells the token of the
 * office's portal from that of the open data portal, whose `device` is its address.
 */
export function createTokenStore({
  twins,
  folder,
  secret,
  name = "portal",
}: {
  twins: string;
  folder: string;
  secret: string | null;
  name?: "portal" | "ckan";
}) {
  const path = `${twinFile(twins, folder)}.${name}`;
  const key = secret === null ? null : createHash("sha256").update(secret).digest();

  function seal(token: string, device: string, under: Buffer): Buffer {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv("aes-256-gcm", under, nonce).setAAD(Buffer.from(device));
    return Buffer.concat([
      nonce,
      cipher.update(token, "utf8"),
      cipher.final(),
      cipher.getAuthTag(),
    ]);
  }

  function open(bytes: Buffer, device: string, under: Buffer): string | null {
    try {
      const decipher = createDecipheriv("aes-256-gcm", under, bytes.subarray(0, NONCE));
      decipher.setAAD(Buffer.from(device)).setAuthTag(bytes.subarray(-TAG));
      const plain = [decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()];
      return Buffer.concat(plain).toString("utf8");
    } catch {
      return null; // under another key: this account's key store was made anew
    }
  }

  return {
    /** The token of this device; `sync_rejoin` where it is not here, `sync_sealed` without its key. */
    read(device: string): Result<string> {
      const found = readFile(path);
      if (found === null || found.device !== device) return fail("sync_rejoin");
      const bytes = Buffer.from(found.token, "base64");
      if (!found.sealed) return ok(bytes.toString("utf8"));
      const token = key === null ? null : open(bytes, device, key);
      return token === null ? fail("sync_sealed") : ok(token);
    },
    /** Durably; `path_unwritable`. */
    write(device: string, token: string): Result<null> {
      const bytes = key === null ? Buffer.from(token) : seal(token, device, key);
      const text = { format: 1, device, sealed: key !== null, token: bytes.toString("base64") };
      try {
        mkdirSync(twins, { recursive: true, mode: 0o700 });
        replaceNow(path, JSON.stringify(text));
        return ok(null);
      } catch (error) {
        if (codeOf(error) === "") throw error;
        return fail("path_unwritable", { path: twins });
      }
    },
    remove: (): void => rmSync(path, { force: true }),
  };
}

/** Null where there is none, or none that can be read: the same as none. */
function readFile(path: string): z.infer<typeof fileSchema> | null {
  try {
    return fileSchema.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch (error) {
    if (codeOf(error) !== "ENOENT") console.error(error);
    return null;
  }
}
