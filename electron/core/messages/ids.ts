import { createHash } from "node:crypto";

/**
 * A UUID that follows from its parts, so that two PCs of an office that do the same make one thing
 * of it: version 8, of a SHA-256.
 */
export function derivedId(...parts: readonly string[]): string {
  const hash = createHash("sha256").update(JSON.stringify(parts)).digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20, 32),
  ].join("-");
}

/** The request that a form from the portal becomes. */
export const requestOfForm = (message: string): string => derivedId("request", message);

/** An attachment that came with a message. */
export const attachmentOf = (message: string, place: number): string =>
  derivedId("attachment", message, String(place));

/** An objection that came with a message. */
export const objectionOf = (message: string): string => derivedId("objection", message);

/** A handover names its request, so that its answer finds the way back. */
export const handoverId = (request: string, fresh: string): string =>
  `${request}.${fresh.slice(0, 8)}`;

export const requestOfHandover = (handover: string): string => handover.split(".")[0] ?? "";
