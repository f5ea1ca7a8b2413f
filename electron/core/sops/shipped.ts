import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { failure } from "#shared/errors.ts";
import type { Finding } from "#shared/sop/check.ts";

/** A shipped file that cannot be used, with what is wrong in it. */
export type BrokenFile = { file: string; message: string; findings: Finding[] };

/** A file of `folder` with its data, or with why it cannot be read. */
type Shipped = { file: string; data: unknown; detail: string | null };

/** The JSON files of a folder of shipped data, by name; none when there is no such folder. */
export function readShipped(folder: string): Shipped[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((file) => {
      try {
        const data = JSON.parse(readFileSync(join(folder, file), "utf8")) as unknown;
        return { file, data, detail: null };
      } catch (error) {
        const detail = error instanceof Error ? error.message : String(error);
        return { file, data: null, detail };
      }
    });
}

export const brokenFile = (file: string, findings: Finding[]): BrokenFile => ({
  file,
  message: failure("sop_broken", { file }).message,
  findings,
});

export const schemaFinding = (detail: string): Finding => ({
  code: "schema",
  level: "error",
  step: null,
  detail,
});
