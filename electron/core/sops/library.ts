import { join } from "node:path";
import { fail, ok, type Result } from "#shared/errors.ts";
import { checkDefinition } from "#shared/sop/check.ts";
import type { Definition } from "#shared/sop/definition.ts";
import type { Archive } from "../archive/archive.ts";
import { CONSOLE } from "../office/people.ts";
import { type BrokenFile, brokenFile, readShipped, schemaFinding } from "./shipped.ts";

/**
 * Publishes the shipped SOPs that the archive does not have yet. A broken file is left out and
 * named; it keeps nothing else from working.
 */
export function publishShipped(archive: Archive, resources: string): BrokenFile[] {
  const broken: BrokenFile[] = [];
  const missing: Definition[] = [];
  for (const { file, data, detail } of readShipped(join(resources, "sop"))) {
    const { definition, findings } = checkDefinition(data);
    if (definition === null) {
      broken.push(brokenFile(file, detail === null ? findings : [schemaFinding(detail)]));
    } else if (!archive.hasDefinition(definition)) missing.push(definition);
  }
  if (missing.length > 0) {
    archive.recordOffice(
      CONSOLE.id,
      missing.map((body) => ({ type: "sop.published", body })),
    );
  }
  return broken;
}

/** The newest version of every SOP, retired ones too. */
export function listSops(archive: Archive): Definition[] {
  const rows = archive
    .sql("SELECT id, max(version) AS version FROM sop GROUP BY id ORDER BY id")
    .all() as { id: string; version: number }[];
  return rows.map((row) => archive.definitionOf(row));
}

/** The SOP that new requests follow; `sop_unknown`, or `sop_retired` when it is out of use. */
export function sopInUse(archive: Archive, id: string): Result<Definition> {
  const definition = newestSop(archive, id);
  if (definition === null) return fail("sop_unknown", { id }, "sop");
  return retirementOf(archive, id) === null
    ? ok(definition)
    : fail("sop_retired", { name: definition.name }, "sop");
}

export type Retirement = { at: string; actor: string; reason: string };

/** When, by whom and why an SOP was taken out of use; null while it is in use. */
export const retirementOf = (archive: Archive, id: string): Retirement | null =>
  (archive.sql("SELECT at, actor, reason FROM sop_retired WHERE id = ?").get(id) as
    | Retirement
    | undefined) ?? null;

export function newestSop(archive: Archive, id: string): Definition | null {
  const version = archive.sql("SELECT max(version) FROM sop WHERE id = ?").pluck().get(id) as
    | number
    | null;
  return version === null ? null : archive.definitionOf({ id, version });
}
