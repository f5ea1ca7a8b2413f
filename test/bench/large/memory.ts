import { readFileSync } from "node:fs";
import { openLarge } from "./open.ts";
import { pagesOf, WORDS } from "./pages.ts";

/**
 * Runs as a process of its own: `memory.ts <folder> <twins> <now>` works on an archive and prints
 * the most bytes of memory that the process ever held; without an archive, what its code alone takes.
 */
const [folder, twins = "", now = "0"] = process.argv.slice(2);

/** Bytes resident now, and at most so far. */
function resident(): { now: number; most: number } {
  const status = readFileSync("/proc/self/status", "utf8");
  const of = (name: string): number =>
    Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? Number.NaN) * 1024;
  return { now: of("VmRSS"), most: of("VmHWM") };
}

let steady = resident().now;
if (folder !== undefined) {
  const { core, call } = openLarge(folder, twins, Number(now));
  await call("app.state", {});
  const { total, rows } = await call("request.list", {});
  const { sops } = await call("sop.list", {});
  for (const page of pagesOf(
    total,
    sops.map(({ id }) => id),
  ))
    await call("request.list", page);
  for (const words of WORDS) await call("request.list", { words });
  for (const { id } of rows) await call("request.get", { id });
  for (const words of ["permohonan", "produksi padi", "contoh"])
    await call("search.find", { words });
  steady = resident().now;
  await call("archive.rebuild", {});
  await core.close();
}
console.log(JSON.stringify({ most: resident().most, steady }));
