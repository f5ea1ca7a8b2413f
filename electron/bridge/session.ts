import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** Addresses handed out and not yet opened; the oldest one lapses first. */
const MOST_TOKENS = 8;
/** Windows signed in at once. */
const MOST_SESSIONS = 64;

/** 256 bits, as it stands in the address's fragment and in the cookie. */
const mint = (): string => randomBytes(32).toString("base64url");

const digest = (secret: string): Buffer => createHash("sha256").update(secret).digest();

/**
 * Who may use the bridge. A token opens one session and is then spent; a session lives as long as
 * the bridge, so that a window can be loaded again. Only digests are kept.
 */
export function createSessions() {
  const tokens: Buffer[] = [];
  const sessions: Buffer[] = [];

  return {
    mintToken(): string {
      const token = mint();
      tokens.push(digest(token));
      if (tokens.length > MOST_TOKENS) tokens.shift();
      return token;
    },
    /** The new session's secret, or null for a token that is unknown or spent. */
    exchange(token: string): string | null {
      const index = indexOf(tokens, token);
      if (index < 0) return null;
      tokens.splice(index, 1);
      const secret = mint();
      sessions.push(digest(secret));
      if (sessions.length > MOST_SESSIONS) sessions.shift();
      return secret;
    },
    knows: (secret: string): boolean => indexOf(sessions, secret) >= 0,
  };
}

export type Sessions = ReturnType<typeof createSessions>;

function indexOf(digests: Buffer[], secret: string): number {
  const wanted = digest(secret);
  return digests.findIndex((known) => timingSafeEqual(known, wanted));
}
