import { readFileSync } from "node:fs";
import { getCACertificates, rootCertificates } from "node:tls";
import { Agent, type Dispatcher, ProxyAgent } from "undici";
import { fail, ok, type Result } from "#shared/errors.ts";

/** How long a connection may take to be made. */
const CONNECT_MS = 20_000;

export type LineSettings = {
  /** HTTP proxy; empty for none. */
  proxy: string;
  /** PEM file of a certificate authority of the office's own; empty for none. */
  authority: string;
};

/**
 * The connections to the portal, straight or through the office's proxy. Certificates are those
 * that Node and the system trust, and the office's own authority beside them. Answers
 * `authority_unreadable`.
 */
export function openLine({ proxy, authority }: LineSettings): Result<Dispatcher> {
  const trusted = trustedAuthorities(authority);
  if (!trusted.ok) return trusted;
  const tls = { ca: trusted.value, timeout: CONNECT_MS };
  // How long an answer may take is watched from outside, by the bytes that move.
  const patience = { headersTimeout: 0, bodyTimeout: 0, connections: 4 };
  if (proxy === "") return ok(new Agent({ ...patience, connect: tls }));
  return ok(new ProxyAgent({ ...patience, uri: proxy, requestTls: tls, proxyTls: tls }));
}

function trustedAuthorities(authority: string): Result<string[] | undefined> {
  const own = authority === "" ? ok("") : readAuthority(authority);
  if (!own.ok) return own;
  const known = [...new Set([...rootCertificates, ...systemAuthorities()])];
  return ok(own.value === "" ? known : [...known, own.value]);
}

function readAuthority(path: string): Result<string> {
  const unreadable = fail("authority_unreadable", { path }, "authority");
  try {
    const text = readFileSync(path, "utf8");
    return text.includes("-----BEGIN CERTIFICATE-----") ? ok(text) : unreadable;
  } catch (error) {
    if (error instanceof Error && "code" in error) return unreadable;
    throw error;
  }
}

/** An office's own authority is often installed in Windows; Node asks there only when told to. */
function systemAuthorities(): string[] {
  try {
    return getCACertificates("system");
  } catch (error) {
    console.error(error); // a broken store of the system: those that Node brings are enough
    return [];
  }
}
