import { isDestroyed } from "#shared/retention/state.ts";
import type { RequestState } from "#shared/request/state.ts";
import { type Archive, createArchive } from "../archive/archive.ts";
import type { Db } from "../archive/database.ts";
import { PROJECTION_TABLES } from "../archive/projection.ts";
import { SEARCH_TABLES } from "../archive/search-projection.ts";
import { isCorrupt } from "./chains.ts";
import type { Problems } from "./problems.ts";
import { checkSearch } from "./search-index.ts";
import { differences, fillShadows, makeShadows, unreadable } from "./shadow.ts";
import type { NamedFile } from "./stored-files.ts";

/** What the log says of requests, for the parts of the check that follow. */
export type Shown = {
  requests: number;
  /** Contents by their SHA-256. */
  files: Map<string, NamedFile>;
  /** Digests that each request's events name. */
  identities: Map<string, string[]>;
  erased: Set<string>;
};

/**
 * Makes the projection anew in shadows, and compares every row with what the archive shows. What
 * the log says on the way is put into `shown`.
 */
export function checkProjection(
  db: Db,
  folder: string,
  problems: Problems,
  shown: Shown,
  stage: (total: number) => (done: number) => void,
): void {
  makeShadows(db);
  const archive = shadowArchive(db, folder);
  const total = db
    .prepare("SELECT count(*) FROM event WHERE type = 'request.created'")
    .pluck()
    .get() as number;
  // Comparing takes about a quarter of the time of making.
  const step = stage(Math.ceil(total * 1.25));
  const broken = (request: string | null, error: unknown): void => {
    const detail = error instanceof Error ? error.message : String(error);
    const twice = /UNIQUE constraint failed: request\b/.test(detail);
    // Its broken event was told already.
    if (request !== null && !twice && problems.names(request)) return;
    problems.tell(twice ? "number_twice" : "history_broken", request, { detail });
  };
  fillShadows(archive, broken, (state) => {
    step((shown.requests += 1));
    if (state !== null) collect(state, shown);
  });
  const imported = db.prepare("SELECT path, sha256 FROM temp.imported_file").all();
  for (const { path, sha256 } of imported as { path: string; sha256: string }[]) {
    shown.files.set(sha256, { name: path, request: null, size: 0 });
  }
  // Announced by another PC, and not here yet: nothing is lost.
  const awaited = db.prepare("SELECT sha256 FROM main.sync_file WHERE direction = 'in'").pluck();
  for (const sha256 of awaited.all() as string[]) shown.files.delete(sha256);
  const sealed = db.prepare("SELECT imported, digest FROM temp.imported_identity").all();
  for (const { imported: id, digest } of sealed as { imported: string; digest: string }[]) {
    shown.identities.set(id, [...(shown.identities.get(id) ?? []), digest]);
  }

  const differing = new Map<string | null, Set<string>>();
  const note = (request: string | null, table: string): void => {
    differing.set(request, (differing.get(request) ?? new Set()).add(table));
  };
  for (const table of PROJECTION_TABLES) {
    if ((SEARCH_TABLES as readonly string[]).includes(table)) continue;
    try {
      for (const request of differences(db, table)) note(request, table);
    } catch (error) {
      if (!isCorrupt(error)) throw error;
      for (const request of unreadable(db, table, shown.identities.keys())) note(request, table);
    }
  }
  for (const [request, tables] of differing) {
    problems.tell("projection_differs", request, { detail: [...tables].join(", ") });
  }
  checkRegisters(db, problems);
  checkNumbers(db, problems);
  checkSearch(db, problems);
  step(Math.ceil(total * 1.25));
}

/** The archive as it works on this connection: reading the log, writing into the shadows. */
function shadowArchive(db: Db, folder: string): Archive {
  const options = {
    folder,
    holder: "",
    twins: "",
    safeMode: null,
    rescue: null,
    now: () => new Date().toISOString(),
    newId: () => {
      throw new Error("the check writes no events");
    },
  };
  return createArchive(db, options, null, () => {});
}

function collect(state: RequestState, { files, identities, erased }: Shown): void {
  const digests = [state.requester, ...(state.corrections ?? []).map(({ from }) => from)];
  identities.set(
    state.id,
    [...new Set(digests)].filter((digest) => digest !== null),
  );
  if (state.erased !== undefined) erased.add(state.id);
  if (isDestroyed(state)) return;
  for (const { sha256, name, size } of state.files) {
    files.set(sha256, { name, request: state.id, size });
  }
}

/** Two PCs that did not know each other may have given one number twice; people settle it. */
function checkNumbers(db: Db, { tell }: Problems): void {
  const twice = db
    .prepare(
      `SELECT id, number FROM main.request WHERE number IN
         (SELECT number FROM main.request GROUP BY number HAVING count(*) > 1)`,
    )
    .all() as { id: string; number: string }[];
  for (const { id, number } of twice) tell("number_twice", id, { detail: number });
}

/** A register that stands behind its own entries would give a number twice; two PCs may have. */
function checkRegisters(db: Db, { tell }: Problems): void {
  const doubles = db
    .prepare(
      `SELECT number, max(request) AS request FROM main.register_entry
       WHERE voided = '' GROUP BY register, number, year HAVING count(*) > 1`,
    )
    .all() as { number: string; request: string | null }[];
  for (const { number, request } of doubles) tell("number_twice", request, { detail: number });
  const behind = db
    .prepare(
      `SELECT register_entry.register AS name, register_entry.year AS year
       FROM main.register_entry LEFT JOIN main.register
         ON register.name = register_entry.register || iif(series = '', '', ':' || series)
           AND register.year = register_entry.year
       WHERE register_entry.value IS NOT NULL
         AND (register.last IS NULL OR register.last < register_entry.value)
       GROUP BY 1, 2`,
    )
    .all() as { name: string; year: number }[];
  for (const { name, year } of behind) tell("register_behind", null, { name, year });
}
