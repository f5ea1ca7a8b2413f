import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { fail, ok, type Result } from "#shared/errors.ts";
import { type Template, templateSchema, type TemplateVersion } from "#shared/letter/template.ts";
import type { OfficeEvent } from "#shared/office.ts";
import type { Archive } from "../archive/archive.ts";
import { CONSOLE } from "../office/people.ts";
import { type BrokenFile, brokenFile, readShipped, schemaFinding } from "../sops/shipped.ts";

export type ShippedTemplates = ReadonlyMap<string, Template>;

/** Templates that the program ships, by id; a file that cannot be used is named. */
export function readShippedTemplates(resources: string): {
  templates: ShippedTemplates;
  broken: BrokenFile[];
} {
  const templates = new Map<string, Template>();
  const broken: BrokenFile[] = [];
  for (const { file, data, detail } of readShipped(join(resources, "templates"))) {
    const parsed = templateSchema.safeParse(data);
    if (parsed.success) templates.set(parsed.data.id, parsed.data);
    else broken.push(brokenFile(file, [schemaFinding(detail ?? parsed.error.message)]));
  }
  return { templates, broken };
}

/**
 * Takes the shipped templates that the archive does not have, and newer ones where the office has
 * not written its own.
 */
export function shipTemplates(archive: Archive, templates: ShippedTemplates): void {
  const events: OfficeEvent[] = [];
  const named: string[] = [];
  for (const shipped of templates.values()) {
    const last = newest(archive, shipped.id);
    const isOwn = last !== null && last.template.shipped !== true;
    if (isOwn || (last !== null && isDeepStrictEqual(plain(last.template), shipped))) {
      continue;
    }
    if (last === null) named.push(shipped.id);
    events.push({
      type: "template.saved",
      body: { ...shipped, version: (last?.template.version ?? 0) + 1, shipped: true },
    });
  }
  if (events.length === 0) return;
  archive.transact(() => {
    archive.recordOffice(CONSOLE.id, events);
    nameLetters(archive, named);
  });
}

/** Letters of before their template was data are found by its name from now on. */
function nameLetters(archive: Archive, kinds: readonly string[]): void {
  const requests = archive
    .sql("SELECT DISTINCT request FROM letter WHERE kind IN (SELECT value FROM json_each(?))")
    .pluck()
    .all(JSON.stringify(kinds)) as string[];
  for (const request of requests) archive.reproject(request);
}

type Row = { version: number; at: string; actor: string; template: string };
export type KnownTemplate = { template: TemplateVersion; at: string; actor: string };

const known = ({ at, actor, template }: Row): KnownTemplate => {
  const { version, shipped, ...rest } = JSON.parse(template) as TemplateVersion;
  // Templates of before get the defaults of what was added since.
  const whole = templateSchema.parse(rest);
  return { at, actor, template: { ...whole, version, ...(shipped && { shipped }) } };
};

/** A template without what the archive keeps with it. */
export function plain({ version: _, shipped: __, ...template }: TemplateVersion): Template {
  return template;
}

export function newest(archive: Archive, id: string): KnownTemplate | null {
  const row = archive
    .sql(
      "SELECT version, at, actor, template FROM template WHERE id = ? ORDER BY version DESC LIMIT 1",
    )
    .get(id) as Row | undefined;
  return row === undefined ? null : known(row);
}

/** Every template as it stands now, by name. */
export function newestTemplates(archive: Archive): KnownTemplate[] {
  const rows = archive
    .sql(
      `SELECT version, at, actor, template FROM template AS one
       WHERE version = (SELECT max(version) FROM template WHERE id = one.id)`,
    )
    .all() as Row[];
  return rows.map(known).sort((a, b) => a.template.name.localeCompare(b.template.name, "id"));
}

export function templateVersion(
  archive: Archive,
  id: string,
  version: number,
): KnownTemplate | null {
  const row = archive
    .sql("SELECT version, at, actor, template FROM template WHERE id = ? AND version = ?")
    .get(id, version) as Row | undefined;
  return row === undefined ? null : known(row);
}

/** Versions of a template, newest first. */
export const templateVersions = (archive: Archive, id: string): Omit<Row, "template">[] =>
  archive
    .sql("SELECT version, at, actor FROM template WHERE id = ? ORDER BY version DESC")
    .all(id) as Row[];

/** The template that new letters of a kind are written with. */
export function templateInUse(archive: Archive, id: string): Result<TemplateVersion> {
  const found = newest(archive, id);
  return found === null ? fail("template_unknown", {}, "kind") : ok(found.template);
}

/** Names of the templates by their id, as they stand now. */
export function templateNames(archive: Archive): (id: string) => string {
  const find = archive
    .sql(
      "SELECT json_extract(template, '$.name') FROM template WHERE id = ? ORDER BY version DESC LIMIT 1",
    )
    .pluck();
  return (id) => (find.get(id) as string | undefined) ?? id;
}
