import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const read = (address: URL): Buffer => readFileSync(fileURLToPath(address));

export type Stylesheet = { text: Buffer; path: string };

/**
 * What all pages begin with, and `own` after it; read once, when the program starts. Its address
 * `PREFIX-VERSION.css` changes with its content, so that a browser may keep it.
 */
export function openStylesheet(own: URL, prefix: string): Stylesheet {
  const text = Buffer.concat([read(new URL("base.css", import.meta.url)), read(own)]);
  const version = createHash("sha256").update(text).digest("hex").slice(0, 12);
  return { text, path: `${prefix}-${version}.css` };
}
