/** A content that an event or a message names. `size` in bytes; 0 where it does not say. */
export type NamedContent = { sha256: string; size: number };

const NAME = /^[0-9a-f]{64}$/u;
/** Levels that are looked through, as on the portal. */
const DEEPEST = 30;

/**
 * The contents that a body names: every SHA-256 under a key `sha256`, with the `size` beside it.
 * By the key alone, so that events that are newer than this version bring their files too.
 */
export function namedFiles(body: unknown): NamedContent[] {
  const found = new Map<string, number>();
  const look = (value: unknown, depth: number): void => {
    if (depth > DEEPEST || typeof value !== "object" || value === null) return;
    if (Array.isArray(value)) {
      for (const one of value) look(one, depth + 1);
      return;
    }
    for (const [key, one] of Object.entries(value)) {
      if (key !== "sha256") look(one, depth + 1);
      else if (typeof one === "string" && NAME.test(one)) {
        found.set(one, Math.max(found.get(one) ?? 0, sizeOf(value)));
      }
    }
  };
  look(body, 0);
  return [...found].map(([sha256, size]) => ({ sha256, size }));
}

function sizeOf(value: object): number {
  const size = "size" in value ? value.size : 0;
  return typeof size === "number" && Number.isSafeInteger(size) && size > 0 ? size : 0;
}
