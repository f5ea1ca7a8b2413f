import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { failure } from "#shared/errors.ts";
import { checkDefinition, type Finding } from "#shared/sop/check.ts";
import type { Definition } from "#shared/sop/definition.ts";
import type { Archive } from "../archive/archive.ts";
import { CONSOLE } from "../office/people.ts";

/** A shipped file that cannot be used, with what is wrong in it. */
export type BrokenSop = { file: string; message: string; findings: Finding[] };

/**
 * Publishes the shipped SOPs that the archive does not have yet. A broken file is left out and
 * named; it keeps nothing else from working.
 */
export function publishShipped(archive: Archive, resources: string): BrokenSop[] {
  const folder = join(resources, "sop");
  const broken: BrokenSop[] = [];
  const missing: Definition[] = [];
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()) {
    const { definition, findings } = readSop(join(folder, file));
    if (definition === null) {
      broken.push({ file, message: failure("sop_broken", { file }).message, findings });
    } else if (!isPublished(archive, definition)) missing.push(definition);
  }
  if (missing.length > 0) {
    archive.recordOffice(
      CONSOLE.id,
      missing.map((body) => ({ type: "sop.published", body })),
    );
  }
  return broken;
}

function readSop(path: string): ReturnType<typeof checkDefinition> {
  try {
    return checkDefinition(JSON.parse(readFileSync(path, "utf8")));
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return {
      definition: null,
      findings: [{ code: "schema", level: "error", step: null, detail }],
    };
  }
}

function isPublished(archive: Archive, { id, version }: Definition): boolean {
  const find = archive.sql("SELECT 1 FROM sop WHERE id = ? AND version = ?");
  return find.get(id, version) !== undefined;
}

/** The newest version of every published SOP. */
export function listSops(archive: Archive): Definition[] {
  const rows = archive
    .sql("SELECT id, max(version) AS version FROM sop GROUP BY id ORDER BY id")
    .all() as { id: string; version: number }[];
  return rows.map((row) => archive.definitionOf(row));
}

export function newestSop(archive: Archive, id: string): Definition | null {
  const version = archive.sql("SELECT max(version) FROM sop WHERE id = ?").pluck().get(id) as
    | number
    | null;
  return version === null ? null : archive.definitionOf({ id, version });
}
