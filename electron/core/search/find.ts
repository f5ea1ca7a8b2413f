import type { Params, ResultOf } from "#shared/contract.ts";
import { fail, ok, type Result } from "#shared/errors.ts";
import { MOST_COUNTED, SEARCH_KINDS, type SearchHit } from "#shared/search/contract.ts";
import { createMarker, type Marker } from "#shared/search/marks.ts";
import { parseQuery } from "#shared/search/query.ts";
import type { RequestState } from "#shared/request/state.ts";
import type { Archive } from "../archive/archive.ts";
import { kindTag, sopTag, statusTag, yearTag } from "../archive/search-projection.ts";
import { requestsDue } from "./catch-up.ts";
import { type Doc, docsOf } from "./docs.ts";
import { createFileTexts } from "./file-text.ts";
import { type Matches, matchOf } from "./match.ts";
import { timeOf } from "./place.ts";
import { createWordBook } from "./word-book.ts";

type Find = Params<"search.find">;

/** Whatever the words are found in; `search_too_long` or `search_nothing` when they cannot be. */
export function findAll(archive: Archive, params: Find): Result<ResultOf<"search.find">> {
  const query = parseQuery(params.words);
  if (query === "too-long") return fail("search_too_long", {}, "words");
  if (query === "nothing") return fail("search_nothing", {}, "words");
  const book = createWordBook(archive.db);
  const matches = matchOf(query, {
    ...book,
    tags: [
      ...(params.kind === null ? [] : [kindTag(params.kind)]),
      ...(params.sop === "" ? [] : [sopTag(params.sop)]),
      ...(params.status === null ? [] : [statusTag(params.status)]),
      ...(params.year === null ? [] : [yearTag(params.year)]),
    ],
  });
  const { ids, total } = idsOf(archive, matches, params);
  const marker = createMarker(query);
  const show = createShow(archive, marker);
  return ok({
    total: Math.min(total, MOST_COUNTED),
    more: total > MOST_COUNTED,
    rows: ids.map(show).filter((hit) => hit !== null),
  });
}

/** Years in which something was written, latest first, and what the search has still to take up. */
export function searchState(archive: Archive): ResultOf<"search.state"> {
  const bounds = archive.sql("SELECT min(id) AS first, max(id) AS last FROM search_doc").get() as {
    first: number | null;
    last: number | null;
  };
  const waiting = createFileTexts(archive.db).waiting();
  const due = requestsDue(archive);
  if (bounds.first === null || bounds.last === null) return { years: [], waiting, due };
  const { ahead } = archive.calendar.index();
  const yearOf = (id: number): number => new Date(timeOf(id) + ahead).getUTCFullYear();
  const years: number[] = [];
  for (let year = yearOf(bounds.last); year >= yearOf(bounds.first); year -= 1) years.push(year);
  return { years, waiting, due };
}

/** One page of ids, and how many there are, counted no further than one beyond what is told. */
function idsOf(archive: Archive, matches: Matches, params: Find): { ids: number[]; total: number } {
  const { offset, limit } = params;
  const from = "FROM search_text WHERE search_text MATCH @match";
  const count = archive.sql(`SELECT count(*) FROM (SELECT 1 ${from} LIMIT ${MOST_COUNTED + 1})`);
  const total = count.pluck().get({ match: matches.all }) as number;
  const wanted = Math.min(offset + limit, total);
  if (wanted <= offset) return { ids: [], total };
  const newest = archive.sql(`SELECT rowid ${from} ORDER BY rowid DESC LIMIT @limit`).pluck();
  // What fits best comes first; within it, and of what fits as well, the latest.
  const ids = new Set<number>();
  for (const match of params.sort === "best" ? matches.best : [matches.all]) {
    if (ids.size >= wanted) break;
    for (const id of newest.all({ match, limit: wanted })) ids.add(id as number);
  }
  return { ids: [...ids].slice(offset, wanted), total };
}

/** Reads what a row says from its request; null for a row that nothing stands behind. */
function createShow(archive: Archive, marker: Marker): (id: number) => SearchHit | null {
  const find = archive.sql(
    `SELECT doc.kind, doc.ref, own.ref AS request FROM search_doc AS doc
     JOIN search_doc AS own ON own.id = doc.parent WHERE doc.id = ?`,
  );
  const texts = createFileTexts(archive.db);
  const read = new Map<string, { state: RequestState; name: string; docs: Doc[] } | null>();

  function open(request: string) {
    const known = read.get(request);
    if (known !== undefined) return known;
    const state = archive.readState(request);
    const requester = state === null ? null : archive.requesterOf(state);
    const opened =
      state === null
        ? null
        : {
            state,
            name: archive.requesterName(state),
            docs: docsOf(state, requester, archive.kindName),
          };
    read.set(request, opened);
    return opened;
  }

  return (id) => {
    const row = find.get(id) as { kind: number; ref: string; request: string } | undefined;
    const opened = row === undefined ? null : open(row.request);
    const kind = SEARCH_KINDS[(row?.kind ?? 0) - 1];
    const doc = opened?.docs.find((one) => one.kind === kind && one.ref === row?.ref);
    if (opened === null || doc === undefined) return null;
    const { state, name } = opened;
    const definition = archive.definitionOf(state.sop);
    return {
      kind: doc.kind,
      request: state.id,
      ref: doc.ref,
      number: marker.mark(state.number, true),
      title: marker.mark(titleOf(doc), true),
      requester: marker.mark(name, true),
      snippet: marker.snippet(doc.sha256 === null ? saidBy(doc) : texts.read(doc.sha256)),
      subject: state.subject,
      sop: { id: state.sop.id, name: definition.name },
      status: state.status,
      outcome: state.outcome,
      at: doc.at,
    };
  };
}

/** What stands in the first line of a hit. */
function titleOf({ kind, head }: Doc): string {
  const [first = "", second = ""] = head;
  if (kind === "request") return second;
  return kind === "letter" && second !== "" ? `${first} · ${second}` : first;
}

/** What the title does not say. */
function saidBy({ kind, head, body }: Doc): string {
  const rest = kind === "request" ? head.slice(3) : kind === "letter" ? head.slice(2) : [];
  return [...rest, ...body].filter((part) => part !== "").join(" · ");
}
