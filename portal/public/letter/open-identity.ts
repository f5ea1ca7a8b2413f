import { createDecipheriv } from "node:crypto";
import { type Requester, requesterSchema } from "#shared/request/model.ts";
import type { WireIdentity } from "#shared/sync/wire.ts";

const TAG_BYTES = 16;

/** A requester's identity from beside its event (AES-256-GCM); null where it does not open. */
export function openIdentity({ key, nonce, ciphertext }: WireIdentity): Requester | null {
  const bytes = Buffer.from(ciphertext, "base64");
  if (bytes.length <= TAG_BYTES) return null;
  try {
    const decipher = createDecipheriv(
      "aes-256-gcm",
      Buffer.from(key, "base64"),
      Buffer.from(nonce, "base64"),
    );
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    const plain = Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]);
    return requesterSchema.safeParse(JSON.parse(plain.toString("utf8"))).data ?? null;
  } catch (error) {
    // A key of the wrong length, or bytes that were changed: there is nothing to read.
    if (error instanceof Error) return null;
    throw error;
  }
}
