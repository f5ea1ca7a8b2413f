import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { at } from "../../scripts/run.ts";
import type { Figure } from "./table.ts";

const DIST = at("dist/renderer");

/** Gzipped JavaScript that the first screen loads: the page's script and what it imports statically. */
export function benchRenderer(): Figure {
  const page = readFileSync(join(DIST, "index.html"), "utf8");
  const entry = /src="\/([^"]+\.js)"/.exec(page)?.[1];
  if (entry === undefined) throw new Error("the built page names no script");
  const loaded = new Set<string>();
  const queue = [entry];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (loaded.has(file)) continue;
    loaded.add(file);
    const code = readFileSync(join(DIST, file), "utf8");
    for (const [, name] of code.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)) {
      if (name !== undefined) queue.push(`assets/${name}`);
    }
  }
  const size = (files: Iterable<string>): number =>
    [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(DIST, file))).byteLength, 0);
  const all = readdirSync(join(DIST, "assets"))
    .filter((name) => /\.m?js$/.test(name))
    .map((name) => `assets/${name}`);
  const kB = (bytes: number): string => `${(bytes / 1024).toFixed(0)} KB`;
  return {
    what: "JavaScript of the first screen, gzipped",
    measured: kB(size(loaded)),
    reference: `${kB(size(all))} in all, lazy pages and pdf.js too`,
    aim: "under 300 KB",
  };
}
