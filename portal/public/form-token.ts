import { createHmac, randomBytes } from "node:crypto";
import { sameText } from "./codes.ts";

/**
 * What a form carries in place of a cookie: a nonce of its own (so that sending it twice does
 * nothing twice, and only this portal's forms are taken) and when it was handed out, signed for one
 * purpose.
 */
export type FormToken = {
  nonce: string;
  /** Milliseconds since 1970 by the portal's clock. */
  issued: number;
};

const LONGEST = 200;

export function writeToken(key: Buffer, purpose: string, token: FormToken): string {
  const text = `${token.nonce}.${token.issued.toString(36)}`;
  return `${text}.${sign(key, purpose, text)}`;
}

export const newNonce = (): string => randomBytes(16).toString("base64url");

/** Null for anything that this portal did not sign for this purpose. */
export function readToken(key: Buffer, purpose: string, written: string): FormToken | null {
  if (written.length > LONGEST) return null;
  const [nonce = "", issued = "", signature = "", more] = written.split(".");
  if (more !== undefined || nonce === "") return null;
  if (!sameText(sign(key, purpose, `${nonce}.${issued}`), signature)) return null;
  return { nonce, issued: Number.parseInt(issued, 36) };
}

const sign = (key: Buffer, purpose: string, text: string): string =>
  createHmac("sha256", key).update(`${purpose}\n${text}`).digest("base64url");
