import { existsSync } from "node:fs";
import { deepStrictEqual } from "node:assert/strict";
import type { Definition } from "#shared/sop/definition.ts";
import { namedFiles } from "#shared/sync/named-files.ts";
import { expectedConflicts, type Told } from "./expected.ts";
import type { FuzzPc } from "./pc.ts";
import type { FuzzPortal } from "./portal.ts";
import type { createWitness } from "./witness.ts";

export type Report = { events: number; conflicts: number; checked: number; gone: number };

type Row = {
  id: string;
  writer: string;
  stream: string;
  lamport: number;
  type: string;
  body: string;
  after: string;
  hash: string;
};

const rowsOf = ({ archive }: FuzzPc): Row[] =>
  archive.db
    .prepare(
      `SELECT writer.uuid || ':' || event.seq AS id, writer.uuid AS writer, stream, lamport, type,
         body, after, lower(hex(event.hash)) AS hash
       FROM event JOIN writer ON writer.id = event.writer ORDER BY lamport, writer.uuid, event.seq`,
    )
    .all() as Row[];

/** Tables that the screens read, without the order in which things came in. */
const SHOWN = ["request", "conflict", "conflict_lost", "user", "sop"];

function shownBy({ archive }: FuzzPc): Record<string, string[]> {
  return Object.fromEntries(
    SHOWN.map((table) => {
      const rows = archive.db.prepare(`SELECT * FROM ${table}`).all();
      return [table, rows.map((row) => JSON.stringify(row)).sort()];
    }),
  );
}

/**
 * All PCs hold the same events, show the same requests and have the same files; nothing that was
 * confirmed is missing; who saw what is as the events say; and the conflicts are those expected.
 */
export async function checkAgreement(
  pcs: readonly FuzzPc[],
  portal: FuzzPortal,
  witness: ReturnType<typeof createWitness>,
  definition: Definition,
): Promise<Report> {
  const [first, ...others] = pcs;
  if (first === undefined) throw new Error("no PC");
  const rows = rowsOf(first);
  const there = new Map(rows.map((row) => [row.id, row]));
  for (const [id, { hash }] of witness.confirmed) {
    if (there.get(id)?.hash !== hash && !witness.gone.has(id))
      throw new Error(`${id} was confirmed and is lost`);
  }
  for (const { id, hash } of rows) {
    if (witness.said.get(id) !== hash) throw new Error(`${id} was never said by anybody`);
  }
  const feed = await portal.events();
  for (const { id, hash } of rows) deepStrictEqual(feed.get(id), hash, `${id} on the portal`);
  const shown = shownBy(first);
  const ids = requestsOf(first);
  const states = ids.map((id) => first.archive.readState(id));
  for (const pc of others) {
    sameEvents(pc, rows);
    sameRows(shownBy(pc), shown, `what ${pc.name} shows`);
    deepStrictEqual(
      ids.map((id) => pc.archive.readState(id)),
      states,
      `requests of ${pc.name}`,
    );
  }
  checkRebuilt(first, shown);
  checkFiles(pcs, portal, rows);
  checkAncestors(rows, witness);
  return {
    ...checkConflicts(first, ids, rows, witness, definition),
    events: rows.length,
    gone: witness.gone.size,
  };
}

/** The first row that differs says more than all of them. */
function sameRows(
  here: Record<string, string[]>,
  there: Record<string, string[]>,
  what: string,
): void {
  for (const table of SHOWN) {
    const [rows, others] = [here[table] ?? [], there[table] ?? []];
    deepStrictEqual(
      rows.find((row) => !others.includes(row)),
      others.find((row) => !rows.includes(row)),
      `${what}: ${table}`,
    );
  }
}

function sameEvents(pc: FuzzPc, rows: readonly Row[]): void {
  const here = rowsOf(pc);
  const ids = (list: readonly Row[]): string[] => list.map(({ id, type }) => `${id} ${type}`);
  const [own, others] = [new Set(ids(here)), new Set(ids(rows))];
  const without = (list: Set<string>, other: Set<string>): string[] =>
    [...list].filter((one) => !other.has(one));
  deepStrictEqual(without(others, own), [], `events that ${pc.name} lacks`);
  deepStrictEqual(without(own, others), [], `events that only ${pc.name} has`);
  deepStrictEqual(here, rows, `events of ${pc.name}`);
}

const requestsOf = ({ archive }: FuzzPc): string[] =>
  archive.db.prepare("SELECT id FROM request ORDER BY id").pluck().all() as string[];

/** What was written piece by piece is what the events alone say. */
function checkRebuilt(pc: FuzzPc, shown: Record<string, string[]>): void {
  pc.archive.rebuild("kept");
  sameRows(shownBy(pc), shown, `what ${pc.name} shows after a rebuild`);
}

function checkFiles(pcs: readonly FuzzPc[], portal: FuzzPortal, rows: readonly Row[]): void {
  const named = rows.flatMap(({ body }) => namedFiles(JSON.parse(body)));
  for (const { sha256 } of named) {
    const holders = pcs.filter(({ store }) => existsSync(store.pathOf(sha256)));
    // One that was lost with the only disk that had it is nowhere; else it is everywhere.
    const isSomewhere = holders.length > 0 || portal.blobs().has(sha256);
    if (isSomewhere && (holders.length < pcs.length || !portal.blobs().has(sha256))) {
      const lacking = pcs.filter((pc) => !holders.includes(pc)).map(({ name }) => name);
      throw new Error(`file ${sha256} has not arrived at ${lacking.join(", ") || "the portal"}`);
    }
  }
}

/** What an event follows, and what that follows, is what its author had. */
function checkAncestors(rows: readonly Row[], witness: ReturnType<typeof createWitness>): void {
  const past = new Map<string, Set<string>>();
  for (const { id, after } of rows) {
    const seen = new Set<string>();
    for (const one of JSON.parse(after) as string[]) {
      seen.add(one);
      for (const earlier of past.get(one) ?? []) seen.add(earlier);
    }
    past.set(id, seen);
    const known = witness.confirmed.get(id)?.known ?? new Set();
    deepStrictEqual([...seen].sort(), [...known].sort(), `what ${id} follows`);
  }
}

function checkConflicts(
  { archive }: FuzzPc,
  ids: readonly string[],
  rows: readonly Row[],
  witness: ReturnType<typeof createWitness>,
  definition: Definition,
): Pick<Report, "conflicts" | "checked"> {
  let conflicts = 0;
  let checked = 0;
  for (const request of ids) {
    const told = rows
      .filter(({ stream }) => stream === request)
      .map(({ id, writer, lamport, type, body }): Told => ({
        ...{ id, writer, lamport, type },
        body: JSON.parse(body) as unknown,
        known: witness.confirmed.get(id)?.known ?? new Set(),
      }));
    const state = archive.readState(request);
    const found = state?.conflicts ?? [];
    conflicts += found.length;
    const moves = found.flatMap(({ held, other, settled }) =>
      (settled?.keep === "other" ? held : other).map(({ id }) => id),
    );
    deepStrictEqual(new Set(moves).size, moves.length, `${request}: a decision in two conflicts`);
    const expected = expectedConflicts(told, definition);
    if (expected === null) continue;
    checked += 1;
    const shown = new Map(found.map(({ id, other }) => [id, other.map((one) => one.id)]));
    deepStrictEqual(shown, expected, `conflicts of ${request}`);
  }
  return { conflicts, checked };
}
