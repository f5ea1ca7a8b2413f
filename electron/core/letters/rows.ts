import type { Params, ResultOf } from "#shared/contract.ts";
import type { LetterStage } from "#shared/letter/state.ts";
import type { Archive } from "../archive/archive.ts";
import { peopleOf } from "../office/people.ts";
import { templateNames } from "../templates/library.ts";

type LetterRow = ResultOf<"letter.list">["rows"][number];
type Row = Omit<LetterRow, "name" | "checker" | "stage"> & {
  state: LetterStage;
  checker: string | null;
};

const COLUMNS = `letter.id, letter.request, request.number AS requestNumber, letter.kind,
  letter.state, letter.number, letter.date, letter.subject, letter.party, letter.checker,
  letter.changed`;

/** Letters of all requests, latest first. */
export function listLetters(
  archive: Archive,
  params: Params<"letter.list">,
  user: string | null,
): ResultOf<"letter.list"> {
  const { where, values } = condition(params, user);
  const from = `FROM letter JOIN request ON request.id = letter.request ${where}`;
  const total = archive.db.prepare(`SELECT count(*) ${from}`).pluck().get(values) as number;
  const rows = archive.db
    .prepare(
      `SELECT ${COLUMNS} ${from} ORDER BY letter.changed DESC, letter.id LIMIT @limit OFFSET @offset`,
    )
    .all({ ...values, limit: params.limit, offset: params.offset }) as Row[];
  const counts = archive.sql("SELECT state, count(*) AS n FROM letter GROUP BY state").all() as {
    state: LetterStage;
    n: number;
  }[];
  return {
    total,
    rows: rows.map(shown(archive)),
    counts: Object.fromEntries(counts.map(({ state, n }) => [state, n])),
  };
}

/**
 * The letter of a number, in any register; null when the archive does not know it. Numbers without
 * their year come again each year: the one of `date` first, else the latest.
 */
export function letterByNumber(archive: Archive, number: string, date: string): LetterRow | null {
  const row = archive
    .sql(
      `SELECT ${COLUMNS} FROM letter JOIN request ON request.id = letter.request
       WHERE letter.number = ? ORDER BY letter.date = ? DESC, letter.changed DESC LIMIT 1`,
    )
    .get(number, date) as Row | undefined;
  return row === undefined ? null : shown(archive)(row);
}

function shown(archive: Archive): (row: Row) => LetterRow {
  const person = peopleOf(archive);
  const name = templateNames(archive);
  return ({ state, checker, ...row }) => ({
    ...row,
    name: name(row.kind),
    stage: state,
    checker: checker === null ? null : person(checker),
  });
}

function condition({ stages, mine, kind, words }: Params<"letter.list">, user: string | null) {
  const parts: string[] = [];
  const values: Record<string, string> = {};
  if (stages.length > 0) {
    parts.push(`letter.state IN (${stages.map((_, index) => `@stage${index}`).join(", ")})`);
    for (const [index, stage] of stages.entries()) values[`stage${index}`] = stage;
  }
  if (mine) {
    parts.push("letter.checker = @user");
    values["user"] = user ?? "";
  }
  if (kind !== "") {
    parts.push("letter.kind = @kind");
    values["kind"] = kind;
  }
  for (const [index, word] of words.trim().split(/\s+/).slice(0, 10).entries()) {
    if (word === "") continue;
    const pattern = `@word${index}`;
    parts.push(
      `(letter.number LIKE ${pattern} ESCAPE '\\' OR letter.subject LIKE ${pattern} ESCAPE '\\'
        OR letter.party LIKE ${pattern} ESCAPE '\\' OR request.number LIKE ${pattern} ESCAPE '\\')`,
    );
    values[`word${index}`] = `%${word.replace(/[\\%_]/g, "\\$&")}%`;
  }
  return { where: parts.length === 0 ? "" : `WHERE ${parts.join(" AND ")}`, values };
}
