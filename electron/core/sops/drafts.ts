import type { Params, ResultOf } from "#shared/contract.ts";
import { fail, ok, type Result } from "#shared/errors.ts";
import type { OfficeEvent } from "#shared/office.ts";
import { checkDefinition } from "#shared/sop/check.ts";
import type { Definition } from "#shared/sop/definition.ts";
import type { Draft } from "#shared/sop/draft.ts";
import { emptyDraft } from "#shared/sop/draft-start.ts";
import { slugOf } from "#shared/sop/slug.ts";
import type { Archive } from "../archive/archive.ts";
import type { Deps } from "../deps.ts";
import { actorOf, readOffice } from "../office/methods.ts";
import { peopleOf } from "../office/people.ts";
import type { CallContext, Handlers } from "../types.ts";
import { newestSop, retirementOf } from "./library.ts";
import { withConfirmed } from "./rows.ts";

/**
 * Drafts live on this PC beside the log, because they change with every keystroke and nobody relies
 * on them. Publishing writes the event.
 */

type Row = {
  id: string;
  based: number | null;
  revision: number;
  changed: string;
  actor: string;
  definition: string;
};
type DraftDetail = ResultOf<"draft.get">;

type Methods =
  | "draft.list"
  | "draft.get"
  | "draft.begin"
  | "draft.save"
  | "draft.discard"
  | "draft.publish";

export function draftMethods(deps: Deps): Pick<Handlers, Methods> {
  const { archive } = deps;
  return {
    "draft.list": () => {
      const rows = archive.sql("SELECT * FROM sop_draft ORDER BY changed DESC").all() as Row[];
      return ok(
        rows.map((row) => {
          const { definition: _, revision: __, findings: ___, ...listed } = detailOf(archive, row);
          return listed;
        }),
      );
    },
    "draft.get": ({ id }) => {
      const row = findDraft(archive, id);
      return row === null ? fail("draft_unknown", {}, "id") : ok(detailOf(archive, row));
    },
    "draft.begin": (params, context) => beginDraft(deps, params, context),
    "draft.save": (params, context) => save(deps, params, context),
    "draft.discard": ({ id }, context) => {
      const actor = actorOf(archive, context);
      if (!actor.ok) return actor;
      const { changes } = archive.sql("DELETE FROM sop_draft WHERE id = ?").run(id);
      if (changes === 0) return fail("draft_unknown", {}, "id");
      deps.changed(null);
      return ok({});
    },
    "draft.publish": (params, context) => publish(deps, params, context),
  };
}

export const findDraft = (archive: Archive, id: string): Row | null =>
  (archive.sql("SELECT * FROM sop_draft WHERE id = ?").get(id) as Row | undefined) ?? null;

export const draftOf = (row: Row): Draft => JSON.parse(row.definition) as Draft;

/** Begins a draft, or answers `draft_exists` when the SOP has one. */
export function beginDraft(
  deps: Deps,
  params: Params<"draft.begin">,
  context: CallContext,
): Result<DraftDetail> {
  const { archive, clock } = deps;
  const actor = actorOf(archive, context);
  if (!actor.ok) return actor;
  const begun = beginning(archive, params);
  if (!begun.ok) return begun;
  const { id, based, definition } = begun.value;
  if (findDraft(archive, id) !== null) return fail("draft_exists", {}, "id");
  archive
    .sql(
      `INSERT INTO sop_draft (id, based, revision, changed, actor, definition)
       VALUES (?, ?, 0, ?, ?, ?)`,
    )
    .run(id, based, clock.instant(), actor.value, JSON.stringify(definition));
  deps.changed(null);
  return ok(detailOf(archive, findDraft(archive, id) as Row));
}

type Beginning = { id: string; based: number | null; definition: Draft };

