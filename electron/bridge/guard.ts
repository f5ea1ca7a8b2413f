import type { IncomingMessage } from "node:http";
import type { Sessions } from "./session.ts";

/** Cookies do not know ports, so the name carries it: two bridges never overwrite each other's. */
export const cookieName = (port: number): string => `lajur-${port}`;

/**
 * Checks on every request. The Host header must name this address (a page that rebinds its DNS name
 * to 127.0.0.1 sends its own), an Origin must be this one, and Fetch Metadata must not say that
 * another site asks.
 */
export function createGuard(port: number, sessions: Sessions) {
  const host = `127.0.0.1:${port}`;
  const origin = `http://${host}`;
  const cookie = new RegExp(`(?:^|;\\s*)${cookieName(port)}=([\\w-]{43})(?:;|$)`);

  return {
    origin,
    fromHere(request: IncomingMessage): boolean {
      const site = request.headers["sec-fetch-site"];
      return (
        request.headers.host === host &&
        (request.headers.origin === undefined || request.headers.origin === origin) &&
        (site === undefined || site === "same-origin" || site === "none")
      );
    },
    /** A request that changes something or opens the line must say where it comes from. */
    saysOrigin: (request: IncomingMessage): boolean => request.headers.origin === origin,
    signedIn(request: IncomingMessage): boolean {
      const secret = cookie.exec(request.headers.cookie ?? "")?.[1];
      return secret !== undefined && sessions.knows(secret);
    },
  };
}

export type Guard = ReturnType<typeof createGuard>;
