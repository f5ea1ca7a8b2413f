import type { ResultOf } from "#shared/contract.ts";
import { checkDefinition, type Finding } from "#shared/sop/check.ts";
import type { Definition } from "#shared/sop/definition.ts";
import { linksOf } from "#shared/sop/links.ts";
import { nextPeriod } from "#shared/time/period.ts";
import type { Archive } from "../archive/archive.ts";
import { peopleOf } from "../office/people.ts";
import { listSops, retirementOf } from "./library.ts";

/** SOPs as the contract shows them. */

type SopRow = ResultOf<"sop.list">["sops"][number];
type SopDetail = ResultOf<"sop.get">;

export function rowsOf(archive: Archive): SopRow[] {
  const running = new Map(
    archive
      .sql("SELECT sop, count(*) FROM request WHERE status = 'running' GROUP BY sop")
      .raw()
      .all() as [string, number][],
  );
  const retired = new Set(archive.sql("SELECT id FROM sop_retired").pluck().all());
  const drafts = new Set(archive.sql("SELECT id FROM sop_draft").pluck().all());
  return listSops(archive).map((sop) => ({
    id: sop.id,
    version: sop.version,
    name: sop.name,
    number: sop.number,
    office: sop.office,
    unit: sop.unit,
    source: sop.source,
    created: sop.created,
    revised: sop.revised,
    approved: sop.approved,
    effective: sop.effective,
    lanes: sop.lanes,
    requesterLane: sop.requesterLane,
    recurrence: sop.recurrence,
    stepCount: sop.steps.length,
    state: retired.has(sop.id) ? "retired" : "published",
    running: running.get(sop.id) ?? 0,
    open: openFindings(archive, sop).length,
    draft: drafts.has(sop.id),
    next: nextRun(archive, sop),
  }));
}

export function sopDetailOf(archive: Archive, sop: Definition): SopDetail {
  const person = peopleOf(archive);
  const retired = retirementOf(archive, sop.id);
  const versions = archive
    .sql(
      `SELECT version, at, actor, (SELECT count(*) FROM request
         WHERE sop = sop.id AND sop_version = sop.version AND status = 'running') AS running
       FROM sop WHERE id = ? ORDER BY version DESC`,
    )
    .all(sop.id) as { version: number; at: string; actor: string; running: number }[];
  return {
    ...sop,
    state: retired === null ? "published" : "retired",
    retired: retired && { at: retired.at, by: person(retired.actor), reason: retired.reason },
    findings: openFindings(archive, sop),
    confirmed: confirmationsOf(archive, sop).map(({ step, at, actor }) => ({
      step,
      at,
      by: person(actor),
    })),
    versions: versions.map(({ actor, ...version }) => ({ ...version, by: person(actor) })),
    links: linksOf(sop, listSops(archive)),
    draft: archive.sql("SELECT 1 FROM sop_draft WHERE id = ?").get(sop.id) !== undefined,
    next: nextRun(archive, sop),
  };
}

type Confirmation = { step: number; at: string; actor: string };

const confirmationsOf = (archive: Archive, { id, version }: Definition): Confirmation[] =>
  archive
    .sql("SELECT step, at, actor FROM sop_confirmed WHERE id = ? AND version = ? ORDER BY step")
    .all(id, version) as Confirmation[];

/** Findings without the readings of the paper that somebody has confirmed. */
function openFindings(archive: Archive, sop: Definition): Finding[] {
  const confirmed = new Set(confirmationsOf(archive, sop).map(({ step }) => step));
  return checkDefinition(sop).findings.filter(
    ({ code, step }) => code !== "inferred" || step === null || !confirmed.has(step),
  );
}

/** What the run after the last one is for; null for work that does not recur or never ran. */
export function nextRun(archive: Archive, { id, recurrence }: Definition): string | null {
  if (recurrence === null) return null;
  const last = archive
    .sql("SELECT max(period) FROM request WHERE sop = ? AND status <> 'cancelled'")
    .pluck()
    .get(id) as string | null;
  return last === null || last === "" ? null : nextPeriod(last);
}

/** The definition with its confirmed readings no longer marked as read into the paper. */
export function withConfirmed(archive: Archive, sop: Definition): Definition {
  const confirmed = new Set(confirmationsOf(archive, sop).map(({ step }) => step));
  return {
    ...sop,
    steps: sop.steps.map((step) => (confirmed.has(step.no) ? { ...step, inferred: [] } : step)),
  };
}