function beginning(archive: Archive, params: Params<"draft.begin">): Result<Beginning> {
  if ("definition" in params) {
    const { id } = params.definition;
    const newest = newestSop(archive, id);
    const version = (newest?.version ?? 0) + 1;
    const based = newest?.version ?? null;
    return ok({ id, based, definition: { ...params.definition, version } });
  }
  if ("name" in params) {
    const id = freeId(archive, params.name);
    const office = readOffice(archive);
    const unit = { office: office?.government ?? "", unit: office?.name ?? "" };
    return ok({ id, based: null, definition: emptyDraft(id, params.name, unit) });
  }
  const newest = newestSop(archive, params.sop);
  const known =
    params.version === undefined ||
    archive.hasDefinition({ id: params.sop, version: params.version });
  if (newest === null || !known) return fail("sop_unknown", { id: params.sop }, "sop");
  const seen = withConfirmed(
    archive,
    params.version === undefined
      ? newest
      : archive.definitionOf({ id: params.sop, version: params.version }),
  );
  if (!params.copy) {
    const definition = { ...seen, version: newest.version + 1 };
    return ok({ id: seen.id, based: newest.version, definition });
  }
  const name = `${seen.name} (salinan)`;
  const id = freeId(archive, name);
  return ok({ id, based: null, definition: { ...seen, id, name, version: 1 } });
}

/** An id made of the name that no SOP and no draft has. */
function freeId(archive: Archive, name: string): string {
  // Room for a number behind it.
  const base = slugOf(name).slice(0, 70);
  for (let count = 1; ; count += 1) {
    const id = count === 1 ? base : `${base}-${count}`;
    if (newestSop(archive, id) === null && findDraft(archive, id) === null) return id;
  }
}

function save(
  { archive, clock, changed }: Deps,
  { id, revision, definition }: Params<"draft.save">,
  context: CallContext,
): Result<DraftDetail> {
  const actor = actorOf(archive, context);
  if (!actor.ok) return actor;
  const row = findDraft(archive, id);
  if (row === null) return fail("draft_unknown", {}, "id");
  if (row.revision !== revision) return fail("draft_changed", {}, "revision");
  const { version } = draftOf(row);
  archive
    .sql(
      `UPDATE sop_draft SET revision = revision + 1, changed = ?, actor = ?, definition = ?
       WHERE id = ?`,
    )
    .run(clock.instant(), actor.value, JSON.stringify({ ...definition, id, version }), id);
  changed(null);
  return ok(detailOf(archive, findDraft(archive, id) as Row));
}

/** Writes the next version, whatever has been published since the draft was begun. */
function publish(
  { archive, changed }: Deps,
  { id, revision }: Params<"draft.publish">,
  context: CallContext,
): Result<ResultOf<"draft.publish">> {
  const actor = actorOf(archive, context);
  if (!actor.ok) return actor;
  const published = archive.transact((): Result<Definition> => {
    const row = findDraft(archive, id);
    if (row === null) return fail("draft_unknown", {}, "id");
    if (row.revision !== revision) return fail("draft_changed", {}, "revision");
    const version = (newestSop(archive, id)?.version ?? 0) + 1;
    const { definition, findings } = checkDefinition({ ...draftOf(row), version });
    if (definition === null) {
      const count = findings.filter((finding) => finding.level === "error").length;
      return fail("sop_has_errors", { count });
    }
    const events: OfficeEvent[] = [{ type: "sop.published", body: definition }];
    // Whoever publishes a new version of a retired SOP wants to use it again.
    if (retirementOf(archive, id) !== null) events.push({ type: "sop.reinstated", body: { id } });
    archive.recordOffice(actor.value, events);
    archive.sql("DELETE FROM sop_draft WHERE id = ?").run(id);
    return ok(definition);
  });
  if (!published.ok) return published;
  changed(null);
  return ok({ id, version: published.value.version });
}

function detailOf(archive: Archive, row: Row): DraftDetail {
  const definition = draftOf(row);
  const { findings } = checkDefinition(definition);
  const count = (level: "error" | "advice") =>
    findings.filter((finding) => finding.level === level).length;
  return {
    id: row.id,
    name: definition.name,
    office: definition.office,
    based: row.based,
    changed: row.changed,
    by: peopleOf(archive)(row.actor),
    errors: count("error"),
    advice: count("advice"),
    definition,
    revision: row.revision,
    findings,
  };
}
