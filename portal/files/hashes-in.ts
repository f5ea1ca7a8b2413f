import { isHash } from "./blobs.ts";

/** Levels of an event's body that are looked through; the deepest of today's has five. */
const DEEPEST = 30;

/**
 * The files that a body names: every SHA-256 under a key `sha256`, at whatever depth. Looking by
 * the key alone lets a portal carry events that are newer than itself.
 */
export function hashesIn(body: unknown): string[] {
  const found = new Set<string>();
  const look = (value: unknown, depth: number): void => {
    if (depth > DEEPEST || typeof value !== "object" || value === null) return;
    if (Array.isArray(value)) {
      for (const one of value) look(one, depth + 1);
      return;
    }
    for (const [key, one] of Object.entries(value)) {
      if (key !== "sha256") look(one, depth + 1);
      else if (typeof one === "string" && isHash(one)) found.add(one);
    }
  };
  look(body, 0);
  return [...found];
}
